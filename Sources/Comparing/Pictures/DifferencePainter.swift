internal import CKernels

/// Paints two pictures, and what differs between them, block by block.
struct DifferencePainter {
  let reference: Source
  let new: Source
  private let pair: PixelPair

  /// One of the pictures.
  struct Source {
    let rows: PixelPair.Rows
    let width: Int
    let height: Int

    init(_ bytes: UnsafeRawBufferPointer, width: Int, height: Int) {
      rows = PixelPair.Rows(bytes, stride: width)
      self.width = width
      self.height = height
    }

    /// The mean colour of a block.
    func color(_ columns: Range<Int>, _ rows: Range<Int>) -> PaintColor {
      guard columns.count * rows.count > 1 else {
        return PaintColor(PixelColor(self.rows[columns.lowerBound, rows.lowerBound]))
      }
      var sum = SIMD4<Int32>()
      for y in rows {
        for x in columns { sum &+= PixelColor(self.rows[x, y]).channels }
      }
      return PaintColor(sum / Int32(columns.count * rows.count))
    }
  }

  init(_ reference: Source, _ new: Source, tolerance: Tolerance) {
    self.reference = reference
    self.new = new
    pair = PixelPair(
      first: reference.rows, second: new.rows, width: min(reference.width, new.width),
      height: min(reference.height, new.height), tolerance: tolerance)
  }

  /// What there is to say about a pixel, from the least to the worst.
  enum Mark: UInt8 {
    case equal, within, alone, beyond
  }

  /// The worst marks of the columns of some rows.
  func marks(_ rows: Range<Int>) -> [Mark] {
    var marks = [Mark](repeating: .equal, count: max(reference.width, new.width))
    for y in rows {
      let shared = y < pair.height ? pair.width : 0
      for x in shared..<marks.count { Self.raise(&marks[x], to: .alone) }
      guard shared > 0, !pair.isEqual(row: y, from: 0, count: shared) else { continue }
      for left in stride(from: 0, to: shared, by: PictureComparison.tileSide) {
        let count = min(PictureComparison.tileSide, shared - left)
        let segment = pair.segment(row: y, from: left, count: count)
        for x in 0..<count where segment.changed >> x & 1 == 1 {
          Self.raise(&marks[left + x], to: segment.beyond >> x & 1 == 1 ? .beyond : .within)
        }
      }
    }
    return marks
  }

  private static func raise(_ mark: inout Mark, to other: Mark) {
    if other.rawValue > mark.rawValue { mark = other }
  }

  /// The colour of the worst mark of a block; where all are equal, the paled reference.
  func difference(_ marks: [Mark], _ columns: Range<Int>, _ rows: Range<Int>) -> PaintColor {
    var worst = Mark.equal
    for x in columns { Self.raise(&worst, to: marks[x]) }
    return switch worst {
    case .equal: reference.color(columns, rows).paled
    case .within: DifferencePicture.within
    case .alone: DifferencePicture.alone
    case .beyond: DifferencePicture.beyond
    }
  }
}
