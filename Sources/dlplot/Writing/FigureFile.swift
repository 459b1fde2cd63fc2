import Figures
import Files
import Provenance
import Rendering

/// A file that carries a recipe: a figure, or a result of `--json`.
struct FigureFile {
  static let recipeKeyword = "dlplot"
  static let numbersKeyword = "dlplot-numbers"

  let path: String
  var title = ""
  var description = ""
  let recipe: Recipe
  /// The result as JSON; nil where the figure was made with `--public`, or a PDF.
  let numbers: JSONValue?
  /// The decoded picture of a PNG.
  var bitmap: Bitmap?

  /// Reads a PNG, an SVG or a run file, told apart by their first bytes.
  ///
  /// - Parameter otherNumerics: What becomes of a file of another numerics version.
  init(path: String, otherNumerics: Recipe.NumericsRule = .refuse) throws {
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
  func result<Shown: Figure>(of type: Shown.Type) throws -> Shown.Result {
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

/// Why a file is of no use.
enum FigureFileError: Error, Equatable, CustomStringConvertible {
  case noRecipe(path: String)
  case noNumbers(path: String)
  case unknownKind(path: String)

  var description: String {
    switch self {
    case .noRecipe(let path):
      "no recipe in \(path) (a figure that dlplot drew carries one, unless it was stripped)"
    case .noNumbers(let path):
      "no numbers in \(path) (it was drawn with --public: draw it again with its command)"
    case .unknownKind(let path):
      "unknown kind of file: \(path) (a PNG or SVG that dlplot drew, or a result of --json)"
    }
  }
}
