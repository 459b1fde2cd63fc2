extension FigureComparison {
  /// Sentences about what the figures state that are shown; the others are counted.
  private static let shownSentences = 12

  /// What differs, in lines of a name and a text: config, data, shows, scene, pixels.
  package var lines: [(name: String, text: String)] {
    var lines: [(name: String, text: String)] = []
    if !config.isEmpty { lines.append(("config", Self.text(of: config))) }
    if !dataAreEqual { lines.append(("data", dataText)) }
    if let facts {
      let sentences = FactChanges.sentences(of: facts)
      lines += sentences.prefix(Self.shownSentences).map { ("shows", $0) }
      let more = sentences.count - Self.shownSentences
      if more > 0 { lines.append(("shows", "\(more) more (--json lists them)")) }
    } else if let reason {
      lines.append(("shows", "not known: \(reason)"))
    }
    if sceneIsEqual == false { lines.append(("scene", sceneDifference ?? "another drawing")) }
    if sceneIsEqual == true && pixelsAreEqual == false {
      lines.append(("pixels", "the same drawing, rendered otherwise"))
    }
    for name in touched {
      lines.append(("picture", "the pixels of \(name) are not those that it was written with"))
    }
    if lines.isEmpty { lines.append(("figures", "the same config, numbers and drawing")) }
    return lines
  }

  private var dataText: String {
    guard let data else { return "other numbers (one of the figures carries none)" }
    guard !data.isEmpty else { return "other numbers behind those that are shown" }
    return Self.text(of: data)
  }

  private static func text(of changes: ValueChanges) -> String {
    let more = changes.count - changes.listed.count
    return changes.listed.map(\.description).joined(separator: "; ")
      + (more > 0 ? "; \(more) more" : "")
  }
}
