import Experiments
package import Figures
package import Provenance
package import Rendering

/// A file that carries a recipe: a figure, or a result of `--json`.
package struct FigureFile: Sendable {
  package static let recipeKeyword = "dlplot"
  package static let numbersKeyword = "dlplot-numbers"
  /// What a PNG was drawn with, a `RendererProfile`.
  package static let rendererKeyword = "dlplot-renderer"

  /// The file as it was read.
  package let source: FigureSource
  package let recipe: Recipe

  package var path: String { source.path }
  package var title: String { source.title }
  package var description: String { source.description }
  /// The result as JSON; nil where the figure was made with `--public`.
  package var numbers: JSONValue? { source.numbers }
  /// The decoded picture of a PNG.
  package var bitmap: Bitmap? { source.bitmap }

  /// Reads a PNG, an SVG, a PDF or a run file, told apart by their first bytes.
  ///
  /// - Parameter otherNumerics: What becomes of a file of another numerics version.
  package init(path: String, otherNumerics: Recipe.NumericsRule = .refuse) throws {
    try self.init(FigureSource(path: path), otherNumerics: otherNumerics)
  }

  /// Takes what a PNG carries that is decoded already.
  package init(
    png: DecodedPNG, path: String, otherNumerics: Recipe.NumericsRule = .refuse
  ) throws {
    try self.init(FigureSource(png: png, path: path), otherNumerics: otherNumerics)
  }

  /// Takes what was read for a figure.
  ///
  /// - Parameter checksResult: Whether a run file whose result was altered is refused.
  /// - Throws: `FigureFileError.noRecipe`, `.strippedRecipe`; what `Recipe` throws; `ProvenanceError.alteredResult`.
  package init(
    _ source: FigureSource, otherNumerics: Recipe.NumericsRule = .refuse,
    checksResult: Bool = true
  ) throws {
    guard let recipe = source.recipe else {
      if let trace = source.trace {
        throw FigureFileError.strippedRecipe(path: source.path, trace: trace)
      }
      throw FigureFileError.noRecipe(path: source.path)
    }
    self.source = source
    self.recipe = try Recipe(json: recipe, otherNumerics: otherNumerics)
    if checksResult, let recorded = source.resultDigest, let numbers = source.numbers {
      let digest = try SHA256.digest(of: numbers.canonicalBytes)
      guard digest == recorded else {
        throw ProvenanceError.alteredResult(got: digest, expected: recorded)
      }
    }
  }

  /// The numbers as the result that they were written from.
  ///
  /// - Throws: `FigureFileError.noNumbers`, `.strippedNumbers`; `ProvenanceError.wrongIdentity` where they are not those
  ///   of the recipe; `FigureFileError.otherConfig` and `ResultError` where they are of another
  ///   config; `JSONCodingError`.
  package func result<Shown: Figure>(of type: Shown.Type) throws -> Shown.Result {
    let result = try uncheckedResult(of: type)
    let data = try DataDigest.digest(of: result)
    guard data == recipe.identities.data else {
      throw ProvenanceError.wrongIdentity(.data, got: data, expected: recipe.identities.data)
    }
    let config = try JSONValueEncoder(root: "config").encode(result.config)
    guard config.canonicalText == recipe.config.canonicalText else {
      throw FigureFileError.otherConfig(path: path)
    }
    try result.config.validate()
    try result.validate()
    return result
  }

  /// Why there are no numbers.
  package var missingNumbers: FigureFileError {
    hasLostNumbers ? .strippedNumbers(path: path) : .noNumbers(path: path)
  }

  /// Whether numbers were taken out that the recipe says are there.
  package var hasLostNumbers: Bool { numbers == nil && recipe.carriesNumbers == true }

  /// The numbers as they stand there: to be compared, not to be drawn.
  ///
  /// - Throws: `FigureFileError.noNumbers`, `.strippedNumbers`, `JSONCodingError`.
  package func uncheckedResult<Shown: Figure>(of type: Shown.Type) throws -> Shown.Result {
    guard let numbers else { throw missingNumbers }
    return try JSONValueDecoder(root: "result", unknownKeys: .refuse)
      .decode(Shown.Result.self, from: numbers)
  }
}
