package import Charting

/// The inked boxes of a scene, gathered for checks of layouts.
package struct SceneInk {
  /// A line of text and where it claims room.
  package struct Text {
    package var string: String
    package var box: SceneRect
    package var role: SceneGroup.Role?
  }

  package let scene: Scene
  package private(set) var texts: [Text] = []
  /// Rectangles of data, as bars have them, that no text may cover.
  package private(set) var bars: [SceneRect] = []

  /// - Parameter barsAreObstacles: false for charts whose cells fill the panel under their words.
  package init(_ scene: Scene, barsAreObstacles: Bool = true) {
    self.scene = scene
    gather(scene.nodes, role: nil)
    if !barsAreObstacles { bars = [] }
  }

  private mutating func gather(_ nodes: [SceneNode], role: SceneGroup.Role?) {
    for node in nodes {
      switch node {
      case .text(let run): texts.append(Text(string: run.text, box: run.box, role: role))
      case .rectangles(let rects, _) where role == .data: bars += rects
      case .group(let group): gather(group.nodes, role: group.role)
      default: break
      }
    }
  }

  /// What overlaps or leaves the page, in words.
  package var problems: [String] {
    var problems: [String] = []
    let width = Int32(scene.width * 256)
    let height = Int32(scene.height * 256)
    for (index, text) in texts.enumerated() {
      let box = text.box
      if box.x < 0 || box.y < 0 || box.maxX > width || box.maxY > height {
        problems.append("'\(text.string)' leaves the page")
      }
      for other in texts[..<index] where overlap(box, other.box) {
        problems.append("'\(text.string)' covers '\(other.string)'")
      }
      // Between capital height and baseline is ink; the rest of the line is air.
      let ink = SceneRect(
        x: box.x, y: box.y + box.height / 10, width: box.width, height: box.height * 6 / 10)
      for bar in bars where overlap(ink, bar) {
        problems.append("'\(text.string)' lies on a bar at \(bar)")
      }
    }
    return problems
  }

  /// More than half a pixel in both directions.
  private func overlap(_ a: SceneRect, _ b: SceneRect) -> Bool {
    min(a.maxX, b.maxX) - max(a.x, b.x) > 128 && min(a.maxY, b.maxY) - max(a.y, b.y) > 128
  }
}
