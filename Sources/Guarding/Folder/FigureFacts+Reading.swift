package import FigureFiles
internal import Files
internal import Provenance
package import Rendering

extension FigureFacts {
  /// Bytes of a file above which it is no figure.
  private static let fileBytes = 256 << 20

  /// A file read once: what it says, and its pixels where it is a PNG.
  package struct File: Sendable {
    package var facts: FigureFacts
    package var format: FigureFormat
    package var bitmap: Bitmap?
  }

  /// Reads a file.
  ///
  /// - Throws: `UnsoundFigure`; `FileError`, `PNGReadError` and `ProvenanceError` where the machine
  ///   is at fault.
  package static func read(_ path: String) throws -> File {
    let bytes: [UInt8]
    do {
      // Anything but a file would be waited for.
      if let kind = try FileSystem.kind(of: path), kind != .file {
        throw UnsoundFigure.unreadable(reason: "it is \(kind.rawValue), expected a file")
      }
      bytes = try InputFile.read(path, limit: fileBytes)
    } catch let error as FileError where !error.isMachineFault {
      throw UnsoundFigure.unreadable(reason: "\(error)")
    }
    return try read(bytes, path: path)
  }

  /// Reads the bytes of a file.
  package static func read(_ bytes: [UInt8], path: String) throws -> File {
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      let png: DecodedPNG
      do {
        png = try DecodedPNG(bytes: bytes, path: path)
      } catch let error as PNGReadError where !error.isMachineFault {
        throw UnsoundFigure.unreadable(reason: Self.words(error))
      }
      return File(facts: try FigureFacts(png, in: bytes), format: .png, bitmap: png.bitmap)
    }
    if bytes.starts(with: Array("version https://git-lfs.".utf8)) { throw UnsoundFigure.pointer }
    if PDFMetadata.endsEarly(bytes) { throw UnsoundFigure.cutOff("PDF") }
    let pdf: PDFMetadata.Figure?
    do {
      pdf = try PDFMetadata.read(bytes)
    } catch {
      throw UnsoundFigure.unreadable(reason: "\(error)")
    }
    if let pdf { return File(facts: try FigureFacts(pdf: pdf, in: bytes), format: .pdf) }
    if let metadata = SVGMetadata.read(bytes) {
      if SVGMetadata.endsEarly(bytes) { throw UnsoundFigure.cutOff("SVG") }
      let plain = SVGMetadata.withPlainLineEnds(bytes) ?? bytes
      return File(facts: try FigureFacts(svg: metadata, in: plain), format: .svg)
    }
    if SVGMetadata.isStripped(bytes) || PDFMetadata.isStripped(bytes) {
      if SVGMetadata.endsEarly(bytes) { throw UnsoundFigure.cutOff("SVG") }
      let trace = try FigureSource(bytes: bytes, path: path).trace
      throw UnsoundFigure.stripped(trace: trace ?? "it was stripped", pixels: nil)
    }
    if path.suffix(4).lowercased() == ".pdf" { throw UnsoundFigure.foreignPDF }
    if path.suffix(4).lowercased() == ".svg" { throw UnsoundFigure.foreignSVG }
    throw UnsoundFigure.unreadable(reason: Self.words(.notAPNG(path: path)))
  }

  /// Why a PNG cannot be read, without its path, which is told beside it.
  private static func words(_ error: PNGReadError) -> String {
    switch error {
    case .notAPNG: "it is no PNG"
    case .damaged(_, let reason): "a damaged PNG: \(reason)"
    case .tooLarge(_, let size): "too large: \(size)"
    case .outOfMemory: "\(error)"
    }
  }

  private init(_ png: DecodedPNG, in bytes: [UInt8]) throws {
    let pixels = try png.bitmap.pixelDigest()
    let entries = png.texts
    let description = png.text("Description") ?? ""
    guard let recipe = try Self.recipe(in: entries) else {
      if let trace = try? FigureSource(png: png, path: "").trace {
        throw UnsoundFigure.stripped(trace: trace, pixels: pixels)
      }
      self.init(
        kind: .picture, identities: nil, pixels: pixels, drawing: nil,
        renderer: Self.renderer(png.text("Software")), description: description)
      return
    }
    guard recipe.identities.pixels == pixels else { throw UnsoundFigure.touched }
    try Self.check(
      FigureAdditions(
        png: bytes, texts: entries, pixelsPerMetre: FigureSource.pixelsPerMetre(recipe.figure)))
    self.init(
      kind: .figure,
      identities: try Self.identities(
        of: recipe, entries, title: png.text("Title") ?? "", description: description),
      pixels: pixels,
      drawing: nil, renderer: Self.renderer(png.text(FigureFile.rendererKeyword)),
      description: description)
  }

  private init(svg: FigureMetadata, in bytes: [UInt8]) throws {
    guard let recipe = try Self.recipe(in: svg.entries) else { throw UnsoundFigure.foreignSVG }
    try Self.check(FigureAdditions(svg: bytes, metadata: svg))
    try self.init(
      svg, recipe, drawing: SVGDrawing.digest(of: bytes), renderer: Self.unstatedRenderer)
  }

  private init(pdf: PDFMetadata.Figure, in bytes: [UInt8]) throws {
    guard let recipe = try Self.recipe(in: pdf.metadata.entries) else {
      throw UnsoundFigure.foreignPDF
    }
    try Self.check(FigureAdditions(pdf: pdf, in: bytes))
    guard let drawing = PDFDrawing(page: pdf.page) else {
      throw UnsoundFigure.otherPicture(reason: "the page is not one that dlplot wrote")
    }
    try self.init(
      pdf.metadata, recipe, drawing: drawing.digest(), renderer: Self.renderer(pdf.renderer))
  }

  /// Of a drawing without pixels.
  private init(
    _ metadata: FigureMetadata, _ recipe: Recipe, drawing: Digest, renderer: String
  ) throws {
    self.init(
      kind: .figure,
      identities: try Self.identities(
        of: recipe, metadata.entries, title: metadata.title, description: metadata.description),
      pixels: nil, drawing: drawing, renderer: renderer, description: metadata.description)
  }

  /// Refuses a file with something in it that shows or says what the figure does not.
  private static func check(_ additions: FigureAdditions) throws(UnsoundFigure) {
    if !additions.picture.isEmpty {
      throw .otherPicture(reason: additions.picture.joined(separator: "; "))
    }
    if !additions.words.isEmpty {
      throw .otherWords(reason: additions.words.joined(separator: "; "))
    }
  }

  private static func text(_ keyword: String, _ entries: [FigureMetadata.Entry]) -> String? {
    entries.first { $0.keyword == keyword }?.text
  }

  /// The recipe, of any numerics version: what is guarded needs not be made anew here.
  private static func recipe(in entries: [FigureMetadata.Entry]) throws -> Recipe? {
    guard let text = text(FigureFile.recipeKeyword, entries) else { return nil }
    do {
      return try Recipe(text: text, otherNumerics: .accept)
    } catch let error as ProvenanceError where error.isMachineFault {
      throw error
    } catch {
      throw UnsoundFigure.wrongRecipe(reason: "\(error)")
    }
  }

  private static func identities(
    of recipe: Recipe, _ entries: [FigureMetadata.Entry], title: String, description: String
  ) throws -> GuardedFigure.Identities {
    guard let scene = recipe.identities.scene else {
      throw UnsoundFigure.wrongRecipe(reason: "it names no scene")
    }
    let numbers = text(FigureFile.numbersKeyword, entries)
    if numbers == nil, recipe.carriesNumbers == true { throw UnsoundFigure.strippedNumbers }
    return GuardedFigure.Identities(
      config: recipe.identities.config, data: recipe.identities.data, scene: scene,
      numbers: try numbers.map { try SHA256.digest(of: Array($0.utf8)) },
      words: try words(title, description, recipe.command))
  }

  /// SHA-256 of the canonical JSON of the words that stand beside the drawing.
  private static func words(
    _ title: String, _ description: String, _ command: String
  ) throws -> Digest {
    let words: JSONValue = [
      "title": .string(title), "description": .string(description), "command": .string(command),
    ]
    return try SHA256.digest(of: words.canonicalBytes)
  }

  /// The name of a renderer: a text up to the first comma, of printable characters.
  ///
  /// matplotlib, for example, writes `Matplotlib version3.10.0, https://matplotlib.org/`.
  static func renderer(_ text: String?) -> String {
    let name = (text ?? "").prefix { $0 != "," }.prefix(80)
    guard !name.isEmpty, MessageText.isPrintable(String(name)) else { return unstatedRenderer }
    return String(name)
  }
}

extension PDFDrawing {
  /// SHA-256 of the content of the page and of what decides how that is shown: equal whichever
  /// version of Cairo wrote them.
  func digest() throws -> Digest {
    var hash = try SHA256()
    hash.update(content)
    for word in frame { hash.update([UInt8(ascii: "\n")] + word) }
    return try hash.finalize()
  }
}
