import Charting
import Experiments
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
  /// What was changed since the file was written and shows or says something else, in words.
  let alterations: [String]
  /// Whether the numbers that the file carries are not those of its recipe.
  private let hasAlteredNumbers: Bool
  /// How the figure is shown; nil where no figure can be shown so.
  let look: Drawing?

  /// - Parameter statesFacts: Whether facts and findings are wanted, which takes the time of stating
  ///   them.
  package init(file: FigureFile, statesFacts: Bool) {
    self.file = file
    look = try? Drawing(recipe: file.recipe)
    var stated: Statement?
    var hasAlteredNumbers = false
    if let kind = try? FigureKinds.kind(of: file.recipe) {
      do {
        if statesFacts || file.title.isEmpty {
          stated = try Self.state(file, as: kind, in: look?.language ?? .english)
        } else {
          try Self.checkNumbers(file, as: kind)
        }
      } catch {
        hasAlteredNumbers = file.numbers != nil && Self.isAlteration(error, file)
      }
    }
    self.hasAlteredNumbers = hasAlteredNumbers
    let additions = file.source.additions
    alterations =
      ((try? file.hasTouchedPixels) == true
        ? ["the pixels of the file are not those that it was written with"] : [])
      + additions.picture + additions.words
      + (hasAlteredNumbers
        ? ["the carried numbers are not those that the figure was drawn from"] : [])
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

  private static func checkNumbers<Shown: Figure>(_ file: FigureFile, as kind: Shown.Type) throws {
    _ = try file.result(of: kind)
  }

  /// Whether an error of reading the numbers says that they were altered: those of another numerics
  /// version may have another form, and the machine may be at fault.
  private static func isAlteration(_ error: any Error, _ file: FigureFile) -> Bool {
    switch error {
    case ProvenanceError.wrongIdentity, is FigureFileError: true
    case is JSONCodingError, is ResultError: file.recipe.numericsVersion == Recipe.numericsVersion
    default: false
    }
  }

  /// In lines of a name and a value, each on one line whatever stands in the file.
  package var text: String {
    let recipe = file.recipe
    var lines: [String] = []
    func add(_ name: String, _ value: String) {
      guard !value.isEmpty else { return }
      let space = String(repeating: " ", count: max(1, 10 - name.count))
      lines.append(name + space + MessageText.escaped(value))
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
    let carried = hasAlteredNumbers ? "other numbers than it shows" : "the numbers that it shows"
    add("carries", file.numbers == nil ? absent : carried)
    for alteration in alterations { add("altered", alteration) }
    add("added", file.source.additions.harmless.joined(separator: ", "))
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
