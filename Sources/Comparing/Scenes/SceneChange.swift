package import Charting
import Provenance

/// What became of one part of a scene in another.
package struct SceneChange: Equatable, Sendable {
  /// One way to differ; lengths in pixels, x to the right and y down.
  package enum Kind: Equatable, Sendable {
    /// Entries of the first scene that the second lacks.
    case missing(entries: Int)
    case added(entries: Int)
    /// The same shape elsewhere.
    case moved(x: Double, y: Double)
    case recoloured(from: Color, to: Color)
    case reworded(from: String, to: String)
    /// The same words in other glyphs, or set otherwise.
    case reset
    case path(PathChange)
    case rectangles(changed: Int, count: Int, largest: Double)
    case pen
    case clip
    /// The same parts in another order, so that another lies on top.
    case order
    /// Something of the page itself.
    case page(String)
  }

  /// The part, as the first scene has it; as the second has it where it is new.
  package var name: String
  package var kinds: [Kind]

  package init(name: String, kinds: [Kind]) {
    self.name = name
    self.kinds = kinds
  }
}

extension SceneChange: CustomStringConvertible {
  package var description: String {
    "\(name) \(kinds.map(\.description).joined(separator: " and "))"
  }
}

extension SceneChange.Kind: CustomStringConvertible {
  package var description: String {
    switch self {
    case .missing(let entries):
      return entries == 1 ? "is missing" : "is missing (\(entries) entries)"
    case .added(let entries): return entries == 1 ? "is added" : "is added (\(entries) entries)"
    case .moved(let x, let y): return "is moved by \(Self.way(x: x, y: y))"
    case .recoloured(let from, let to): return "is recoloured from \(from.text) to \(to.text)"
    case .reworded(let from, let to):
      let (before, after) = MessageText.quoted(from, unlike: to, limit: 40)
      return "reads \(after) instead of \(before)"
    case .reset: return "is set in other glyphs"
    case .path(let change): return change.description
    case .rectangles(let changed, let count, let largest):
      return "differs in \(changed) of \(count) rectangles, by up to \(pixels(largest))"
    case .pen: return "is drawn with another pen"
    case .clip: return "is cut off elsewhere"
    case .order: return "is drawn in another order"
    case .page(let what): return what
    }
  }

  static func way(x: Double, y: Double) -> String {
    var ways: [String] = []
    if x != 0 { ways.append("\(pixels(abs(x))) to the \(x < 0 ? "left" : "right")") }
    if y != 0 { ways.append("\(pixels(abs(y))) \(y < 0 ? "up" : "down")") }
    return ways.joined(separator: " and ")
  }
}
