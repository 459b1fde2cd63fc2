import Charting
import Figures
import SceneChecks
import Testing

/// Scenes of the gallery that are broken in one way each: the checks of the layout tests find every
/// one of them.
struct LayoutMutationTests {
  private static let sizes = [Size(width: 320, height: 200), Size(width: 640, height: 400)]

  private static func files() throws -> [String] { try GalleryCharts.files() }

  /// Calls `body` with the scene of a figure on each page, whole as it is.
  private func onPages(
    _ file: String, _ body: (Scene, String) throws -> Void
  ) throws {
    let sweep = try LayoutSweep()
    for language in Language.allCases {
      let entry = try GalleryCharts.entry(file, language: language)
      for size in Self.sizes + [entry.defaultSize] {
        let scene = try entry.chart.scene(
          size: size, pixelsPerPoint: 2, theme: Theme(.light), typography: sweep.typography)
        let place = "\(file) \(language) \(Int(size.width))x\(Int(size.height))"
        #expect(SceneInk(scene, barsAreObstacles: false).problems.isEmpty, "\(place)")
        try body(scene, place)
      }
    }
  }

  private func problems(_ scene: Scene) -> [String] {
    SceneInk(scene, barsAreObstacles: false).problems
  }

  @Test("each text that is moved onto another is found", arguments: try files())
  func covered(file: String) throws {
    try onPages(file) { scene, place in
      let texts = SceneInk(scene).texts
      for (index, text) in texts.enumerated() {
        let other = texts[(index + 1) % texts.count]
        let broken = scene.movingText(
          index, x: other.box.x - text.box.x, y: other.box.y - text.box.y)
        let found = problems(broken)
        // The later of the two is told to cover the earlier one.
        let (first, last) = index + 1 < texts.count ? (text, other) : (other, text)
        #expect(
          found.contains("'\(last.string)' covers '\(first.string)'"),
          "\(place): '\(text.string)' onto '\(other.string)': \(found)")
      }
    }
  }

  @Test("each text that is moved over an edge of the page is found", arguments: try files())
  func overEdge(file: String) throws {
    try onPages(file) { scene, place in
      let (width, height) = (Int32(scene.width * 256), Int32(scene.height * 256))
      for (index, text) in SceneInk(scene).texts.enumerated() {
        let box = text.box
        for (x, y) in [
          (-box.x - 300, 0), (width - box.maxX + 300, 0), (0, -box.y - 300),
          (0, height - box.maxY + 300),
        ] as [(Int32, Int32)] {
          let found = problems(scene.movingText(index, x: x, y: y))
          #expect(found.contains("'\(text.string)' leaves the page"), "\(place): \(found)")
        }
      }
    }
  }

  @Test("each mark that is moved out of its plot is found", arguments: try files())
  func strays(file: String) throws {
    try onPages(file) { scene, place in
      var marks = 0
      while let broken = scene.movingMark(marks, byHeights: 1.5) {
        let found = problems(broken)
        #expect(
          found.contains { $0.hasPrefix("the mark '") && $0.contains("' leaves its plot") },
          "\(place): mark \(marks): \(found)")
        marks += 1
      }
      #expect(marks > 0, "\(place)")
      // So are marks that nothing cuts at the edges of their plot.
      let unclipped = problems(scene.changingMarks { $0.clip = nil })
      #expect(unclipped.contains { $0.contains("is not held by its plot") }, "\(place)")
    }
  }
}
