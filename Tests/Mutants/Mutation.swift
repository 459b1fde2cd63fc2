/// One way to alter a figure.
package enum Mutation: String, CaseIterable, Sendable {
  // What is drawn.
  case blankPage = "blank page"
  case seriesDropped = "one series dropped"
  case lineMoved = "line moved by 2 px"
  case coloursSwapped = "two colours swapped"
  case digitChanged = "one tick digit changed"
  case legendHidden = "legend hidden"
  case gridDropped = "grid lines dropped"
  case titleCut = "title cut short"
  case axisLimit = "axis limit changed"
  case numberChanged = "one number changed"
  // The pixels of the file.
  case stripCropped = "a strip cropped"
  case patchPainted = "a patch painted over"
  case noise = "one pixel, one level"
  // What the file says.
  case chunksStripped = "chunks stripped"
  case numbersStripped = "numbers stripped"
  case numbersAltered = "carried number altered"
  case configAltered = "config altered"
  case titleAltered = "title text altered"
  case descriptionStripped = "description stripped"
  // Nothing that matters.
  case recompressed = "recompressed"
  case commented = "comment added"

  /// Whether a figure stays what it was.
  package var isHarmless: Bool { self == .recompressed || self == .commented }

  /// Whether a reader sees it.
  package var isVisible: Bool {
    switch self {
    case .blankPage, .seriesDropped, .lineMoved, .coloursSwapped, .digitChanged, .legendHidden,
      .gridDropped, .titleCut, .axisLimit, .numberChanged, .stripCropped, .patchPainted:
      true
    default: false
    }
  }

  /// Whether the pixels are others, seen or not.
  package var altersPixels: Bool { isVisible || self == .noise }

  /// Whether the recipe can be made to say that the figure was always so: then the file agrees with
  /// itself, and only what is made anew gives it away.
  package var canBeForged: Bool { altersPixels }
}
