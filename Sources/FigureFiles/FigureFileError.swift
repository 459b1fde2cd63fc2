import Provenance

/// Why a file is of no use.
package enum FigureFileError: Error, Equatable, CustomStringConvertible {
  case noRecipe(path: String)
  case noNumbers(path: String)
  case unknownKind(path: String)
  /// Numbers that were made from another config than the recipe's.
  case otherConfig(path: String)
  /// An experiment that this version does not know.
  case unknownExperiment(String, known: [String])
  /// A look that no figure can have.
  case invalidLook(String)

  package var description: String {
    switch self {
    case .noRecipe(let path):
      "no recipe in \(path) (a figure that dlplot drew carries one, unless it was stripped)"
    case .noNumbers(let path):
      "no numbers in \(path) (it was drawn with --public: draw it again with its command)"
    case .unknownKind(let path):
      "unknown kind of file: \(path) (a PNG, SVG or PDF that dlplot drew, or a result of --json)"
    case .otherConfig(let path):
      "the numbers in \(path) are not those of its config"
    case .unknownExperiment(let name, let known):
      "invalid experiment: \(MessageText.quoted(name)) (\(known.joined(separator: ", ")))"
    case .invalidLook(let what):
      "invalid recipe: \(what)"
    }
  }
}
