internal import Charting

/// The fonts of one scene: what its faces stand for.
struct FontSet {
  private let faces: [String]
  private let fonts: [String: any OutlineFont]

  /// - Parameter fonts: Fonts to choose from by digest; more than the scene needs is no harm.
  init(of scene: Scene, from fonts: [any OutlineFont]) {
    faces = scene.faces
    self.fonts = Dictionary(fonts.map { ($0.digest, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// - Throws: `faceIndex` or `unknownFace`.
  func font(at face: Int) throws(RenderError) -> any OutlineFont {
    guard faces.indices.contains(face) else {
      throw .faceIndex(face, count: faces.count)
    }
    guard let font = fonts[faces[face]] else { throw .unknownFace(digest: faces[face]) }
    return font
  }

  func outline(of glyph: UInt16, at face: Int) throws(RenderError) -> GlyphOutline {
    let font = try font(at: face)
    do {
      return try font.outline(of: glyph)
    } catch {
      throw .font(error)
    }
  }
}
