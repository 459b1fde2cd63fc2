/// How far two pictures may differ and still pass for one another.
///
/// A picture is within it where every pixel is, but for so many, and where no tile of 32x32 pixels
/// differs more on average. Sizes must be equal. Differences are levels, 0 to 255, of red, green
/// and blue over white, and of alpha.
///
/// A pixel is within the tolerance where each channel differs by at most `flat` levels; or by at
/// most `edge` levels where it lies on an edge of both pictures: there the channel ranges, over the
/// pixel and its eight neighbours, over at least `edgeRatio` times the difference. So the coverage
/// of an antialiased pixel may be rounded otherwise, while a faint line that comes or goes has no
/// edge in one of the pictures, and a colour that changes none in either.
package struct Tolerance: Codable, Equatable, Sendable {
  /// Levels that a channel may differ anywhere.
  package var flat: Int
  /// Levels that a channel may differ on an edge.
  package var edge: Int
  /// How many times the difference an edge must be strong.
  package var edgeRatio: Int
  /// Pixels that may differ by more.
  package var pixels: Int
  /// The mean difference, in levels, of the worst tile.
  package var tileMean: Double

  package init(flat: Int, edge: Int, edgeRatio: Int, pixels: Int, tileMean: Double) {
    self.flat = flat
    self.edge = edge
    self.edgeRatio = edgeRatio
    self.pixels = pixels
    self.tileMean = tileMean
  }

  /// No difference of the decoded pixels passes, visible or not.
  package static let none = Tolerance(flat: 0, edge: 0, edgeRatio: 1, pixels: 0, tileMean: 0)

  /// What a reader cannot see: the rounding of another renderer.
  ///
  /// Cairo 1.16 and 1.18 differ in strokes with round joins, on some two hundred pixels of a page, by
  /// up to 16 levels: they sample a pixel in 15 rows, and one row more is 17 levels at most. Two
  /// levels of a colour cannot be told apart even side by side. A line that moved by a tenth of a
  /// pixel, a digit that changed, a faint grid line that went, are all beyond it: of the mutants of a
  /// chart, the one that changes least, a digit of 6 pixels, has a dozen pixels beyond it.
  package static let unseen = Tolerance(flat: 2, edge: 20, edgeRatio: 8, pixels: 0, tileMean: 3)
}
