internal import Provenance

/// What accepting a figure changes in its entry of `guard.json`.
struct AcceptedChange {
  /// The entry as it was; nil for a figure that is not guarded yet.
  let before: GuardedFigure?
  let path: String
  let found: FigureFacts
  /// Whether the accepted pixels stay so beside the new ones.
  let keepsPixels: Bool

  /// The entry as it will be, and what is new in it; nil where all was accepted before.
  ///
  /// - Throws: `GuardError.unsoundFigure` where pixels are to be kept and the scene is another.
  func entry(why: String) throws(GuardError) -> (figure: GuardedFigure, changed: String)? {
    guard let before else {
      return (figure(pixels: foundPixels, tolerance: nil, ["new"], [], why), "new")
    }
    let changed = changes(from: before)
    guard !changed.isEmpty else { return nil }
    let isSameDrawing =
      before.kind == found.kind && before.identities?.scene == found.identities?.scene
    if keepsPixels, !isSameDrawing {
      throw .unsoundFigure(
        path: path, reason: "--also takes further pixels of one scene, and the scene is another")
    }
    // Other pixels of one scene say nothing against those of other renderers.
    let keepsRenderers = keepsPixels || (isSameDrawing && found.kind == .figure)
    let pixels = keepsRenderers ? merged(before.pixels) : foundPixels
    return (
      figure(pixels: pixels, tolerance: before.tolerance, changed, before.history, why),
      changed.joined(separator: ", ")
    )
  }

  private func changes(from before: GuardedFigure) -> [String] {
    var changed: [String] = []
    func note(_ name: String, _ isNew: Bool) { if isNew { changed.append(name) } }
    note("kind", before.kind != found.kind)
    note("config", before.identities?.config != found.identities?.config)
    note("data", before.identities?.data != found.identities?.data)
    note("scene", before.identities?.scene != found.identities?.scene)
    note("numbers", before.identities?.numbers != found.identities?.numbers)
    note("words", before.identities?.words != found.identities?.words)
    note("drawing", before.drawing != found.drawing)
    note("pixels", found.pixels.map { !before.accepts($0) } ?? (before.pixels != nil))
    return changed
  }

  private var foundPixels: [AcceptedPixels]? {
    found.pixels.map { [AcceptedPixels(renderer: found.renderer, digests: [$0])] }
  }

  /// The accepted pixels with the new ones: instead of those of their renderer, or beside them.
  private func merged(_ pixels: [AcceptedPixels]?) -> [AcceptedPixels]? {
    guard let digest = found.pixels else { return nil }
    var pixels = pixels ?? []
    if let index = pixels.firstIndex(where: { $0.renderer == found.renderer }) {
      if !keepsPixels { pixels[index].digests = [] }
      if !pixels[index].digests.contains(digest) { pixels[index].digests.append(digest) }
    } else {
      pixels.append(AcceptedPixels(renderer: found.renderer, digests: [digest]))
      pixels.sort { GuardPath.precedes($0.renderer, $1.renderer) }
    }
    return pixels
  }

  private func figure(
    pixels: [AcceptedPixels]?, tolerance: StatedTolerance?, _ changed: [String],
    _ history: [Acceptance], _ why: String
  ) -> GuardedFigure {
    GuardedFigure(
      path: path, kind: found.kind, identities: found.identities, pixels: pixels,
      drawing: found.drawing, tolerance: tolerance,
      history: history + [Acceptance(changed: changed.joined(separator: ", "), why: why)])
  }
}
