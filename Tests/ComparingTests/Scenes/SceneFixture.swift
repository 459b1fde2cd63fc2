import Charting

/// A small scene by hand: one panel with two lines, tick labels, a legend.
enum SceneFixture {
  static let blue = Color(hex: 0x0072B2)
  static let orange = Color(hex: 0xD55E00)

  static let scene = Scene(
    width: 200, height: 100, pixelsPerPoint: 2, paper: Color(hex: 0xFFFFFF),
    nodes: [
      .group(SceneGroup(role: .title, nodes: [text("Loss", x: 10, y: 12)])),
      .group(
        SceneGroup(
          role: .legend,
          nodes: [line([(10, 20), (20, 20)], blue), text("Adam", x: 24, y: 22)])),
      .group(
        SceneGroup(
          role: .panel, label: "panel 1",
          nodes: [
            .group(
              SceneGroup(
                role: .grid, nodes: [.rectangles([rectangle(10, 60, 180, 1)], Color(hex: 0xDDDDDD))]
              )),
            .group(
              SceneGroup(
                role: .data, label: "SGD", clip: rectangle(10, 30, 180, 60),
                nodes: [line([(10, 40), (60, 50), (120, 50), (180, 55)], orange)])),
            .group(
              SceneGroup(
                role: .data, label: "Adam", clip: rectangle(10, 30, 180, 60),
                nodes: [line([(10, 40), (60, 70), (120, 80), (180, 85)], blue)])),
            .group(
              SceneGroup(
                role: .tickLabels,
                nodes: [text("0.5", x: 2, y: 60), text("1", x: 2, y: 40), text("1", x: 90, y: 98)])),
          ])),
    ])

  static func line(_ points: [(Int, Int)], _ color: Color) -> SceneNode {
    .stroke(
      ScenePath(points: points.map { ScenePoint(x: Int32(256 * $0.0), y: Int32(256 * $0.1)) }),
      StrokeStyle(width: 768, cap: .butt), color)
  }

  static func rectangle(_ x: Int32, _ y: Int32, _ width: Int32, _ height: Int32) -> SceneRect {
    SceneRect(x: 256 * x, y: 256 * y, width: 256 * width, height: 256 * height)
  }

  /// Words whose glyphs are numbered by their letters; no font has to draw them.
  static func text(_ words: String, x: Int32, y: Int32) -> SceneNode {
    .text(
      GlyphRun(
        glyphs: words.unicodeScalars.enumerated().map { index, letter in
          GlyphRun.Glyph(
            id: UInt16(letter.value), face: 0, size: 2560,
            origin: ScenePoint(x: 256 * (x + 6 * Int32(index)), y: 256 * y))
        }, color: Color(hex: 0x1C2127), turn: .none, text: words,
        box: rectangle(x, y - 9, 6 * Int32(words.count), 12)))
  }

  /// The scene with each group passed through `change`, from the inside out.
  static func scene(changing change: (inout SceneGroup) -> Void) -> Scene {
    func changed(_ nodes: [SceneNode]) -> [SceneNode] {
      nodes.map { node in
        guard case .group(var group) = node else { return node }
        group.nodes = changed(group.nodes)
        change(&group)
        return .group(group)
      }
    }
    var copy = scene
    copy.nodes = changed(copy.nodes)
    return copy
  }
}
