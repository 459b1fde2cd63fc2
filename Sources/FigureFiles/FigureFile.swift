package import Figures
import Files
package import Provenance
package import Rendering

/// A file that carries a recipe: a figure, or a result of `--json`.
package struct FigureFile: Sendable {
  package static let recipeKeyword = "dlplot"
  package static let numbersKeyword = "dlplot-numbers"
  /// What a PNG was drawn with, a `RendererProfile`.
  package static let rendererKeyword = "dlplot-renderer"

  package let path: String
  package var title = ""
  package var description = ""
  package let recipe: Recipe
  /// The result as JSON; nil where the figure was made with `--public`, or a PDF.
  package let numbers: JSONValue?
  /// The decoded picture of a PNG.
  package var bitmap: Bitmap?

  /// Reads a PNG, an SVG or a run file, told apart by their first bytes.
  ///
  /// - Parameter otherNumerics: What becomes of a file of another numerics version.
  package init(path: String, otherNumerics: Recipe.NumericsRule = .refuse) throws {
    let bytes = try InputFile.read(path)
    if bytes.first == UInt8(ascii: "{") {
      let run = try RunFile(bytes: bytes, otherNumerics: otherNumerics)
      self.init(path: path, recipe: run.recipe, numbers: run.json)
    } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      try self.init(
        png: DecodedPNG(bytes: bytes, path: path), path: path, otherNumerics: otherNumerics)
    } else if let figure = SVGMetadata.read(bytes) {
      try self.init(path: path, texts: figure.entries, otherNumerics: otherNumerics)
      title = figure.title
      description = figure.description
    } else {
      throw FigureFileError.unknownKind(path: path)
    }
  }

  /// Takes what a PNG carries that is decoded already.
  package init(
    png: DecodedPNG, path: String, otherNumerics: Recipe.NumericsRule = .refuse
  ) throws {
    try self.init(path: path, texts: png.texts, otherNumerics: otherNumerics)
    title = png.text("Title") ?? ""
    description = png.text("Description") ?? ""
    bitmap = png.bitmap
  }

  private init(
    path: String, texts: [FigureMetadata.Entry], otherNumerics: Recipe.NumericsRule
  ) throws {
    func text(_ keyword: String) -> String? { texts.first { $0.keyword == keyword }?.text }
    guard let recipe = text(Self.recipeKeyword) else {
      throw FigureFileError.noRecipe(path: path)
    }
    self.init(
      path: path, recipe: try Recipe(text: recipe, otherNumerics: otherNumerics),
      numbers: try text(Self.numbersKeyword).map {
        try JSONValue(parsing: $0, limits: JSONLimits())
      })
  }

  private init(path: String, recipe: Recipe, numbers: JSONValue?) {
    self.path = path
    self.recipe = recipe
    self.numbers = numbers
  }

  /// The numbers as the result that they were written from.
  ///
  /// - Throws: `FigureFileError.noNumbers`; `ProvenanceError.wrongIdentity` where they are not those
  ///   of the recipe; `JSONCodingError`.
  package func result<Shown: Figure>(of type: Shown.Type) throws -> Shown.Result {
    guard let numbers else { throw FigureFileError.noNumbers(path: path) }
    let result = try JSONValueDecoder(root: "result", unknownKeys: .refuse)
      .decode(Shown.Result.self, from: numbers)
    let data = try DataDigest.digest(of: result)
    guard data == recipe.identities.data else {
      throw ProvenanceError.wrongIdentity(.data, got: data, expected: recipe.identities.data)
    }
    return result
  }
}
