import Charting
import Figures
import Provenance
import Rendering

/// What a file says of itself.
///
/// Title and alternative text are those in the file; a run file has none, and shows those that its
/// figure would have. Facts are stated anew from the numbers that the file carries.
package struct FigureCard: Sendable {
  let file: FigureFile
  let title: String
  let description: String
  let findings: [String]
  /// nil where the file carries no numbers that are those of its recipe.
  let facts: [FigureFact]?
  /// How the figure is shown; nil where no figure can be shown so.
  let look: Drawing?

  /// - Parameter statesFacts: Whether facts and findings are wanted, which takes the time of reading
  ///   the numbers.
  package init(file: FigureFile, statesFacts: Bool) {
    self.file = file
    look = try? Drawing(recipe: file.recipe)
    var stated: Statement?
    if statesFacts || file.title.isEmpty, let kind = try? FigureKinds.kind(of: file.recipe) {
      stated = try? Self.state(file, as: kind, in: look?.language ?? .english)
    }
    title = file.title.isEmpty ? stated?.title ?? "" : file.title
    description = file.description.isEmpty ? stated?.description ?? "" : file.description
    findings = stated?.findings ?? []
    facts = stated?.facts
  }

  private struct Statement {
    let title: String
    let description: String
    let findings: [String]
    let facts: [FigureFact]
  }

  private static func state<Shown: Figure>(
    _ file: FigureFile, as kind: Shown.Type, in language: Language
  ) throws -> Statement {
    let figure = Shown(try file.result(of: kind), language: language)
    return Statement(
      title: figure.chart.title, description: figure.alternativeText, findings: figure.findings,
      facts: figure.facts)
  }

  /// In lines of a name and a value.
  package var text: String {
    let recipe = file.recipe
    var lines: [String] = []
    func add(_ name: String, _ value: String) {
      guard !value.isEmpty else { return }
      lines.append(name + String(repeating: " ", count: max(1, 10 - name.count)) + value)
    }
    add("title", title)
    add("command", recipe.command)
    add("asked", recipe.config.canonicalText)
    if let look { add("look", Self.words(look)) }
    add("made by", "\(recipe.tool.name) \(recipe.tool.version), numerics \(recipe.numericsVersion)")
    for set in recipe.dataSets { add("read", "\(set.name) \(set.digest.hex)") }
    for rung in FigureIdentities.Rung.allCases {
      if let digest = recipe.identities[rung] { add(rung.rawValue, digest.hex) }
    }
    if let renderer = file.source.renderer { add("drawn by", renderer) }
    add("here", RendererProfile.current.description)
    let absent = file.hasLostNumbers ? "no numbers: they were taken out" : "no numbers"
    add("carries", file.numbers == nil ? absent : "the numbers that it shows")
    let additions = file.source.additions
    for change in additions.picture + additions.words { add("altered", change) }
    add("added", additions.harmless.joined(separator: ", "))
    add("shows", description)
    return lines.joined(separator: "\n")
  }

  private static func words(_ look: Drawing) -> String {
    var text = "\(look.theme.rawValue), \(look.language.rawValue)"
    if let size = look.size {
      text += ", \(plain(size.width))x\(plain(size.height)) points"
    }
    return text + ", scale \(plain(look.scale))"
  }

  private static func plain(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : value.description
  }
}
