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
    var (count, sum) = (0, 0)
    var (left, right, top, bottom) = (Int.max, -1, Int.max, -1)
    for y in rows where !pair.isEqual(row: y, from: tile.x, count: tile.width) {
      (top, bottom) = (min(top, y), y)
      for x in tile.x..<tile.x + tile.width {
        let (before, after) = (pair.first[x, y], pair.second[x, y])
        guard before != after else { continue }
        count += 1
        (left, right) = (min(left, x), max(right, x))
        let difference = PixelColor(before).difference(from: PixelColor(after))
        let level = Int(difference.max())
        sum += level
        largest = max(largest, level)
        if level == 0 { hidden += 1 }
        if level > PictureComparison.strongDifference { strong += 1 }
        if !pair.allows(difference, x: x, y: y) { beyond += 1 }
      }
    }
    guard count > 0 else { return }
    changed += count
    let found = PixelBox(x: left, y: top, width: right - left + 1, height: bottom - top + 1)
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
