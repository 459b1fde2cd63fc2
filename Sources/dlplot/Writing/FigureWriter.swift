import Charting
import Figures
import Files
import Provenance
import Rendering

/// Draws a figure, gives it its recipe, writes the files, and says what it shows.
struct FigureWriter {
  let drawing: Drawing
  let outputs: Outputs
  let fontFiles: [String]
  /// Workers that draw.
  let threads: Int

  /// Writes a figure of a result that was just made.
  func write<Shown: Figure>(_ figure: Shown, dataSets: [Recipe.DataSet]) throws {
    let drawn = try draw(figure, dataSets: dataSets)
    // Everything is made before anything is written: an error leaves no file behind.
    var files: [(path: String, bytes: [UInt8])] = []
    for target in outputs.figures {
      files.append((target.path, try drawn.bytes(target.format)))
    }
    if let path = outputs.json {
      files.append((path, try RunFile(result: figure.result, recipe: drawn.recipe).bytes()))
    }
    if let path = outputs.csv { files.append((path, try figure.table().bytes)) }
    for file in files {
      try OutputFile.write(file.bytes, to: file.path == "-" ? "/dev/stdout" : file.path)
    }
    try report(files.map(\.path), figure.findings)
  }

  /// Draws a figure of a result that read these data sets.
  func draw<Shown: Figure>(
    _ figure: Shown, dataSets: [Recipe.DataSet]
  ) throws -> DrawnFigure {
    let size = drawing.size ?? figure.defaultSize
    let fonts = try FigureFonts(language: drawing.language, files: fontFiles)
    let command = ShellQuoting.line(["dlplot"] + figure.arguments + drawing.arguments)
    var chart = figure.chart
    chart.notes.append(command)
    let scene = try chart.scene(
      size: size, pixelsPerPoint: drawing.scale, theme: Theme(drawing.theme),
      typography: fonts.typography)
    let page = try Rasterizer(fonts: fonts.fonts).render(scene)
    let packed =
      outputs.figures.contains { $0.format == .png } ? try page.packed(threads: threads) : nil
    let recipe = try Recipe(
      tool: Recipe.Tool(version: Version.text), experiment: Shown.experiment,
      config: try JSONValueEncoder(root: "config").encode(figure.config),
      figure: drawing.json(size: size), dataSets: dataSets,
      data: try DataDigest.digest(of: figure.result),
      scene: try SHA256.digest(of: scene.identityBytes),
      pixels: try packed?.pixelDigest ?? page.pixelDigest(), command: command)
    var entries = [
      FigureMetadata.Entry(keyword: "Software", text: "dlplot \(Version.text)"),
      FigureMetadata.Entry(keyword: FigureFile.recipeKeyword, text: try recipe.text()),
    ]
    if outputs.carriesNumbers {
      let numbers = try JSONValueEncoder(root: "result").encode(figure.result).canonicalText
      entries.append(
        FigureMetadata.Entry(keyword: FigureFile.numbersKeyword, text: numbers, isLong: true))
    }
    return DrawnFigure(
      scene: scene, page: packed, fonts: fonts.fonts, recipe: recipe,
      metadata: FigureMetadata(
        title: chart.title, description: chart.alternativeText, entries: entries))
  }

  private func report(_ paths: [String], _ findings: [String]) throws {
    guard !outputs.isQuiet else { return }
    let lines = paths.filter { $0 != "-" } + findings
    let text = lines.joined(separator: "\n")
    if outputs.usesStandardOutput { Console.error(text) } else { try Console.output(text) }
  }
}

/// A figure with all that its files carry.
struct DrawnFigure {
  let scene: Scene
  /// The pixels, if a PNG is wanted.
  let page: PackedPage?
  let fonts: [any OutlineFont]
  let recipe: Recipe
  let metadata: FigureMetadata

  /// The bytes of a file of this format.
  func bytes(_ format: Outputs.Format) throws -> [UInt8] {
    switch format {
    case .png:
      guard let page else { throw RenderError.png(reason: "no pixels were asked for") }
      return try page.png(metadata: metadata)
    case .svg:
      return try SVGRenderer(fonts: fonts).render(
        scene, metadata: metadata,
        identifier: "dlplot-\(recipe.identities.config.hex.prefix(8))")
    case .pdf: return try PDFRenderer(fonts: fonts).render(scene, metadata: metadata)
    }
  }
}

/// The fonts of a language, found by their digests.
struct FigureFonts {
  let fonts: [any OutlineFont]
  let typography: Typography

  init(language: Language, files: [String]) throws {
    let library = FontLibrary(files: files)
    var fonts: [any OutlineFont] = [
      try library.font(KnownFonts.regular), try library.font(KnownFonts.bold),
    ]
    if language == .korean {
      // Digits and Latin letters come from the first two, Hangul from these.
      fonts.append(try library.font(KnownFonts.korean))
      fonts.append(try library.font(KnownFonts.koreanBold))
    }
    self.fonts = fonts
    typography = Typography(
      faces: fonts, regular: language == .korean ? [0, 2] : [0],
      bold: language == .korean ? [1, 3] : [1])
  }
}
