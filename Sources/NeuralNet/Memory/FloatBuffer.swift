#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Numbers in memory of their own that never moves or grows: what a training step works in.
///
/// It is used by one thread at a time, but for parts that do not overlap.
package final class FloatBuffer {
  package let count: Int
  let base: UnsafeMutablePointer<Float>

  /// All zeros.
  package init(count: Int) {
    precondition(count >= 0, "\(count) numbers")
    self.count = count
    // Vectors of any width start on a boundary of theirs.
    let bytes = max(64, count * MemoryLayout<Float>.stride)
    let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    base = raw.bindMemory(to: Float.self, capacity: max(16, count))
    base.initialize(repeating: 0, count: max(16, count))
  }

  deinit { base.deallocate() }

  /// Numbers from `offset` on as a matrix `[rows, columns]`.
  func block(_ offset: Int = 0, rows: Int, columns: Int) -> Block {
    precondition(
      offset >= 0 && rows >= 0 && columns >= 0 && offset + rows * columns <= count,
      "[\(rows), \(columns)] from \(offset) in \(count) numbers")
    return Block(base: base + offset, rows: rows, columns: columns)
  }

  /// A copy of the numbers.
  package var elements: [Float] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Takes the numbers of an array of the same length.
  package func copy(_ elements: [Float]) {
    precondition(elements.count == count, "\(elements.count) numbers for \(count)")
    elements.withUnsafeBufferPointer {
      if let from = $0.baseAddress { base.update(from: from, count: count) }
    }
  }

  /// Takes the numbers of a buffer of the same length.
  func copy(_ other: FloatBuffer) {
    precondition(other.count == count, "\(other.count) numbers for \(count)")
    base.update(from: other.base, count: count)
  }
}

/// A matrix `[rows, columns]` inside a `FloatBuffer`, row-major and without gaps.
///
/// Whoever holds one keeps the buffer alive.
struct Block {
  let base: UnsafeMutablePointer<Float>
  let rows: Int
  let columns: Int

  var count: Int { rows * columns }

  /// Some of the rows.
  func part(_ part: Range<Int>) -> Block {
    precondition(part.lowerBound >= 0 && part.upperBound <= rows, "rows \(part) of \(rows)")
    return Block(base: base + part.lowerBound * columns, rows: part.count, columns: columns)
  }

  /// To be read while the buffer lives and nobody writes this part of it.
  var buffer: UnsafeBufferPointer<Float> { UnsafeBufferPointer(start: base, count: count) }

  /// To be written while nobody else uses this part of the buffer.
  var mutableBuffer: UnsafeMutableBufferPointer<Float> {
    UnsafeMutableBufferPointer(start: base, count: count)
  }
}
