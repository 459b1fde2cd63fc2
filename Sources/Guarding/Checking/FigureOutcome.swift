package import Comparing

/// What came of one figure.
package struct FigureOutcome: Equatable, Sendable {
  /// The answer in a word.
  package enum Verdict: String, Codable, Equatable, Sendable, CaseIterable {
    /// It is as it was accepted.
    case verified
    /// Its pixels are not among the accepted ones, but within the tolerance; passes aloud.
    case tolerated
    case differs
    /// `guard.json` lists it and it is not there.
    case missing
    /// It is there and `guard.json` does not list it.
    case extra
    /// Nothing can be said of it, for example of a damaged file.
    case unverified

    package var passes: Bool { self == .verified || self == .tolerated }
  }

  package var path: String
  package var verdict: Verdict
  /// The first rung of the ladder that differs: kind, recipe, picture, config, data, scene, numbers,
  /// drawing, pixels; or file where it cannot be read. nil for what is verified, missing or extra.
  package var rung: String?
  /// What there is to say in words; empty for what is verified.
  package var detail: String
  /// What differs between two figures of dlplot, one thing each, where the accepted one is at hand.
  package var changes: [String] = []
  /// What was accepted; nil for an extra figure.
  package var accepted: GuardedFigure?
  /// What was found; nil for what is missing or cannot be read.
  package var found: FigureFacts?
  /// The pixels beside the reference, where both are known.
  package var comparison: PictureComparison?
  /// Whether the figure was made anew, and that was compared too.
  package var isRemade = false
  /// The accepted picture, where it is at hand.
  package var reference: PictureSource?
  /// The picture that was checked.
  package var new: PictureSource?

  package init(
    path: String, verdict: Verdict, rung: String? = nil, detail: String = "",
    accepted: GuardedFigure? = nil, found: FigureFacts? = nil,
    comparison: PictureComparison? = nil, reference: PictureSource? = nil,
    new: PictureSource? = nil
  ) {
    self.path = path
    self.verdict = verdict
    self.rung = rung
    self.detail = detail
    self.accepted = accepted
    self.found = found
    self.comparison = comparison
    self.reference = reference
    self.new = new
  }

  package var passes: Bool { verdict.passes }
}

/// A picture that a page can show.
package enum PictureSource: Equatable, Sendable {
  /// A file, to be read when it is shown.
  case file(String)
  /// A PNG, SVG or PDF that was made in memory.
  case bytes([UInt8])
}
