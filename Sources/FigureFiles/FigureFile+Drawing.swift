package import Charting
import Figures
import Provenance
import Rendering

extension FigureFile {
  /// The chart of the numbers that the file carries, drawn in the file's own look; no pixels.
  ///
  /// - Parameter checksPicture: Whether a picture that was touched is refused.
  /// - Throws: `FigureFileError.noNumbers`; `.touchedPicture` and `.otherScene` where that is not
  ///   what the file shows; what `result(of:)` throws.
  package func drawnChart(
    fontFiles: [String] = [], checksPicture: Bool = true
  ) throws -> DrawnChart {
    if checksPicture, let bitmap, let pixels = recipe.identities.pixels,
      try bitmap.pixelDigest() != pixels
    {
      throw FigureFileError.touchedPicture(path: path)
    }
    return try draw(try FigureKinds.kind(of: recipe), fontFiles)
  }

  private func draw<Shown: Figure>(
    _ kind: Shown.Type, _ fontFiles: [String]
  ) throws -> DrawnChart {
    var drawing = try Drawing(recipe: recipe)
    let figure = Shown(try result(of: kind), language: drawing.language)
    // The command in the small print names a size only where it is not the figure's own.
    if drawing.size == figure.defaultSize { drawing.size = nil }
    let drawn = try FigureDrawer(
      drawing: drawing, fontFiles: fontFiles, threads: 1, carriesNumbers: false,
      needsPixels: false
    ).layOut(figure).drawn
    if let scene = recipe.identities.scene,
      try SHA256.digest(of: drawn.scene.identityBytes) != scene
    {
      throw FigureFileError.otherScene(path: path)
    }
    return drawn
  }
}
