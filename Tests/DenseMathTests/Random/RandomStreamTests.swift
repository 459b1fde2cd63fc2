import DenseMath
import Testing

/// Streams against an implementation of their own in Python, and against themselves.
@Suite struct RandomStreamTests {
  @Test func numbersOfTheReference() throws {
    for line in try ReferenceFile("random").lines {
      let stream = RandomStream(
        seed: try UInt64(decimal: line[1]), stream: try UInt64(decimal: line[2]))
      switch line[0] {
      case "word":
        let i = try Int(decimal: line[3])
        let word = try UInt32(decimal: line[4])
        #expect(stream.word(at: i) == word)
        #expect(stream.words(3, from: i)[0] == word)
        #expect(stream.uniform(at: i) == Float(word >> 8) / 16_777_216)
        #expect(stream.uniforms(2, from: i)[0] == Float(word >> 8) / 16_777_216)
      case "longWord":
        let i = try Int(decimal: line[3])
        let word = try UInt64(decimal: line[4])
        #expect(stream.longWord(at: i) == word)
        #expect(stream.uniformDouble(at: i) == Double(word >> 11) / 9_007_199_254_740_992)
      case "normal":
        let i = try Int(decimal: line[3])
        let truth = try Double(hexadecimalBits: line[4])
        #expect(unitsInTheLastPlace(stream.normal(at: i), from: truth) <= 0.51)
        #expect(stream.normals(1, from: i) == [stream.normal(at: i)])
      case "normalDouble":
        let i = try Int(decimal: line[3])
        let truth = try Double(hexadecimalBits: line[4])
        #expect(unitsInTheLastPlace(stream.normalDouble(at: i), from: truth, rest: 0) <= 3)
        #expect(stream.normalDoubles(1, from: i) == [stream.normalDouble(at: i)])
      case "integer":
        let (bound, i) = (try Int(decimal: line[3]), try Int(decimal: line[4]))
        let number = try Int(decimal: line[5])
        #expect(stream.integer(below: bound, at: i) == number)
      case "purpose":
        let purpose = try #require(RandomPurpose(rawValue: try UInt64(decimal: line[3])))
        let derived = try UInt64(decimal: line[4])
        #expect(stream.substream(purpose).stream == derived)
        #expect(stream.substream(purpose).seed == stream.seed)
      case "number":
        let number = try Int(decimal: line[3])
        let derived = try UInt64(decimal: line[4])
        #expect(stream.substream(number).stream == derived)
      default:
        #expect(line[0] == "permutation")
        let numbers = try line[4].split(separator: ",").map { try Int(decimal: $0) }
        #expect(stream.permutation(of: numbers.count) == numbers)
      }
    }
  }

  @Test func fillsDependOnNeitherOrderNorChunks() {
    let stream = RandomStream(seed: 11).substream(.weights)
    let whole = (
      stream.words(1000), stream.uniforms(1000), stream.normals(1000), stream.normalDoubles(1000),
      stream.mask(1000, keeping: 0.7)
    )
    for size in [1, 2, 3, 5, 64, 129, 999] {
      for first in stride(from: 0, to: 1000, by: size).reversed() {
        let range = first..<min(first + size, 1000)
        #expect(stream.words(range.count, from: first) == Array(whole.0[range]))
        #expect(stream.uniforms(range.count, from: first) == Array(whole.1[range]))
        #expect(stream.normals(range.count, from: first) == Array(whole.2[range]))
        #expect(stream.normalDoubles(range.count, from: first) == Array(whole.3[range]))
        #expect(stream.mask(range.count, keeping: 0.7, from: first) == Array(whole.4[range]))
      }
    }
    for i in 0..<1000 {
      #expect(stream.word(at: i) == whole.0[i])
      #expect(stream.uniform(at: i) == whole.1[i])
      #expect(stream.normal(at: i) == whole.2[i])
      #expect(stream.normalDouble(at: i) == whole.3[i])
      #expect(stream.bernoulli(0.7, at: i) == (whole.4[i] == 1))
    }
  }

  @Test func substreamsDiffer() {
    var streams: Set<UInt64> = [0]
    let root = RandomStream(seed: 5)
    var count = 1
    for purpose in RandomPurpose.allCases {
      for layer in 0..<50 {
        for step in 0..<20 {
          streams.insert(root.substream(purpose).substream(layer).substream(step).stream)
          count += 1
        }
      }
    }
    #expect(streams.count == count)
    let one = root.substream(.weights).substream(1).substream(2)
    #expect(one != root.substream(.weights).substream(2).substream(1))
    #expect(root.substream(.weights) != root.substream(Int(RandomPurpose.weights.rawValue)))
  }

  @Test func purposesKeepTheirNumbers() {
    #expect(RandomPurpose.allCases.map(\.rawValue) == Array(1...13))
  }

  @Test func rangesExcludeTheirUpperBound() {
    let stream = RandomStream(seed: 2)
    var values = [Float](repeating: 0, count: 20_000)
    var span = values.mutableSpan
    // Five Floats: without the guard every tenth number would round to the upper bound.
    let narrow: Range<Float> = 1..<1 + 5 * .ulpOfOne
    stream.fillUniform(&span, in: narrow)
    #expect(values.allSatisfy { narrow.contains($0) })
    #expect(values.contains(narrow.upperBound.nextDown) && values.contains(1))
    let wide = -0.25..<0.75
    for i in 0..<1000 {
      let value = stream.uniformDouble(in: wide, at: i)
      #expect(value == -0.25 + stream.uniformDouble(at: i) && wide.contains(value))
      let tight = 1..<(1.0).nextUp.nextUp
      #expect(tight.contains(stream.uniformDouble(in: tight, at: i)))
    }
  }

  @Test func masksAtTheEndsOfProbability() {
    let stream = RandomStream(seed: 4)
    #expect(stream.mask(1000, keeping: 0) == [Float](repeating: 0, count: 1000))
    #expect(stream.mask(1000, keeping: 1, value: 2) == [Float](repeating: 2, count: 1000))
    // Just below the word counts as above: the comparison is exact.
    let word = stream.word(at: 17)
    #expect(!stream.bernoulli(Double(word) * 0x1p-32, at: 17))
    #expect(stream.bernoulli(Double(word + 1) * 0x1p-32, at: 17))
  }

  @Test func standardDeviationScales() {
    let stream = RandomStream(seed: 6)
    var values = [Float](repeating: 0, count: 100)
    var span = values.mutableSpan
    stream.fillNormal(&span, standardDeviation: 0.01, from: 7)
    #expect(values == stream.normals(100, from: 7).map { $0 * 0.01 })
  }
}
