package import Files
package import Provenance

/// Why a font cannot be used.
package enum FontError: Error, Equatable {
  /// The kinds of fonts that are refused.
  package enum Refusal: String, Equatable, Sendable {
    case collection = "a collection of fonts"
    case compactOutlines = "a font with CFF outlines"
    case variable = "a variable font"
    case noOutlines = "a font without outlines"
    case noUnicode = "a font without a Unicode character map"
  }

  /// A font file that the user names cannot be read.
  case unreadable(FileError)
  /// FreeType does not take the file for a font.
  case notAFont(path: String, code: Int32)
  /// The font is of a kind whose drawing is not the same everywhere.
  case refused(path: String, kind: Refusal)
  /// FreeType cannot read an outline.
  case damagedGlyph(path: String, glyph: UInt16, code: Int32)
  /// The file cannot be hashed.
  case hash(ProvenanceError)
  /// FreeType itself does not start.
  case freeTypeFailed(code: Int32)
  /// No file has the digest of the font. `rejected` are files of its name with another content.
  case notFound(KnownFont, rejected: [String])

  /// Whether the machine is at fault, not what the user gave.
  package var isMachineFault: Bool {
    switch self {
    case .freeTypeFailed, .notFound, .hash: true
    case .unreadable, .notAFont, .refused, .damagedGlyph: false
    }
  }
}

extension FontError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let error):
      error.description
    case .notAFont(let path, let code):
      "\(path) is no font (FreeType error \(code))"
    case .refused(let path, let kind):
      "\(path) is \(kind.rawValue); a static TrueType font with a glyf table is needed"
    case .damagedGlyph(let path, let glyph, let code):
      "\(path): glyph \(glyph) is damaged (FreeType error \(code))"
    case .hash(let error):
      error.description
    case .freeTypeFailed(let code):
      "cannot start FreeType (error \(code))"
    case .notFound(let font, let rejected):
      "missing font \(font.fileName): install it with 'apt-get install \(font.debianPackage)' or name "
        + "the file with --font-file (SHA-256 \(font.digest))"
        + (rejected.isEmpty
          ? "" : "; of another content: \(rejected.joined(separator: ", "))")
    }
  }
}

/// SHA-256 of a font file in hexadecimal.
func fontDigest(of bytes: [UInt8]) throws(FontError) -> String {
  do {
    return try SHA256.hexDigest(of: bytes)
  } catch {
    throw .hash(error)
  }
}
