import Provenance

/// Why a file is of no use.
package enum FigureFileError: Error, Equatable, CustomStringConvertible {
  case noRecipe(path: String)
  /// A figure of dlplot whose recipe was taken out; the trace says what tells so.
  case strippedRecipe(path: String, trace: String)
  case noNumbers(path: String)
  /// Numbers that the recipe says the file carries.
  case strippedNumbers(path: String)
  case unknownKind(path: String)
  /// An SVG or PDF that was cut off.
  case cutOff(path: String, format: FigureSource.Format)
  /// Numbers that were made from another config than the recipe's.
  case otherConfig(path: String)
  /// Pixels that are not those of the recipe.
  case touchedPicture(path: String)
  /// The drawing of an SVG or PDF that is not that of its numbers, with what differs in words.
  case touchedDrawing(path: String, detail: String)
  /// Numbers that are drawn otherwise than when the file was made.
  case otherScene(path: String)
  /// An experiment that this version does not know.
  case unknownExperiment(String, known: [String])
  /// A look that no figure can have.
  case invalidLook(String)

  package var description: String {
    switch self {
    case .noRecipe(let path):
      "no recipe in \(path) (a figure that dlplot drew carries one, unless it was stripped)"
    case .strippedRecipe(let path, let trace):
      "no recipe in \(path): \(trace)"
    case .strippedNumbers(let path):
      "no numbers in \(path): they were taken out, by its recipe the figure carries them"
    case .noNumbers(let path):
      "no numbers in \(path) (it was drawn with --public: draw it again with its command)"
    case .unknownKind(let path):
      "unknown kind of file: \(path) (a PNG, SVG or PDF that dlplot drew, or a result of --json)"
    case .cutOff(let path, let format):
      "\(path) is a damaged \(format.rawValue.uppercased()): the file ends too early"
    case .otherConfig(let path):
      "the numbers in \(path) are not those of its config"
    case .touchedPicture(let path):
      "touched picture: \(path) (its pixels are not those that dlplot wrote)"
    case .touchedDrawing(let path, let detail):
      "touched picture: \(path) (\(detail))"
    case .otherScene(let path):
      "other scene: \(path) (this version draws its numbers otherwise: redraw it first)"
    case .unknownExperiment(let name, let known):
      "invalid experiment: \(MessageText.quoted(name)) (\(known.joined(separator: ", ")))"
    case .invalidLook(let what):
      "invalid recipe: \(what)"
    }
  }
}
