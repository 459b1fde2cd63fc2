extension GuardReport {
  /// A line for each figure that is not plainly as it was accepted, with what differs below it, the
  /// notes, and the count.
  package var lines: [String] {
    outcomes.filter { $0.verdict != .verified }.flatMap { outcome in
      [outcome.line] + outcome.changes.map { "  " + $0 }
    } + notes.map { "note: \($0)" }
      + [summary]
  }

  /// As in `figures: 17 of 18 verified, as they are (1 differs)`.
  package var summary: String {
    let what = newFolder.map { "\($0) against \(folder)" } ?? folder
    let counts: [(FigureOutcome.Verdict, String)] = [
      (.tolerated, "within the tolerance"), (.differs, "differ"), (.missing, "missing"),
      (.extra, "extra"), (.unverified, "unverified"),
    ]
    let parts = counts.map { (count($0.0), $0.1) }.filter { $0.0 > 0 }
      .map { count, word in "\(count) \(count == 1 && word == "differ" ? "differs" : word)" }
    let empty = listed == 0 ? ["\(GuardManifest.fileName) lists no figure"] : []
    let rest = (parts + empty).joined(separator: ", ")
    return "\(PrintablePath.text(what)): \(verified) of \(listed) verified, \(manner)"
      + (rest.isEmpty ? "" : " (\(rest))")
  }
}

extension GuardReport {
  /// What was compared, as in `as they are` or `2 made anew from the carried recipes, 1 as it is`.
  private var manner: String {
    // What is missing or cannot be read was not compared at all.
    let compared = outcomes.filter { $0.found != nil && $0.accepted != nil }
    let remade = compared.count(where: \.isRemade)
    let others = compared.count - remade
    if mode == .asTheyAre || (others == 0 && remade > 0) { return mode.rawValue }
    let made = (remade == 0 ? "none" : "\(remade)") + " \(mode.rawValue)"
    return others == 0 ? made : "\(made), \(others) as \(others == 1 ? "it is" : "they are")"
  }
}

extension FigureOutcome {
  /// As in `a.png: DIFFERS in scene: the same numbers are drawn otherwise`.
  package var line: String { "\(PrintablePath.text(path)): \(headline): \(detail)" }

  /// The verdict with the rung.
  package var headline: String {
    switch verdict {
    case .verified: "verified"
    case .tolerated: "PASSES within the tolerance"
    case .differs: "DIFFERS" + (rung.map { " in \($0)" } ?? "")
    case .missing: "MISSING"
    case .extra: "EXTRA"
    case .unverified: "UNVERIFIED"
    }
  }
}
