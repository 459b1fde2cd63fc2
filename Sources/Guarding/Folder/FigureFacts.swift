package import Provenance

/// What a file shows and says of itself, as far as it is guarded.
package struct FigureFacts: Equatable, Sendable {
  package var kind: GuardedFigure.Kind
  /// nil for a picture of another tool.
  package var identities: GuardedFigure.Identities?
  /// Of the decoded pixels; nil for an SVG.
  package var pixels: Digest?
  /// SHA-256 of an SVG without its metadata; nil for a PNG.
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
  /// An SVG without a recipe: another tool's, or stripped.
  case foreignSVG

  /// The rung of the ladder at which it fails, as reports name it.
  package var rung: String {
    switch self {
    case .unreadable, .pointer: "file"
    case .wrongRecipe, .foreignSVG: "recipe"
    case .touched: "picture"
    case .wrongNumbers: "numbers"
    }
  }

  package var description: String {
    switch self {
    case .unreadable(let reason): reason
    case .pointer: "a pointer of Git LFS stands in its place (git lfs pull fetches it)"
    case .wrongRecipe(let reason): "its recipe cannot be taken: \(reason)"
    case .touched: "the pixels of the file are not those that it was written with"
    case .wrongNumbers: "the carried numbers are not those that the figure was drawn from"
    case .foreignSVG: "an SVG without a recipe (of another tool, or stripped)"
    }
  }
}
