package import Charting
import Linting

/// The inked boxes of a scene, gathered for checks of layouts: what the linter finds, in words.
package struct SceneInk {
  /// A line of text and where it claims room.
  package struct Text {
    package var string: String
    package var box: SceneRect
    package var role: SceneGroup.Role?
  }

  package let scene: Scene
  package let texts: [Text]
  /// Rectangles of data, as bars have them, that no text may cover.
  package let bars: [SceneRect]
  private let boxes: TextBoxes

  /// - Parameter barsAreObstacles: false for charts whose cells fill the panel under their words.
  package init(_ scene: Scene, barsAreObstacles: Bool = true) {
    self.scene = scene
    boxes = TextBoxes(scene)
    texts = boxes.texts.map { Text(string: $0.string, box: $0.box, role: $0.role) }
    bars = barsAreObstacles ? boxes.bars : []
  }

  /// What overlaps or leaves the page, in words.
  package var problems: [String] {
    boxes.texts.filter(boxes.leavesPage).map { "'\($0.string)' leaves the page" }
      + boxes.overlaps.map { "'\($0.over.string)' covers '\($0.under.string)'" }
      + boxes.texts.flatMap { text in
        bars.filter(text.ink.covers).map { "'\(text.string)' lies on a bar at \($0)" }
      }
  }
}
