import Files
package import Provenance
package import Rendering

/// What stands in a file that may be a figure, before any of it is believed.
package struct FigureSource: Sendable {
  /// The kind of file, told by its first bytes.
  package enum Format: String, Codable, Equatable, Sendable {
    case png, svg, pdf
    /// What `--json` writes.
    case run
  }

  package let path: String
  package let format: Format
  package var title = ""
  package var description = ""
  /// The program that the file names as its maker; nil where it names none.
  package private(set) var software: String?
  /// nil where there is none.
  package private(set) var recipe: JSONValue?
  /// The result that is drawn; nil where it was left out.
  package private(set) var numbers: JSONValue?
  /// The digest that a run file has beside its result.
  package private(set) var resultDigest: Digest?
  /// The decoded picture of a PNG.
  package private(set) var bitmap: Bitmap?
  /// The text of an SVG.
  package private(set) var markup: [UInt8]?
  /// The page of a PDF, as Cairo wrote it.
  package private(set) var page: [UInt8]?
  /// What drew a PNG or a PDF, a `RendererProfile` or its name; nil where the file does not say.
  package private(set) var renderer: String?
  /// What stands in the file that dlplot did not write; nothing where only pixels were read.
  package private(set) var additions = FigureAdditions()
  /// Whether it is an SVG or PDF of dlplot without what it said of itself.
  private var isStripped = false

  /// What numbers may cost before they are read: a small file may unpack to very many.
  package static let numberLimits = JSONLimits(byteCount: 128 << 20, values: 16_000_000)

  /// Reads a PNG, an SVG, a PDF or a run file.
  ///
  /// - Throws: `FigureFileError.unknownKind`, `.cutOff`; what reading and decoding throw.
  package init(path: String) throws {
    try self.init(bytes: InputFile.read(path), path: path)
  }

  /// Takes the bytes of a file.
  ///
  /// - Parameter path: Where they come from, for messages.
  package init(bytes: [UInt8], path: String) throws {
    if bytes.first == UInt8(ascii: "{") {
      self.init(path: path, format: .run)
      let parts = try RunFile.Parts(bytes: bytes, limits: Self.numberLimits)
      (recipe, numbers, resultDigest) = (parts.recipe, parts.result, parts.resultDigest)
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      let png = try DecodedPNG(bytes: bytes, path: path)
      try self.init(png: png, path: path)
      if recipe != nil {
        additions = FigureAdditions(
          png: bytes, texts: png.texts, pixelsPerMetre: Self.pixelsPerMetre(recipe?["figure"]))
      }
    } else if PDFMetadata.isPDF(bytes) {
      self.init(path: path, format: .pdf)
      guard let figure = try PDFMetadata.read(bytes) else {
        if PDFMetadata.endsEarly(bytes) {
          throw FigureFileError.cutOff(path: path, format: .pdf)
        }
        isStripped = PDFMetadata.isStripped(bytes)
        return
      }
      title = figure.metadata.title
      description = figure.metadata.description
      page = Array(figure.page)
      renderer = figure.renderer
      additions = FigureAdditions(pdf: figure, in: bytes)
      try take(figure.metadata.entries)
    } else if SVGMetadata.endsEarly(bytes) {
      throw FigureFileError.cutOff(path: path, format: .svg)
    } else if let figure = SVGMetadata.read(bytes) {
      self.init(path: path, format: .svg)
      title = figure.title
      description = figure.description
      markup = SVGMetadata.withPlainLineEnds(bytes) ?? bytes
      additions = FigureAdditions(svg: bytes, metadata: figure)
      try take(figure.entries)
    } else if SVGMetadata.isStripped(bytes) {
      self.init(path: path, format: .svg)
      isStripped = true
    } else {
      throw FigureFileError.unknownKind(path: path)
    }
  }

  /// Takes what a PNG carries that is decoded already.
  ///
  /// - Throws: what reading its texts throws.
  package init(png: DecodedPNG, path: String) throws {
    self.init(path: path, format: .png)
    title = png.text("Title") ?? ""
    description = png.text("Description") ?? ""
    bitmap = png.bitmap
    renderer = png.text(FigureFile.rendererKeyword)
    try take(png.texts)
  }

  private init(path: String, format: Format) {
    self.path = path
    self.format = format
  }

  private mutating func take(_ texts: [FigureMetadata.Entry]) throws {
    func text(_ keyword: String) -> String? { texts.first { $0.keyword == keyword }?.text }
    // Optimizers name themselves beside what was there.
    software =
      texts.first { $0.keyword == "Software" && $0.text.hasPrefix("dlplot ") }?.text
      ?? text("Software")
    recipe = try text(FigureFile.recipeKeyword).map {
      try JSONValue(parsing: $0, limits: Recipe.limits)
    }
    numbers = try text(FigureFile.numbersKeyword).map {
      try JSONValue(parsing: $0, limits: Self.numberLimits)
    }
  }

  /// The resolution of a recipe's look, as a PNG states it.
  package static func pixelsPerMetre(_ look: JSONValue?) -> Int? {
    (look?["scale"]?.numberValue).map(RenderedPage.pixelsPerMetre(at:))
  }

  /// What tells that a recipe was here, in words; nil where there is one, or nothing tells of one.
  package var trace: String? {
    guard recipe == nil else { return nil }
    switch format {
    case .svg where isStripped:
      return "this is an SVG of dlplot whose metadata was taken out, or that an editor saved again"
    case .pdf where isStripped:
      return "this is a PDF of dlplot that was added to, or that an editor saved again"
    default:
      if numbers != nil { return "it was stripped from the file, which still has the numbers" }
      guard software?.hasPrefix("dlplot ") == true else { return nil }
      return "it was stripped from the file, which still has the name of the program"
    }
  }
}
