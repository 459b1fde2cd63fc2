import Charting
package import FigureFiles
package import Figures
package import Provenance
package import Rendering

/// A figure and its mutants, as files.
package struct Mutants<Shown: Figure> {
  package let figure: Shown
  package let drawn: DrawnFigure
  /// The page of the figure.
  package let page: Bitmap
  private let drawing: Drawing
  private let dataSets: [Recipe.DataSet]

  /// Draws a figure.
  package init(_ figure: Shown, drawing: Drawing, dataSets: [Recipe.DataSet]) throws {
    self.figure = figure
    self.drawing = drawing
    self.dataSets = dataSets
    drawn = try Self.draw(figure, drawing, dataSets)
    page = try Rasterizer(fonts: drawn.fonts).render(drawn.scene).bitmap()
  }

  /// Of a figure that was drawn before.
  package init(_ file: FigureFile) throws {
    var drawing = try Drawing(recipe: file.recipe)
    let figure = Shown(try file.result(of: Shown.self), language: drawing.language)
    if drawing.size == figure.defaultSize { drawing.size = nil }
    try self.init(figure, drawing: drawing, dataSets: file.recipe.dataSets)
  }

  /// The figure as a PNG.
  package func original() throws -> [UInt8] { try drawn.bytes(.png) }

  /// What a mutant shows; nil where the figure has nothing to which the mutation applies, and where
  /// it alters no pixels.
  package func picture(_ mutation: Mutation) throws -> Bitmap? {
    switch mutation {
    case .stripCropped: return page.cropped(width: page.width, height: page.height - 12)
    case .patchPainted: return page.painted(x: page.width / 3, y: page.height / 2, side: 24)
    case .noise: return page.touched(x: page.width / 2, y: page.height / 2)
    default:
      guard mutation.isVisible else { return nil }
      return try scene(mutation).map {
        try Rasterizer(fonts: drawn.fonts).render($0).bitmap()
      }
    }
  }

  /// A mutant as a PNG; nil where the figure has nothing to which the mutation applies.
  ///
  /// - Parameter isForged: Whether the recipe says that the figure was always so.
  package func png(_ mutation: Mutation, isForged: Bool = false) throws -> [UInt8]? {
    if isForged, mutation == .numberChanged {
      guard let other = try changedResult() else { return nil }
      return try Self.draw(Shown(other, language: drawing.language), drawing, dataSets).bytes(.png)
    }
    if !mutation.canBeForged { return try file(mutation) }
    guard let picture = try picture(mutation) else { return nil }
    let metadata = isForged ? try forged(mutation, picture) : drawn.metadata
    return try picture.png(metadata: metadata.statingRenderer)
  }

  // MARK: How they are made

  private static func draw(
    _ figure: Shown, showing chart: Chart? = nil, _ drawing: Drawing, _ dataSets: [Recipe.DataSet]
  ) throws -> DrawnFigure {
    try FigureDrawer(
      drawing: drawing, fontFiles: [], threads: 1, carriesNumbers: true, needsPixels: true
    ).draw(figure, showing: chart ?? figure.chart, dataSets: dataSets)
  }

  /// Numbers or series that are tried until one shows: some lie under others, or are not drawn.
  private static var attempts: Range<Int> { 0..<24 }

  /// Whether a reader could see it: dozens of pixels are another colour.
  private func shows(_ scene: Scene) throws -> Bool {
    let other = try Rasterizer(fonts: drawn.fonts).render(scene).bitmap()
    guard other.rgba.count == page.rgba.count else { return true }
    var strong = 0
    for (one, two) in zip(other.rgba, page.rgba) where abs(Int(one) - Int(two)) > 48 {
      strong += 1
    }
    return strong >= 100
  }

  /// The result with a number that shows changed.
  private func changedResult() throws -> Shown.Result? {
    for attempt in Self.attempts {
      guard let other = try NumberMutation(figure.result, skipping: attempt).result else {
        return nil
      }
      let scene = try Self.draw(Shown(other, language: drawing.language), drawing, dataSets).scene
      if try shows(scene) { return other }
    }
    return nil
  }

  private func scene(_ mutation: Mutation) throws -> Scene? {
    switch mutation {
    case .numberChanged:
      return try changedResult().map {
        try Self.draw(Shown($0, language: drawing.language), drawing, dataSets).scene
      }
    case .seriesDropped:
      for attempt in Self.attempts {
        guard let scene = SceneMutation(mutation, drawn.scene, skipping: attempt).scene else {
          return nil
        }
        if try shows(scene) { return scene }
      }
      return nil
    case .axisLimit:
      return try AxisMutation(figure.chart).chart.map {
        try Self.draw(figure, showing: $0, drawing, dataSets).scene
      }
    default: return SceneMutation(mutation, drawn.scene).scene
    }
  }

  /// The texts of the figure, with identities of the mutant.
  private func forged(_ mutation: Mutation, _ picture: Bitmap) throws -> FigureMetadata {
    let recipe = drawn.recipe
    let scene = mutation.isVisible ? try scene(mutation) : nil
    let other = try Recipe(
      tool: recipe.tool, experiment: recipe.experiment, config: recipe.config,
      figure: recipe.figure, dataSets: recipe.dataSets, data: recipe.identities.data,
      scene: try scene.map { try SHA256.digest(of: $0.identityBytes) } ?? recipe.identities.scene,
      pixels: try picture.pixelDigest(), command: recipe.command,
      carriesNumbers: recipe.carriesNumbers)
    return try drawn.metadata.replacing(FigureFile.recipeKeyword, with: other.text())
  }

  private func file(_ mutation: Mutation) throws -> [UInt8]? {
    var metadata = drawn.metadata
    switch mutation {
    case .recompressed:
      var png = PNGChunks(try original())
      png.store(page)
      return png.bytes
    case .commented:
      var png = PNGChunks(try original())
      png.insert("tEXt", Array("Comment\u{0}seen".utf8))
      return png.bytes
    case .chunksStripped: metadata = FigureMetadata()
    case .numbersStripped: metadata = metadata.replacing(FigureFile.numbersKeyword, with: nil)
    case .numbersAltered:
      guard let other = try NumberMutation(figure.result).result else { return nil }
      metadata = metadata.replacing(
        FigureFile.numbersKeyword,
        with: try JSONValueEncoder(root: "result").encode(other).canonicalText)
    case .configAltered:
      let recipe = try drawn.recipe.text()
      let key = ["steps", "seed", "shown"].map { "\"\($0)\":" }.first(where: recipe.contains) ?? ""
      metadata = metadata.replacing(
        FigureFile.recipeKeyword, with: recipe.replacing(key, with: key + "1", maxReplacements: 1))
    case .titleAltered: metadata.title += "!"
    case .descriptionStripped: metadata.description = ""
    default: return nil
    }
    return try page.png(
      metadata: mutation == .chunksStripped ? metadata : metadata.statingRenderer)
  }
}

extension FigureMetadata {
  /// With what a PNG says of the libraries that drew it, as an editor leaves it.
  fileprivate var statingRenderer: FigureMetadata {
    var copy = self
    copy.entries.append(
      Entry(keyword: FigureFile.rendererKeyword, text: RendererProfile.current.description))
    return copy
  }

  /// The texts with another one for a keyword, or without it.
  fileprivate func replacing(_ keyword: String, with text: String?) -> FigureMetadata {
    var copy = self
    copy.entries = entries.compactMap { entry in
      guard entry.keyword == keyword else { return entry }
      return text.map {
        FigureMetadata.Entry(keyword: keyword, text: $0, isLong: entry.isLong)
      }
    }
    return copy
  }
}

extension Bitmap {
  /// The upper left part.
  fileprivate func cropped(width: Int, height: Int) -> Bitmap {
    Bitmap(
      width: width, height: height,
      rgba: (0..<height).flatMap { rgba[4 * $0 * self.width..<4 * ($0 * self.width + width)] })
  }

  /// With a square of one colour.
  fileprivate func painted(x: Int, y: Int, side: Int) -> Bitmap {
    var rgba = rgba
    for row in y..<y + side {
      for column in x..<x + side {
        let place = 4 * (row * width + column)
        (rgba[place], rgba[place + 1], rgba[place + 2]) = (200, 30, 90)
      }
    }
    return Bitmap(width: width, height: height, rgba: rgba)
  }

  /// With one channel of one pixel a level away.
  fileprivate func touched(x: Int, y: Int) -> Bitmap {
    var rgba = rgba
    let place = 4 * (y * width + x) + 1
    rgba[place] = rgba[place] == 0 ? 1 : rgba[place] - 1
    return Bitmap(width: width, height: height, rgba: rgba)
  }
}
