import DenseMath

/// The definition of a product, term by term: what every kernel must give to the last bit.
///
/// `addingProduct` is the C library's or the hardware's fused multiply-add, never our emulation.
func referenceProduct(
  _ product: Product, _ a: [Float], _ b: [Float], bias: [Float]?
) -> [Float] {
  let (rows, inner, columns) = (product.rows, product.inner, product.columns)
  var c = [Float](repeating: 0, count: rows * columns)
  for i in 0..<rows {
    for j in 0..<columns {
      var chain: Float = 0
      for p in 0..<inner {
        let x = product.form == .transposedLeft ? a[p * rows + i] : a[i * inner + p]
        let y = product.form == .transposedRight ? b[j * inner + p] : b[p * columns + j]
        if product.skipsZeros && x == 0 { continue }
        chain = chain.addingProduct(x, y)
      }
      if product.skipsZeros && chain == 0 { chain = 0 }  // never -0
      if let bias { chain += bias[j] }
      c[i * columns + j] = chain.isNaN ? Float(bitPattern: 0x7FC0_0000) : chain
    }
  }
  return c
}

/// SplitMix64 (Steele, Lea and Flood, 2014), for test data alone.
struct TestGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// An index below `bound`.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}

/// What the elements of a test matrix are like.
enum TestValues: CaseIterable {
  /// Between -1 and 1.
  case plain
  /// Four in five are zero, half of these -0.
  case mostlyZero
  /// Products and sums that become subnormal or vanish.
  case tiny
  /// Plain, with now and then a zero, a subnormal, the largest number, an infinity or a NaN.
  case wild
  /// The last two with three zeros in five.
  case sparselyTiny, sparselyWild

  func make(_ count: Int, _ generator: inout TestGenerator) -> [Float] {
    (0..<count).map { _ in make(&generator) }
  }

  private func make(_ generator: inout TestGenerator) -> Float {
    let plain = Float(Int32(truncatingIfNeeded: generator.next())) * 0x1p-31
    switch self {
    case .plain:
      return plain
    case .mostlyZero:
      let kind = generator.below(10)
      return kind < 4 ? 0 : kind < 8 ? -0.0 : plain
    case .tiny:
      return plain * (generator.below(2) == 0 ? 0x1p-70 : 0x1p-60)
    case .wild:
      let rare: [Float] = [
        0, -0.0, .leastNonzeroMagnitude, -.leastNormalMagnitude, .greatestFiniteMagnitude,
        .infinity, -.infinity, -.nan, .nan,
      ]
      let kind = generator.below(400)
      return kind < rare.count ? rare[kind] : plain
    case .sparselyTiny:
      return generator.below(5) < 3 ? 0 : TestValues.tiny.make(&generator)
    case .sparselyWild:
      return generator.below(5) < 3 ? 0 : TestValues.wild.make(&generator)
    }
  }
}

func bits(_ values: [Float]) -> [UInt32] { values.map(\.bitPattern) }
