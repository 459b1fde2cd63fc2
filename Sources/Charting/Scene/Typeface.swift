/// What layout needs to know of a font: widths and heights, in font units, unhinted.
///
/// The implementation reads a font file; charts know this protocol only.
package protocol Typeface: Sendable {
  /// SHA-256 of the font file in hexadecimal.
  var digest: String { get }
  /// Font units in one em, usually 1000 or 2048.
  var unitsPerEm: Int { get }
  /// Height above the baseline that text of any kind reaches.
  var ascent: Int { get }
  /// Depth below the baseline as a positive number.
  var descent: Int { get }
  /// Height of a capital letter.
  var capHeight: Int { get }
  /// The glyph that draws `scalar`, or nil where the font has none.
  func glyph(for scalar: Unicode.Scalar) -> TypefaceGlyph?
}

/// A glyph of a font file.
package struct TypefaceGlyph: Equatable, Sendable {
  /// Index of the outline in the font file.
  package var id: UInt16
  /// How far the pen moves on, in font units.
  package var advance: Int

  package init(id: UInt16, advance: Int) {
    self.id = id
    self.advance = advance
  }
}

/// The faces that a chart is set in, each weight in order of preference.
package struct Typography: Sendable {
  package var faces: [any Typeface]
  /// Indices in `faces` for running text; later ones stand in for glyphs that earlier ones lack.
  package var regular: [Int]
  /// The same for titles.
  package var bold: [Int]
  /// Whether characters that no face has are set as their numbers, as U+1F600, rather than refused.
  package var escapesMissing: Bool

  package init(
    faces: [any Typeface], regular: [Int], bold: [Int], escapesMissing: Bool = false
  ) {
    self.faces = faces
    self.regular = regular
    self.bold = bold
    self.escapesMissing = escapesMissing
  }
}
