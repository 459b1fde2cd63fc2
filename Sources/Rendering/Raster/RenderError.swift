package import Provenance

/// Why a scene cannot be drawn.
package enum RenderError: Error, Equatable {
  /// A page of this many pixels is not drawn.
  case pageSize(width: Int, height: Int)
  /// So many pixels for each point give no size in inches.
  case resolution(Double)
  /// The scene is opaque by contract, but its paper is not.
  case translucentPaper(alpha: UInt8)
  /// A glyph counts to a face that the scene does not list.
  case faceIndex(Int, count: Int)
  /// No font with the digest of a face was given.
  case unknownFace(digest: String)
  case font(FontError)
  /// The pixels cannot be hashed.
  case hash(ProvenanceError)
  /// A keyword has 1 to 79 printable ASCII characters and no blanks at its ends or in a row.
  case keyword(String)
  /// Text of the metadata holds a character that no file may hold.
  case text(keyword: String)
  /// Cairo refuses an operation, which with checked input means that memory is short.
  case cairo(operation: String, reason: String)
  /// libpng refuses to write.
  case png(reason: String)

  /// Whether the machine is at fault, not what the user gave.
  package var isMachineFault: Bool {
    switch self {
    case .cairo, .png: true
    case .font(let error): error.isMachineFault
    case .hash(let error): error.isMachineFault
    case .pageSize, .resolution, .translucentPaper, .faceIndex, .unknownFace, .keyword, .text: false
    }
  }
}

extension RenderError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .pageSize(let width, let height):
      "invalid page of \(width)x\(height) pixels (1...\(PageLimits.side) on each side, at most "
        + "\(PageLimits.pixels / 1_000_000) million in all)"
    case .resolution(let value):
      "invalid resolution of \(value) pixels a point (above 0, at most \(PageLimits.pixelsPerPoint))"
    case .translucentPaper(let alpha):
      "invalid paper colour: alpha \(alpha) (255)"
    case .faceIndex(let index, let count):
      "invalid face \(index) of a glyph (the scene has \(count))"
    case .unknownFace(let digest):
      "no font with the digest \(digest) was given"
    case .font(let error):
      error.description
    case .hash(let error):
      error.description
    case .keyword(let keyword):
      "invalid metadata keyword '\(keyword)' (1...79 printable ASCII characters, no outer or double blanks)"
    case .text(let keyword):
      "invalid metadata text of '\(keyword)' (a NUL character)"
    case .cairo(let operation, let reason):
      "cannot \(operation): \(reason) (Cairo)"
    case .png(let reason):
      "cannot encode the PNG: \(reason) (libpng)"
    }
  }
}
