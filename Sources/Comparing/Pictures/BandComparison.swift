internal import CKernels
internal import Rendering

/// One row of tiles of two pictures, compared.
struct BandComparison: Sendable {
  private(set) var changed = 0
  private(set) var hidden = 0
  private(set) var strong = 0
  private(set) var beyond = 0
  private(set) var largest = 0
  private(set) var box: PixelBox?
  /// The tile with the largest sum of differences.
  private(set) var worst: (sum: Int, tile: PictureComparison.Tile)?

  /// - Parameters:
  ///   - rows: At most as many as a tile is high.
  ///   - width: Pixels of a row that are in both pictures.
  init(_ reference: Bitmap, _ new: Bitmap, rows: Range<Int>, width: Int, tolerance: Tolerance) {
    reference.rgba.withUnsafeBytes { first in
      new.rgba.withUnsafeBytes { second in
        let pair = PixelPair(
          first: PixelPair.Rows(first, stride: reference.width),
          second: PixelPair.Rows(second, stride: new.width), width: width,
          height: min(reference.height, new.height), tolerance: tolerance)
        compare(pair, rows)
      }
    }
  }

  private mutating func compare(_ pair: PixelPair, _ rows: Range<Int>) {
    let changedRows = rows.filter { !pair.isEqual(row: $0, from: 0, count: pair.width) }
    guard !changedRows.isEmpty else { return }
    let side = PictureComparison.tileSide
    for left in stride(from: 0, to: pair.width, by: side) {
      compare(
        pair, changedRows,
        tile: PixelBox(
          x: left, y: rows.lowerBound, width: min(side, pair.width - left), height: rows.count))
    }
  }

  private mutating func compare(_ pair: PixelPair, _ rows: [Int], tile: PixelBox) {
    var (count, sum, columns) = (0, 0, UInt32(0))
    var (top, bottom) = (Int.max, -1)
    for y in rows where !pair.isEqual(row: y, from: tile.x, count: tile.width) {
      (top, bottom) = (min(top, y), y)
      let segment = pair.segment(row: y, from: tile.x, count: tile.width)
      count += segment.changed.nonzeroBitCount
      sum += Int(segment.sum)
      columns |= segment.changed
      hidden += segment.hidden.nonzeroBitCount
      strong += segment.strong.nonzeroBitCount
      beyond += segment.beyond.nonzeroBitCount
      largest = max(largest, Int(segment.largest))
    }
    guard count > 0 else { return }
    changed += count
    let left = columns.trailingZeroBitCount
    let found = PixelBox(
      x: tile.x + left, y: top, width: 32 - columns.leadingZeroBitCount - left,
      height: bottom - top + 1)
    box = box?.union(found) ?? found
    if sum > worst?.sum ?? 0 {
      let area = Double(tile.width * tile.height)
      worst = (
        sum,
        PictureComparison.Tile(
          box: tile, changedShare: Double(count) / area, meanDifference: Double(sum) / area)
      )
    }
  }
}
