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
    self.path = path
    let bytes = try InputFile.read(path)
    if bytes.first == UInt8(ascii: "{") {
      let run = try RunFile(bytes: bytes, otherNumerics: otherNumerics)
      recipe = run.recipe
      numbers = run.json
      return
    }
    let texts: [FigureMetadata.Entry]
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      let figure = try DecodedPNG(bytes: bytes, path: path)
      title = figure.text("Title") ?? ""
      description = figure.text("Description") ?? ""
      texts = figure.texts
      bitmap = figure.bitmap
    } else if let figure = SVGMetadata.read(bytes) {
      title = figure.title
      description = figure.description
      texts = figure.entries
    } else {
      throw FigureFileError.unknownKind(path: path)
    }
    func text(_ keyword: String) -> String? { texts.first { $0.keyword == keyword }?.text }
    guard let recipe = text(Self.recipeKeyword) else {
      throw FigureFileError.noRecipe(path: path)
    }
    self.recipe = try Recipe(text: recipe, otherNumerics: otherNumerics)
    numbers = try text(Self.numbersKeyword).map {
      try JSONValue(parsing: $0, limits: JSONLimits())
    }
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
