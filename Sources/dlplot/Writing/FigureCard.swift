import Files
import Provenance
import Rendering

/// What a file says of itself.
struct FigureCard {
  var title = ""
  var description = ""
  let recipe: Recipe

  /// Reads a PNG, an SVG or a run file, told apart by their first bytes.
  init(path: String) throws {
    let bytes = try InputFile.read(path)
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      let figure = try DecodedPNG(bytes: bytes, path: path)
      guard let text = figure.text("dlplot") else { throw FigureCardError.noRecipe(path: path) }
      title = figure.text("Title") ?? ""
      description = figure.text("Description") ?? ""
      recipe = try Recipe(text: text, otherNumerics: .accept)
    } else if let figure = SVGMetadata.read(bytes) {
      guard let text = figure.entries.first(where: { $0.keyword == "dlplot" })?.text else {
        throw FigureCardError.noRecipe(path: path)
      }
      title = figure.title
      description = figure.description
      recipe = try Recipe(text: text, otherNumerics: .accept)
    } else if bytes.first == UInt8(ascii: "{") {
      recipe = try RunFile(bytes: bytes, otherNumerics: .accept).recipe
    } else {
      throw FigureCardError.unknownKind(path: path)
    }
  }

  /// Lines of a name and a value.
  var text: String {
    var lines: [String] = []
    func add(_ name: String, _ value: String) {
      guard !value.isEmpty else { return }
      lines.append(name + String(repeating: " ", count: max(1, 10 - name.count)) + value)
    }
    add("title", title)
    add("command", recipe.command)
    add("made by", "\(recipe.tool.name) \(recipe.tool.version), numerics \(recipe.numericsVersion)")
    for set in recipe.dataSets { add("read", "\(set.name) \(set.digest.hex)") }
    for rung in FigureIdentities.Rung.allCases {
      if let digest = recipe.identities[rung] { add(rung.rawValue, digest.hex) }
    }
    add("shows", description)
    return lines.joined(separator: "\n")
  }
}

/// Why a file has no card.
enum FigureCardError: Error, Equatable, CustomStringConvertible {
  case noRecipe(path: String)
  case unknownKind(path: String)

  var description: String {
    switch self {
    case .noRecipe(let path):
      "no recipe in \(path) (a figure that dlplot drew carries one, unless it was stripped)"
    case .unknownKind(let path):
      "unknown kind of file: \(path) (a PNG or SVG that dlplot drew, or a result of --json)"
    }
  }
}
