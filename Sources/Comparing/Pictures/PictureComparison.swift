internal import DenseMath
package import Rendering

/// Two pictures, compared by their decoded pixels.
///
/// Pictures of unlike sizes are compared where they overlap, their upper left corners on each
/// other, and are different whatever is there.
package struct PictureComparison: Codable, Equatable, Sendable {
  /// What it comes to.
  package enum Verdict: String, Codable, Equatable, Sendable {
    /// The same size, and the same bytes in every pixel.
    case equal
    /// Not equal, but within the tolerance.
    case within
    case different
  }

  /// A size in pixels.
  package struct Size: Codable, Equatable, Sendable {
    package var width: Int
    package var height: Int
  }

  /// A square of `tileSide` pixels, less at the right and lower border.
  package struct Tile: Codable, Equatable, Sendable {
    package var box: PixelBox
    /// Its share of changed pixels, 0 to 1.
    package var changedShare: Double
    /// The mean over its pixels of the largest difference of a channel, in levels.
    package var meanDifference: Double

    package init(box: PixelBox, changedShare: Double, meanDifference: Double) {
      self.box = box
      self.changedShare = changedShare
      self.meanDifference = meanDifference
    }
  }

  /// Pixels on a side of a tile.
  package static let tileSide = 32
  /// A channel that differs by more levels is counted as strong.
  package static let strongDifference = 24

  package let reference: Size
  package let new: Size
  package let tolerance: Tolerance
  /// Pixels in both pictures.
  package let compared: Int
  /// Pixels of which a byte differs.
  package let changed: Int
  /// Those of them that look equal on any ground: all that differs is the colour of what is
  /// transparent.
  package let hidden: Int
  /// Those that differ by more than `strongDifference`.
  package let strong: Int
  /// Those beyond what `tolerance` allows a pixel.
  package let beyond: Int
  /// The box around the changed pixels; nil where there are none.
  package let box: PixelBox?
  /// The largest difference of a channel, 0 to 255: red, green, blue over white, or alpha.
  package let largest: Int
  /// The tile with the largest sum of differences, the first of equal ones in rows from the top;
  /// nil where no difference can be seen.
  package let worstTile: Tile?

  /// Compares two pictures.
  ///
  /// - Parameter threads: Workers; their number changes the time and nothing else.
  package init(
    reference: Bitmap, new: Bitmap, tolerance: Tolerance = .unseen, threads: Int = 1
  ) {
    self.reference = Size(width: reference.width, height: reference.height)
    self.new = Size(width: new.width, height: new.height)
    self.tolerance = tolerance
    let width = min(reference.width, new.width)
    let height = min(reference.height, new.height)
    compared = width * height
    let side = Self.tileSide
    let bands = Parallel.map(count: (height + side - 1) / side, threads: threads) { index in
      BandComparison(
        reference, new, rows: index * side..<min((index + 1) * side, height), width: width,
        tolerance: tolerance)
    }
    changed = bands.reduce(0) { $0 + $1.changed }
    hidden = bands.reduce(0) { $0 + $1.hidden }
    strong = bands.reduce(0) { $0 + $1.strong }
    beyond = bands.reduce(0) { $0 + $1.beyond }
    largest = bands.reduce(0) { max($0, $1.largest) }
    box = bands.compactMap(\.box).reduce(nil) { $0?.union($1) ?? $1 }
    var worst: (sum: Int, tile: Tile)?
    for case .some(let found) in bands.map(\.worst) where found.sum > worst?.sum ?? 0 {
      worst = found
    }
    worstTile = worst?.tile
  }

  package var sizesAreEqual: Bool { reference == new }

  package var verdict: Verdict {
    guard sizesAreEqual else { return .different }
    if changed == 0 { return .equal }
    if tolerance == .none { return .different }
    let mean = worstTile?.meanDifference ?? 0
    return beyond <= tolerance.pixels && mean <= tolerance.tileMean ? .within : .different
  }

  /// The share of changed pixels among those compared, 0 to 1.
  package var changedShare: Double {
    compared == 0 ? 0 : Double(changed) / Double(compared)
  }
}
