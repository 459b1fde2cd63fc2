import DenseMath

/// Arrays for a kernel, each at any distance from a boundary of 64 bytes and between guards, so that
/// a write beside its elements is seen.
struct GuardedArrays {
  private static let guards = 16
  private let buffers: [UnsafeMutableBufferPointer<Float>]
  private let offsets: [Int]
  private let lengths: [Int]

  /// Copies the arrays, number `i` to the place `offset + i` beyond a boundary.
  init(_ arrays: [[Float]], offset: Int) {
    lengths = arrays.map(\.count)
    offsets = arrays.indices.map { Self.guards + (offset + $0) % 16 }
    buffers = zip(arrays, offsets).map { array, start in
      let count = start + array.count + Self.guards
      let raw = UnsafeMutableRawPointer.allocate(byteCount: count * 4, alignment: 64)
      let buffer = UnsafeMutableBufferPointer(
        start: raw.bindMemory(to: Float.self, capacity: count), count: count)
      for index in buffer.indices { buffer[index] = -77 }
      for (index, value) in array.enumerated() { buffer[start + index] = value }
      return buffer
    }
  }

  func free() {
    for buffer in buffers { buffer.deallocate() }
  }

  /// The first element of an array.
  subscript(array: Int) -> UnsafeMutablePointer<Float> {
    // The guards make every buffer one that has elements.
    buffers[array].baseAddress.unsafelyUnwrapped + offsets[array]
  }

  /// The elements of an array.
  func elements(_ array: Int) -> [Float] {
    (0..<lengths[array]).map { self[array][$0] }
  }

  /// The bits of all arrays, one pattern for every NaN.
  var bits: [[UInt32]] { lengths.indices.map { elements($0).canonicalBits } }

  /// Whether nothing was written beside the arrays.
  var areGuardsWhole: Bool {
    zip(buffers, zip(offsets, lengths)).allSatisfy { buffer, place in
      buffer.indices.allSatisfy {
        (place.0..<place.0 + place.1).contains($0) || buffer[$0] == -77
      }
    }
  }
}

extension Array where Element == Float {
  /// Bits with one pattern for every NaN: which of two NaNs goes on is not defined.
  var canonicalBits: [UInt32] { map { $0.isNaN ? 0x7FC0_0000 : $0.bitPattern } }
}

/// Floats of every size and sign, with infinities, NaN and subnormal ones among them.
func assortedFloats(_ count: Int, seed: UInt64) -> [Float] {
  let special: [Float] = [
    0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
    .leastNormalMagnitude, .leastNormalMagnitude / 2, .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude,
  ]
  let stream = RandomStream(seed: seed)
  return (0..<count).map { index in
    let word = stream.word(at: index)
    return switch word % 4 {
    case 0: special[Int(word / 4) % special.count]
    case 1: Float(bitPattern: word)
    default: Float(Int32(bitPattern: word)) * 0x1p-30
    }
  }
}

/// Floats between -2 and 2, or with `positive` between 0 and 2.
func tameFloats(_ count: Int, seed: UInt64, positive: Bool = false) -> [Float] {
  let stream = RandomStream(seed: seed)
  return (0..<count).map {
    let value = Float(Int32(bitPattern: stream.word(at: $0))) * 0x1p-30
    return positive ? abs(value) : value
  }
}
