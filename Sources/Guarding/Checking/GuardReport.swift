/// What came of the check of a folder.
package struct GuardReport: Equatable, Sendable {
  /// What was compared with what was accepted.
  package enum Mode: String, Codable, Equatable, Sendable {
    case asTheyAre = "as they are"
    case drawnAnew = "drawn anew from the carried numbers"
    case trainedAnew = "made anew from the carried recipes"
  }

  /// The folder that `guard.json` stands in, as it was given.
  package var folder: String
  /// The folder of the figures, where it is another.
  package var newFolder: String?
  package var mode: Mode
  /// What draws here, see `RendererProfile`.
  package var renderer: String
  /// Figures in `guard.json`.
  package var listed: Int
  /// One for each figure of `guard.json` and each that is not in it, in the order of their paths.
  package var outcomes: [FigureOutcome]
  /// What else there is to say, such as files that cannot be guarded.
  package var notes: [String]

  package init(
    folder: String, newFolder: String?, mode: Mode, renderer: String, listed: Int,
    outcomes: [FigureOutcome], notes: [String]
  ) {
    self.folder = folder
    self.newFolder = newFolder
    self.mode = mode
    self.renderer = renderer
    self.listed = listed
    self.outcomes = outcomes
    self.notes = notes
  }

  /// Figures that are as they were accepted, or within the tolerance.
  package var verified: Int { outcomes.count { $0.passes } }

  /// Whether each listed figure was looked at and passes, and nothing else is there.
  ///
  /// A list of nothing guards nothing, and does not pass.
  package var passes: Bool {
    listed > 0 && verified == listed && outcomes.allSatisfy(\.passes)
  }

  package func count(_ verdict: FigureOutcome.Verdict) -> Int {
    outcomes.count { $0.verdict == verdict }
  }
}
