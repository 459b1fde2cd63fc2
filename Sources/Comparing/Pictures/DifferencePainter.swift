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

    func contains(_ x: Int, _ y: Int) -> Bool { x < width && y < height }

    /// The mean colour of a block.
    func color(_ columns: Range<Int>, _ rows: Range<Int>) -> PaintColor {
      guard columns.count * rows.count > 1 else {
        return PaintColor(PixelColor(self.rows[columns.lowerBound, rows.lowerBound]))
      }
      var sum = SIMD4<Int>()
      for y in rows {
        for x in columns {
          sum &+= SIMD4(truncatingIfNeeded: PixelColor(self.rows[x, y]).channels)
        }
      }
      let mean = SIMD4<UInt8>(truncatingIfNeeded: sum / (columns.count * rows.count))
      return PaintColor(mean.x, mean.y, mean.z)
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
  private enum Mark: Int {
    case equal, within, alone, beyond
  }

  /// The mark of the worst pixel of a block; where all are equal, the paled reference.
  func difference(_ columns: Range<Int>, _ rows: Range<Int>) -> PaintColor {
    var worst = Mark.equal
    for y in rows {
      for x in columns {
        let mark = mark(x, y)
        if mark.rawValue > worst.rawValue { worst = mark }
      }
    }
    return switch worst {
    case .equal: reference.color(columns, rows).paled
    case .within: DifferencePicture.within
    case .alone: DifferencePicture.alone
    case .beyond: DifferencePicture.beyond
    }
  }

  private func mark(_ x: Int, _ y: Int) -> Mark {
    guard reference.contains(x, y), new.contains(x, y) else { return .alone }
    let (before, after) = (pair.first[x, y], pair.second[x, y])
    guard before != after else { return .equal }
    let difference = PixelColor(before).difference(from: PixelColor(after))
    return pair.allows(difference, x: x, y: y) ? .within : .beyond
  }
}
