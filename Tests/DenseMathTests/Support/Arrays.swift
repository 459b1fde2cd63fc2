import DenseMath

extension Elementary.Map {
  /// The function of every value, by the kernel for whole buffers.
  func results(_ values: [Float]) -> [Float] {
    var results = values
    var span = results.mutableSpan
    Elementary.apply(self, to: &span)
    return results
  }
}

extension RandomStream {
  func uniforms(_ count: Int, from first: Int = 0) -> [Float] {
    var values = [Float](repeating: 9, count: count)
    var span = values.mutableSpan
    fillUniform(&span, from: first)
    return values
  }

  func normals(_ count: Int, from first: Int = 0) -> [Float] {
    var values = [Float](repeating: 9, count: count)
    var span = values.mutableSpan
    fillNormal(&span, from: first)
    return values
  }

  func normalDoubles(_ count: Int, from first: Int = 0) -> [Double] {
    var values = [Double](repeating: 9, count: count)
    var span = values.mutableSpan
    fillNormal(&span, from: first)
    return values
  }

  func words(_ count: Int, from first: Int = 0) -> [UInt32] {
    var values = [UInt32](repeating: 9, count: count)
    var span = values.mutableSpan
    fillWords(&span, from: first)
    return values
  }

  func mask(_ count: Int, keeping probability: Double, value: Float = 1, from first: Int = 0)
    -> [Float]
  {
    var values = [Float](repeating: 9, count: count)
    var span = values.mutableSpan
    fillMask(&span, keeping: probability, value: value, from: first)
    return values
  }
}

extension Array where Element == Float {
  var bits: [UInt32] { map(\.bitPattern) }
}

extension Array where Element == Double {
  var bits: [UInt64] { map(\.bitPattern) }
}

/// Floats of every size and sign, the special ones among them, and no order.
func assortedFloats(_ count: Int, seed: UInt64 = 1) -> [Float] {
  let special: [Float] = [
    0, -0.0, 1, -1, .infinity, -.infinity, .nan, -.nan, .signalingNaN, .leastNonzeroMagnitude,
    -.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, 88.72283, 88.72284, -103.97, -103.98, 0.5, -0.75179,
  ]
  // A third of any size, the others where the functions bend.
  let words = RandomStream(seed: seed).words(count)
  return words.enumerated().map { i, word in
    if i < special.count { return special[i] }
    return switch i % 3 {
    case 0: Float(bitPattern: word)
    case 1: Float(Int32(bitPattern: word)) * 0x1p-28
    default: Float(Int32(bitPattern: word)) * 0x1p-24
    }
  }
}
