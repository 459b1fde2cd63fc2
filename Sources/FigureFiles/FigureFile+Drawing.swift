package import Charting
import Figures
import Provenance
import Rendering

extension FigureFile {
  /// The chart of the numbers that the file carries, drawn in the file's own look; no pixels.
  ///
  /// Its alternative text is that of the file, which is what readers get.
  ///
  /// - Parameter checksPicture: Whether a picture that was touched is refused.
  /// - Throws: `FigureFileError.noNumbers`; `.touchedPicture`, `.touchedDrawing` and `.otherScene`
  ///   where that is not what the file shows; what `result(of:)` throws.
  package func drawnChart(
    fontFiles: [String] = [], checksPicture: Bool = true
  ) throws -> DrawnChart {
    if checksPicture, try hasTouchedPixels {
      throw FigureFileError.touchedPicture(path: path)
    }
    return try draw(try FigureKinds.kind(of: recipe), fontFiles, checksPicture)
  }

  /// Whether the pixels are not those of the recipe; never of a file without pixels.
  var hasTouchedPixels: Bool {
    get throws {
      guard let bitmap, let pixels = recipe.identities.pixels else { return false }
      return try bitmap.pixelDigest() != pixels
    }
  }

  /// Whether this version of dlplot wrote the file, so that the same scene is written the same.
  package var isOfThisVersion: Bool { recipe.tool == Recipe.Tool(version: Version.text) }

  private func draw<Shown: Figure>(
    _ kind: Shown.Type, _ fontFiles: [String], _ checksPicture: Bool
  ) throws -> DrawnChart {
    var drawing = try Drawing(recipe: recipe)
    let figure = Shown(try result(of: kind), language: drawing.language)
    // The command in the small print names a size only where it is not the figure's own.
    if drawing.size == figure.defaultSize { drawing.size = nil }
    var (drawn, _, fonts) = try FigureDrawer(
      drawing: drawing, fontFiles: fontFiles, threads: 1, carriesNumbers: false,
      needsPixels: false
    ).layOut(figure, showing: figure.chart)
    if let scene = recipe.identities.scene,
      try SHA256.digest(of: drawn.scene.identityBytes) != scene
    {
      throw FigureFileError.otherScene(path: path)
    }
    if checksPicture {
      let made = DrawnFigure(
        scene: drawn.scene, page: nil, fonts: fonts.fonts, recipe: recipe,
        metadata: FigureMetadata(
          title: drawn.chart.title, description: drawn.alternativeText,
          language: drawing.language.rawValue,
          entries: [.init(keyword: "Software", text: "dlplot \(Version.text)")]))
      if let detail = try touch(beside: made) {
        throw FigureFileError.touchedDrawing(path: path, detail: detail)
      }
    }
    if source.format != .run { drawn.alternativeText = description }
    return drawn
  }

  /// How the drawing of an SVG or PDF differs from that of its numbers, in words; nil where it does
  /// not, for other files, and where another version of dlplot may have written it otherwise.
  private func touch(beside made: DrawnFigure) throws -> String? {
    guard source.format == .svg || source.format == .pdf else { return nil }
    if let added = source.additions.picture.first { return added }
    guard isOfThisVersion else { return nil }
    if let markup = source.markup {
      return try MarkupDifference(markup, made.bytes(.svg))?.description
    }
    if let page = source.page {
      return try PDFDifference(page, by: source.renderer ?? "", made: made.bytes(.pdf))?
        .description
    }
    return nil
  }
}
