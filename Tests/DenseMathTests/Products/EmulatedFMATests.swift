import CKernels
import Testing

/// The emulated fused multiply-add is the one of the hardware (or of the C library), to the bit.
struct EmulatedFMATests {
  private func check(_ a: [Float], _ b: [Float], _ c: [Float]) {
    var results = [Float](repeating: 0, count: a.count)
    gemm_emulated_fma(a, b, c, &results, a.count)
    var mistakes = 0
    for i in a.indices {
      let expected = c[i].addingProduct(a[i], b[i])
      let same = results[i].bitPattern == expected.bitPattern
      if same || (results[i].isNaN && expected.isNaN) { continue }
      mistakes += 1
      if mistakes < 4 {
        Issue.record("fma(\(a[i]), \(b[i]), \(c[i])) = \(results[i]), not \(expected)")
      }
    }
    #expect(mistakes == 0)
  }

  @Test("random bit patterns")
  func randomBits() {
    var generator = TestGenerator(seed: 11)
    let count = 500_000
    let words = (0..<3 * count).map { _ in
      Float(bitPattern: UInt32(truncatingIfNeeded: generator.next()))
    }
    check(
      Array(words[..<count]), Array(words[count..<2 * count]), Array(words[(2 * count)...]))
  }

  @Test("all special values with each other")
  func specialValues() {
    let positive: [Float] = [
      0, .leastNonzeroMagnitude, 0x1p-148, Float(bitPattern: 0x7F_FFFF), .leastNormalMagnitude,
      0x1p-75, 0x1p-63, 0x1p-24, 0x1p-23, 1 - 0x1p-24, 1, 1 + 0x1p-23, 1 + 0x1p-12, 3, 0x1p24,
      0x1.fffffep63, 0x1p64, 0x1p127, .greatestFiniteMagnitude, .infinity, .nan,
    ]
    let values = positive + positive.map { -$0 }
    var a: [Float] = []
    var b: [Float] = []
    var c: [Float] = []
    for x in values {
      for y in values {
        for z in values {
          a.append(x)
          b.append(y)
          c.append(z)
        }
      }
    }
    check(a, b, c)
  }

  /// Sums that a Double holds only rounded, and whose Float lies at or next to a tie: here a plain
  /// Double sum rounds twice. The exponent of the addend runs over all that can matter, subnormal
  /// results and cancellation included.
  @Test("ties, near ties, cancellation and subnormal results")
  func hardCases() {
    var generator = TestGenerator(seed: 13)
    var a: [Float] = []
    var b: [Float] = []
    var c: [Float] = []
    for _ in 0..<400_000 {
      // Few set bits in the significands make ties and exact halves common.
      let exponent = generator.below(2) == 0 ? generator.below(40) - 20 : -70 - generator.below(12)
      let x = sparse(exponent, &generator)
      let y = sparse(generator.below(8) == 0 ? exponent : generator.below(3) - 65, &generator)
      let product = x * y
      let shift = generator.below(64) - 32
      let near = product.isNormal ? Int(product.exponent) : -140
      a.append(x)
      b.append(y)
      c.append(generator.below(6) == 0 ? -product : sparse(near + shift, &generator))
    }
    check(a, b, c)
  }

  /// A number of few set bits with about this exponent.
  private func sparse(_ exponent: Int, _ generator: inout TestGenerator) -> Float {
    let all = UInt64(truncatingIfNeeded: generator.next())
    let word = all & generator.next() & generator.next()
    var significand = (generator.below(4) == 0 ? ~word : word) & 0x7F_FFFF
    if generator.below(4) == 0 { significand &= 3 }
    let biased = UInt32(min(max(exponent + 127, 0), 254))
    let sign: UInt32 = generator.below(2) == 0 ? 0 : 0x8000_0000
    return Float(bitPattern: sign | biased << 23 | UInt32(significand))
  }
}
