internal import Provenance

/// Compares what was found with what was accepted, rung by rung down to the pixels.
struct FigureJudge {
  let accepted: GuardedFigure
  let found: FigureFacts
  /// Whether the figure was made anew: how its numbers are written does not count then.
  var isRemade = false

  /// The first rung above the pixels that differs, with what differs in words.
  var firstDifference: (rung: String, detail: String)? {
    if accepted.kind != found.kind {
      return found.kind == .picture
        ? ("recipe", strippedRecipe)
        : ("recipe", "it carries a recipe now; accepted was a picture of another tool")
    }
    if let accepted = accepted.identities, let found = found.identities {
      if let difference = difference(accepted, found) { return difference }
    }
    switch (accepted.drawing, found.drawing) {
    case (nil, nil): return nil
    case (let accepted?, let found?):
      return accepted == found
        ? nil
        : (
          "drawing",
          "the same scene is drawn otherwise (edited, or written by another version of dlplot)"
        )
    case (_?, nil): return ("file", "it is a PNG now; accepted was an SVG or PDF")
    case (nil, _?): return ("file", "it is an SVG or PDF now; accepted was a PNG")
    }
  }

  /// What is to be said of a picture without a recipe where a figure of dlplot was accepted.
  private var strippedRecipe: String {
    guard accepted.pixels != nil, let pixels = found.pixels else {
      return "its recipe was stripped, or another tool drew it"
    }
    let cause = accepted.accepts(pixels) ? "" : ", or another tool drew it"
    return "its recipe was stripped\(cause); \(accepted.verdict(on: pixels))"
  }

  private func difference(
    _ accepted: GuardedFigure.Identities, _ found: GuardedFigure.Identities
  ) -> (rung: String, detail: String)? {
    if accepted.config != found.config {
      return ("config", "other settings than the accepted ones")
    }
    if accepted.data != found.data { return ("data", "other numbers than the accepted ones") }
    if accepted.scene != found.scene { return ("scene", "the same numbers are drawn otherwise") }
    if !isRemade, accepted.numbers != found.numbers { return numbers(accepted, found) }
    guard accepted.words != found.words else { return nil }
    return ("words", "its title, alternative text or command is another")
  }

  private func numbers(
    _ accepted: GuardedFigure.Identities, _ found: GuardedFigure.Identities
  ) -> (rung: String, detail: String) {
    if found.numbers == nil { return ("numbers", "the carried numbers were stripped") }
    if accepted.numbers == nil {
      return ("numbers", "it carries its numbers now; accepted was one without")
    }
    return ("numbers", "the carried numbers are not the accepted ones")
  }

  /// What is to be made of the pixels.
  enum Standing: Equatable {
    /// They are accepted, or there are none, as in an SVG or PDF.
    case accepted
    /// Pixels of this renderer were accepted, and these are not among them.
    case refused
    /// No pixels of this renderer were ever accepted.
    case unknownRenderer
  }

  var standing: Standing {
    guard let pixels = found.pixels else { return .accepted }
    if accepted.accepts(pixels) { return .accepted }
    return accepted.knows(renderer: found.renderer) ? .refused : .unknownRenderer
  }
}
