import Charting
import Comparing
import FigureFiles
import Figures
import Provenance
import Rendering

/// Draws a figure anew and compares it with what a file shows and says.
struct DrawingCheck {
  let file: FigureFile
  let drawing: Drawing
  let fontFiles: [String]
  let threads: Int

  typealias Rung = VerificationReport.Rung

  /// Pixels of a page above which it is not looked for what changed pixels lie on.
  private static let largestReading = 25_000_000

  /// Of a figure of the numbers that the file was drawn from.
  func rungs(_ figure: some Figure) throws -> [Rung] {
    let drawn = try draw(figure)
    let (got, recorded) = (drawn.recipe.identities, file.recipe.identities)
    var rungs: [Rung] = []
    var hasOtherScene = false
    if let scene = recorded.scene {
      hasOtherScene = got.scene != scene
      rungs.append(
        hasOtherScene
          ? Rung(
            .scene, .differs,
            "the same numbers are drawn otherwise\(versionHint)\(try sight(of: drawn))")
          : Rung(.scene, .equal))
    }
    if let pixels = recorded.pixels {
      let detail =
        hasOtherScene ? "as the scene does" : "the same scene gives other pixels\(versionHint)"
      rungs.append(
        got.pixels == pixels ? Rung(.pixels, .equal) : Rung(.pixels, .differs, detail))
    }
    if var picture = try picture(drawn) {
      if !additions.picture.isEmpty {
        let details = (picture.state == .differs ? [picture.detail] : []) + additions.picture
        picture = Rung(.picture, .differs, details.joined(separator: "; "))
      }
      rungs.append(picture)
    }
    rungs.append(try words(drawn, figure))
    return rungs
  }

  /// What can be compared without the numbers to draw.
  func rungsWithoutDrawing<Shown: Figure>(
    _ reason: String, _ kind: Shown.Type
  ) throws -> [Rung] {
    var rungs = [Rung(.scene, .skipped, reason), Rung(.pixels, .skipped, reason)]
    var found = additions.picture
    var isCompared = false
    if let bitmap = file.bitmap, let recorded = file.recipe.identities.pixels {
      isCompared = true
      if try bitmap.pixelDigest() != recorded {
        found.insert("the pixels of the file are not those that it was written with", at: 0)
      }
    }
    if !found.isEmpty {
      rungs.append(Rung(.picture, .differs, found.joined(separator: "; ")))
    } else if isCompared {
      rungs.append(Rung(.picture, .equal))
    }
    let words = additions.words
    return rungs + [
      words.isEmpty
        ? Rung(.words, .skipped, reason) : Rung(.words, .differs, words.joined(separator: "; "))
    ]
  }

  private var additions: FigureAdditions { file.source.additions }

  /// Adds to the rung of the data what the other numbers do to the drawing.
  func explain(_ rungs: inout [Rung], _ figure: some Figure, other: some Figure) throws {
    guard let index = rungs.firstIndex(where: { $0.name == .data && $0.state == .differs }),
      let difference = SceneDifference(try draw(figure).scene, try draw(other).scene)
    else { return }
    rungs[index].detail += "; drawn from these, \(difference.description)"
  }

  private func draw(_ figure: some Figure) throws -> DrawnFigure {
    var drawing = drawing
    // The usual size is no part of the command.
    if drawing.size == figure.defaultSize { drawing.size = nil }
    return try FigureDrawer(
      drawing: drawing, fontFiles: fontFiles, threads: threads, carriesNumbers: false,
      needsPixels: false
    ).draw(figure, dataSets: file.recipe.dataSets)
  }

  /// Another version may draw otherwise, and say so in other words, and be right.
  private var versionHint: String {
    let tool = file.recipe.tool
    guard tool != Recipe.Tool(version: Version.text) else { return "" }
    return " (it was made by \(tool.name) \(tool.version), this is \(Version.text))"
  }

  // MARK: The picture

  private func picture(_ drawn: DrawnFigure) throws -> Rung? {
    switch file.source.format {
    case .run: return nil
    case .svg:
      guard let markup = file.source.markup else { return nil }
      guard let difference = try MarkupDifference(markup, try drawn.bytes(.svg)) else {
        return Rung(.picture, .equal)
      }
      return Rung(.picture, .differs, difference.description + versionHint)
    case .pdf:
      guard let page = file.source.page else { return nil }
      let renderer = file.source.renderer ?? ""
      let difference = try PDFDifference(page, by: renderer, made: try drawn.bytes(.pdf))
      return difference.map { Rung(.picture, .differs, $0.description + versionHint) }
        ?? Rung(.picture, .equal)
    case .png:
      guard let bitmap = file.bitmap else { return nil }
      let expected = file.recipe.identities.pixels ?? drawn.recipe.identities.pixels
      guard try bitmap.pixelDigest() != expected else { return Rung(.picture, .equal) }
      return Rung(
        .picture, .differs,
        "it is not the one that the file was written with\(try sight(of: drawn))")
    }
  }

  /// How the picture in the file differs from the page that is drawn anew: after a colon; empty where
  /// there is none.
  private func sight(of drawn: DrawnFigure) throws -> String {
    guard let bitmap = file.bitmap else { return "" }
    let page = try Rasterizer(fonts: drawn.fonts).render(drawn.scene).bitmap()
    let comparison = PictureComparison(reference: page, new: bitmap, threads: threads)
    guard comparison.verdict != .equal else { return "" }
    guard bitmap.width * bitmap.height <= Self.largestReading else {
      return ": \(comparison.description)"
    }
    let reading = try PictureReading(
      of: bitmap, page: page, scene: drawn.scene, fonts: drawn.fonts)
    if reading.size != nil || reading.blank != nil { return ": \(reading.description)" }
    return ": \(comparison.description); \(reading.description)"
  }

  // MARK: Words

  private func words(_ drawn: DrawnFigure, _ figure: some Figure) throws -> Rung {
    var found: [String] = []
    func compare(_ what: String, _ got: String, _ expected: String) {
      guard got != expected else { return }
      if got.isEmpty {
        found.append("the \(what) was stripped")
      } else {
        found.append("the \(what) is \(TextDifference(got, expected).description)")
      }
    }
    if file.source.format != .run {
      compare("title", file.title, drawn.metadata.title)
      compare("description", file.description, drawn.metadata.description)
    }
    compare("command", file.recipe.command, drawn.recipe.command)
    if let software = file.source.software {
      compare(
        "name of the program", software, "\(file.recipe.tool.name) \(file.recipe.tool.version)")
    }
    found += additions.words
    guard !found.isEmpty else { return Rung(.words, .equal) }
    return Rung(.words, .differs, found.joined(separator: "; ") + versionHint)
  }
}
