#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The pixels of two pictures where they overlap, and what may differ.
///
/// Valid while the pictures' bytes are.
struct PixelPair {
  /// Rows of pixels of four bytes.
  struct Rows {
    let bytes: UnsafeRawBufferPointer
    /// Pixels from one row to the next.
    let stride: Int

    init(_ bytes: UnsafeRawBufferPointer, stride: Int) {
      self.bytes = bytes
      self.stride = stride
    }

    @inline(__always)
    subscript(x: Int, y: Int) -> UInt32 {
      bytes.load(fromByteOffset: (y &* stride &+ x) &* 4, as: UInt32.self)
    }

    func span(row: Int, from x: Int) -> UnsafeRawPointer? {
      bytes.baseAddress.map { $0 + (row * stride + x) * 4 }
    }
  }

  let first: Rows
  let second: Rows
  let width: Int
  let height: Int
  let tolerance: Tolerance

  /// Whether so many pixels of a row are the same bytes.
  func isEqual(row: Int, from x: Int, count: Int) -> Bool {
    guard let a = first.span(row: row, from: x), let b = second.span(row: row, from: x) else {
      return true
    }
    return memcmp(a, b, count * 4) == 0
  }

  /// Whether a pixel may differ by so much.
  @inline(__always)
  func allows(_ difference: SIMD4<Int16>, x: Int, y: Int) -> Bool {
    let level = Int(difference.max())
    if level <= tolerance.flat { return true }
    if level > tolerance.edge { return false }
    return isOnEdge(difference, x: x, y: y)
  }

  /// Whether each channel that differs by more than `flat` lies on an edge that is strong enough.
  private func isOnEdge(_ difference: SIMD4<Int16>, x: Int, y: Int) -> Bool {
    let small = difference .<= Int16(truncatingIfNeeded: tolerance.flat)
    // More than 127 times is more than there is for any difference of 3 and over.
    let wanted = (difference &* Int16(min(max(tolerance.edgeRatio, 1), 127)))
      .replacing(with: 0, where: small)
    return Self.range(of: first, self, x, y, reaches: wanted)
      && Self.range(of: second, self, x, y, reaches: wanted)
  }

  /// Whether the channels range over so much around a pixel.
  private static func range(
    of rows: Rows, _ pair: PixelPair, _ x: Int, _ y: Int, reaches wanted: SIMD4<Int16>
  ) -> Bool {
    var lowest = PixelColor(rows[x, y]).channels
    var highest = lowest
    for row in max(y - 1, 0)...min(y + 1, pair.height - 1) {
      for column in max(x - 1, 0)...min(x + 1, pair.width - 1) {
        let channels = PixelColor(rows[column, row]).channels
        lowest = pointwiseMin(lowest, channels)
        highest = pointwiseMax(highest, channels)
      }
      if all(highest &- lowest .>= wanted) { return true }
    }
    return false
  }
}
