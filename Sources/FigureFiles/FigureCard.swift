import Provenance

/// What a file says of itself, in lines of a name and a value.
package struct FigureCard {
  let file: FigureFile

  package init(file: FigureFile) { self.file = file }

  package var text: String {
    let recipe = file.recipe
    var lines: [String] = []
    func add(_ name: String, _ value: String) {
      guard !value.isEmpty else { return }
      lines.append(name + String(repeating: " ", count: max(1, 10 - name.count)) + value)
    }
    add("title", file.title)
    add("command", recipe.command)
    add("made by", "\(recipe.tool.name) \(recipe.tool.version), numerics \(recipe.numericsVersion)")
    for set in recipe.dataSets { add("read", "\(set.name) \(set.digest.hex)") }
    for rung in FigureIdentities.Rung.allCases {
      if let digest = recipe.identities[rung] { add(rung.rawValue, digest.hex) }
    }
    add("shows", file.description)
    return lines.joined(separator: "\n")
  }
}
