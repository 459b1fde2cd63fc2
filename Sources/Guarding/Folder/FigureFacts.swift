package import Provenance

/// What a file shows and says of itself, as far as it is guarded.
package struct FigureFacts: Equatable, Sendable {
  package var kind: GuardedFigure.Kind
  /// nil for a picture of another tool.
  package var identities: GuardedFigure.Identities?
  /// Of the decoded pixels; nil for an SVG or PDF.
  package var pixels: Digest?
  /// SHA-256 of the drawing of an SVG or PDF, without what it says of itself; nil for a PNG.
  package var drawing: Digest?
  /// What drew the pixels, as far as the file says.
  package var renderer: String
  /// The alternative text that the figure carries, or nothing.
  package var description: String

  /// The renderer of pixels of which nobody says what drew them.
  package static let unstatedRenderer = "unstated"

  package init(
    kind: GuardedFigure.Kind, identities: GuardedFigure.Identities?, pixels: Digest?,
    drawing: Digest?, renderer: String, description: String
  ) {
    self.kind = kind
    self.identities = identities
    self.pixels = pixels
    self.drawing = drawing
    self.renderer = renderer
    self.description = description
  }
}

/// A file that cannot be taken for a figure of any state.
package enum UnsoundFigure: Error, Equatable, CustomStringConvertible {
  /// It cannot be opened, read or decoded.
  case unreadable(reason: String)
  /// What Git LFS leaves where it did not fetch the file.
  case pointer
  /// The recipe cannot be read, or was altered.
  case wrongRecipe(reason: String)
  /// The pixels are not those that the recipe speaks of.
  case touched
  /// The carried numbers are not those that the recipe speaks of.
  case wrongNumbers
  /// The numbers that the recipe says are there were taken out.
  case strippedNumbers
  /// The recipe of a figure of dlplot was taken out; with the pixels of a PNG.
  case stripped(trace: String, pixels: Digest?)
  /// Something in the file shows another picture.
  case otherPicture(reason: String)
  /// Something in the file says other words.
  case otherWords(reason: String)
  /// An SVG without a recipe: another tool's, or stripped.
  case foreignSVG
  /// A PDF without a recipe.
  case foreignPDF

  /// A file whose end is missing.
  static func cutOff(_ format: String) -> UnsoundFigure {
    .unreadable(reason: "a damaged \(format): the file ends too early")
  }

  /// Whether it may be another tool's, which is passed over where it was never a figure.
  package var isForeign: Bool { self == .foreignSVG || self == .foreignPDF }

  /// The rung of the ladder at which it fails, as reports name it.
  package var rung: String {
    switch self {
    case .unreadable, .pointer: "file"
    case .wrongRecipe, .stripped, .foreignSVG, .foreignPDF: "recipe"
    case .touched, .otherPicture: "picture"
    case .wrongNumbers, .strippedNumbers: "numbers"
    case .otherWords: "words"
    }
  }

  package var description: String {
    switch self {
    case .unreadable(let reason): reason
    case .pointer: "a pointer of Git LFS stands in its place (git lfs pull fetches it)"
    case .wrongRecipe(let reason): "its recipe cannot be taken: \(reason)"
    case .touched: "the pixels of the file are not those that it was written with"
    case .wrongNumbers: "the carried numbers are not those that the figure was drawn from"
    case .strippedNumbers: "the carried numbers were taken out"
    case .stripped(let trace, _): trace
    case .otherPicture(let reason), .otherWords(let reason): reason
    case .foreignPDF: "no PDF of dlplot (of another tool, stripped, or saved again)"
    case .foreignSVG: "an SVG without a recipe (of another tool, or stripped)"
    }
  }
}
