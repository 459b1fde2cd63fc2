package import Charting

/// The texts of a scene and the room that each claims, for what covers what.
package struct TextBoxes: Sendable {
  /// A line of text.
  package struct Text: Sendable {
    package var run: GlyphRun
    package var role: SceneGroup.Role?
    /// What its groups show of it.
    package var clip: SceneRect?

    package var string: String { run.text }
    package var box: SceneRect { run.box }

    /// Between capital height and baseline is ink; the rest of the line is air.
    package var ink: SceneRect {
      switch run.turn {
      case .none:
        SceneRect(
          x: box.x, y: box.y + box.height / 10, width: box.width, height: box.height * 6 / 10)
      case .upward:
        SceneRect(
          x: box.x + box.width / 10, y: box.y, width: box.width * 6 / 10, height: box.height)
      }
    }
  }

  package private(set) var texts: [Text] = []
  /// Rectangles of data, as bars have them.
  package private(set) var bars: [SceneRect] = []
  private let page: SceneRect

  package init(_ scene: Scene) {
    page = SceneRect(
      x: 0, y: 0, width: Int32(scene.width * 256), height: Int32(scene.height * 256))
    gather(scene.nodes, role: nil, clip: nil)
  }

  private mutating func gather(
    _ nodes: [SceneNode], role: SceneGroup.Role?, clip: SceneRect?
  ) {
    for node in nodes {
      switch node {
      case .text(let run): texts.append(Text(run: run, role: role, clip: clip))
      case .rectangles(let rects, _) where role == .data: bars += rects
      case .group(let group):
        gather(group.nodes, role: group.role, clip: group.clip?.intersection(clip) ?? clip)
      default: break
      }
    }
  }

  /// Whether a text leaves the page.
  package func leavesPage(_ text: Text) -> Bool { !page.contains(text.box) }

  /// Whether a group cuts the ink of a text off.
  package func isCut(_ text: Text) -> Bool { text.clip.map { !$0.contains(text.ink) } ?? false }

  /// Pairs of texts of which one covers the other, the later one first.
  package var overlaps: [(over: Text, under: Text)] {
    var pairs: [(over: Text, under: Text)] = []
    for (index, text) in texts.enumerated() {
      for other in texts[..<index] where text.box.covers(other.box) {
        pairs.append((text, other))
      }
    }
    return pairs
  }
}

extension SceneRect {
  /// Whether two share more than half a pixel in both directions.
  package func covers(_ other: SceneRect) -> Bool {
    min(maxX, other.maxX) - max(x, other.x) > 128 && min(maxY, other.maxY) - max(y, other.y) > 128
  }

  package func contains(_ other: SceneRect) -> Bool {
    other.x >= x && other.y >= y && other.maxX <= maxX && other.maxY <= maxY
  }

  /// What two share, empty where they share nothing; all of this one where there is no other.
  func intersection(_ other: SceneRect?) -> SceneRect {
    guard let other else { return self }
    let (left, top) = (max(x, other.x), max(y, other.y))
    return SceneRect(
      x: left, y: top, width: max(0, min(maxX, other.maxX) - left),
      height: max(0, min(maxY, other.maxY) - top))
  }
}
