package import Charting
internal import Synchronization

/// A static TrueType font, known by the digest of its file.
///
/// Metrics and outlines are read when they are first asked for, kept, and may be asked for by
/// several threads at once.
package final class TrueTypeFont: OutlineFont {
  package let digest: String
  package let unitsPerEm: Int
  package let ascent: Int
  package let descent: Int
  package let capHeight: Int
  private let reader: Mutex<Reader>

  /// The open face and what was read from it.
  private struct Reader: ~Copyable {
    let face: FreeTypeFace
    /// A character that the font lacks is kept as nil.
    var glyphs: [Unicode.Scalar: TypefaceGlyph?] = [:]
    var outlines: [UInt16: GlyphOutline] = [:]

    init(face: consuming FreeTypeFace) {
      self.face = face
    }
  }

  /// Opens the font in `bytes`.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: Where they come from, for messages.
  /// - Throws: `notAFont` or `refused`.
  package convenience init(bytes: [UInt8], path: String) throws(FontError) {
    try self.init(bytes: bytes, path: path, digest: fontDigest(of: bytes))
  }

  /// Opens a font whose digest was computed before.
  init(bytes: [UInt8], path: String, digest: String) throws(FontError) {
    let face = try FreeTypeFace(bytes: bytes, path: path)
    try face.checkKind()
    self.digest = digest
    unitsPerEm = face.unitsPerEm
    ascent = face.ascent
    descent = face.descent
    capHeight = try face.capHeight()
    reader = Mutex(Reader(face: face))
  }

  /// The glyph for a character; nil as well where its entry in the font is damaged.
  package func glyph(for scalar: Unicode.Scalar) -> TypefaceGlyph? {
    reader.withLock { reader in
      if let known = reader.glyphs[scalar] { return known }
      let found = try? reader.face.glyph(for: scalar)
      let glyph = found.map { TypefaceGlyph(id: $0.id, advance: $0.advance) }
      reader.glyphs[scalar] = .some(glyph)
      return glyph
    }
  }

  package func outline(of glyph: UInt16) throws(FontError) -> GlyphOutline {
    try reader.withLock { reader throws(FontError) in
      if let known = reader.outlines[glyph] { return known }
      let outline = try reader.face.outline(of: glyph)
      reader.outlines[glyph] = outline
      return outline
    }
  }
}
