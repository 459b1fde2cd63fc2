internal import CKernels

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

    /// Red, green, blue and alpha in the bytes from the lowest up.
    subscript(x: Int, y: Int) -> UInt32 {
      bytes.load(fromByteOffset: (y &* stride &+ x) &* 4, as: UInt32.self)
    }

    func span(row: Int, from x: Int) -> UnsafeRawPointer? {
      bytes.baseAddress.map { $0 + (row * stride + x) * 4 }
    }

    typealias Row = UnsafePointer<UInt8>?

    /// The row above, the row and the row below; the row itself where there is none.
    func neighbours(of row: Int, below height: Int) -> (Row, Row, Row)? {
      func start(_ row: Int) -> Row {
        span(row: row, from: 0)?.assumingMemoryBound(to: UInt8.self)
      }
      guard bytes.baseAddress != nil else { return nil }
      return (start(max(row - 1, 0)), start(row), start(min(row + 1, height - 1)))
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

  /// What differs of up to `PICTURE_SEGMENT` pixels of a row.
  func segment(row: Int, from x: Int, count: Int) -> picture_segment {
    var segment = picture_segment()
    guard let before = first.neighbours(of: row, below: height),
      let after = second.neighbours(of: row, below: height)
    else { return segment }
    withUnsafePointer(to: before) { before in
      withUnsafePointer(to: after) { after in
        before.withMemoryRebound(to: UnsafePointer<UInt8>?.self, capacity: 3) { before in
          after.withMemoryRebound(to: UnsafePointer<UInt8>?.self, capacity: 3) { after in
            picture_compare(before, after, x, count, width, tolerance.levels, &segment)
          }
        }
      }
    }
    return segment
  }
}

extension Tolerance {
  /// What a pixel may differ.
  fileprivate var levels: picture_tolerance {
    func byte(_ value: Int) -> UInt8 { UInt8(min(max(value, 0), 255)) }
    return picture_tolerance(
      flat: byte(flat), edge: byte(edge), ratio: byte(max(edgeRatio, 1)),
      strong: byte(PictureComparison.strongDifference))
  }
}
