import Testing

@testable import Search

@Suite struct SobolSamplerTests {
  private func space(_ count: Int) throws -> SearchSpace {
    try SearchSpace(texts: (0..<count).map { "x\($0)=0.0..1" })
  }

  @Test func bareSequenceIsSciPys() throws {
    let sampler = try SobolSampler(try space(64), seed: nil)
    for line in try ReferenceFile("sobol.txt").lines {
      let numbers = try line.numbers()
      let point = (0..<64).map { sampler.coordinate($0, of: Int(numbers[0])) * 0x1p30 }
      #expect(point == Array(numbers.dropFirst()), "point \(numbers[0])")
    }
  }

  /// In two dimensions, 2^k points from a multiple of 2^k on fall one into each cell of every grid
  /// of 2^k equal cells: what makes a net, and what scrambling keeps.
  @Test(arguments: [0, 1, 7])
  func scrambledPointsAreNets(seed: Int) throws {
    let sampler = try SobolSampler(try space(2), seed: UInt64(seed))
    for start in [0, 64, 640] {
      let points = (start..<start + 64).map { number in
        (sampler.coordinate(0, of: number), sampler.coordinate(1, of: number))
      }
      for split in 0...6 {
        let (columns, rows) = (Double(1 << split), Double(64 >> split))
        let cells = points.map { Int($0.0 * columns) * 64 + Int($0.1 * rows) }
        #expect(Set(cells).count == 64, "seed \(seed), \(columns) by \(rows)")
      }
    }
  }

  @Test func scramblesDifferAndDependOnTheNumberAlone() throws {
    let (one, other) = (
      try SobolSampler(try space(3), seed: 1), try SobolSampler(try space(3), seed: 2)
    )
    let study = Study(name: "s", direction: .minimize, space: try space(3))
    #expect(try one.suggest(number: 5, for: study) == one.suggest(number: 5, for: study))
    #expect(try one.suggest(number: 5, for: study) != other.suggest(number: 5, for: study))
    let means = (0..<3).map { dimension in
      (0..<200).reduce(0.0) { sum, seed in
        let sampler = try? SobolSampler(study.space, seed: UInt64(seed))
        return sum + (sampler?.coordinate(dimension, of: 9) ?? 9) / 200
      }
    }
    // Over seeds one point is uniform: five standard errors of a mean of 200 are 0.1.
    for mean in means { #expect((mean - 0.5).magnitude < 0.1) }
  }

  /// A shift of all points alike would keep nets too; here each digit's flip depends on the digits
  /// before it, so that the differences of two points vary with the seed.
  @Test func flipsDependOnTheDigitsBefore() throws {
    let differences = try (0..<40).map { seed in
      let sampler = try SobolSampler(try space(1), seed: UInt64(seed))
      let digits = (0...1).map { UInt32(sampler.coordinate(0, of: $0) * 0x1p32) }
      return digits[0] ^ digits[1]
    }
    // The first digit is that of a net: the two points stand in different halves.
    #expect(differences.allSatisfy { $0 >> 31 == 1 })
    #expect(Set(differences.map { $0 >> 29 }) == [4, 5, 6, 7])
  }

  @Test func dimensionsAreLimited() throws {
    #expect(throws: SamplerError.tooManyDimensions(got: 65, most: 64)) {
      try SobolSampler(try space(65), seed: 1)
    }
    let sampler = try SobolSampler(try space(1), seed: 1)
    let study = Study(name: "s", direction: .minimize, space: try space(1))
    #expect(throws: SamplerError.sequenceExhausted(number: 1 << 32, count: 1 << 32)) {
      try sampler.suggest(number: 1 << 32, for: study)
    }
  }
}
