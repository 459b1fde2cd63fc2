/// Weight, size and ink of a text.
package struct TextStyle: Equatable, Sendable {
  package enum Weight: Equatable, Sendable { case regular, bold }

  /// Size of the em square in points.
  package var size: Double
  package var weight: Weight
  package var ink: Ink

  package init(size: Double, weight: Weight = .regular, ink: Ink = .ink) {
    self.size = size
    self.weight = weight
    self.ink = ink
  }

  /// What a line of text claims above its baseline, in points.
  package var ascent: Double { 0.8 * size }
  /// What a line of text claims below its baseline, in points.
  package var descent: Double { 0.24 * size }
  /// Height of one line without leading, in points.
  package var height: Double { ascent + descent }
  /// Distance from baseline to baseline in points.
  package var leading: Double { 1.3 * size }

  /// Height of a block of `count` lines in points.
  package func height(ofLines count: Int) -> Double {
    count == 0 ? 0 : height + Double(count - 1) * leading
  }
}
