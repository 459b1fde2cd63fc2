@testable import Charting

/// A panel of 100 x 50 points at (10, 20), one pixel a point, for marks to be drawn in by
/// themselves.
struct MarkStage {
  var frame: Frame
  var canvas: Canvas

  static let rect = Rect(x: 10, y: 20, width: 100, height: 50)

  /// Axes from 0 to 10 unless others are given.
  init(
    x: ContinuousScale? = nil, y: ContinuousScale? = nil, theme: Theme.Name = .light,
    obstacles: [Point] = []
  ) throws {
    let standard = try ContinuousScale(kind: .linear, lower: 0, upper: 10)
    frame = Frame(
      rect: Self.rect, x: .continuous(x ?? standard), y: .continuous(y ?? standard))
    canvas = Canvas(
      pixelsPerPoint: 1, theme: Theme(theme), text: TextSetter(typography: .test))
    canvas.labelBoard = LabelBoard(room: frame.rect, obstacles: obstacles)
  }

  /// What a mark draws, its words last.
  mutating func nodes(of mark: any Mark) throws -> [SceneNode] {
    try mark.draw(in: frame, on: &canvas)
    try mark.annotate(in: frame, on: &canvas)
    return canvas.nodes
  }
}

/// A place in points as the scene writes it at one pixel a point.
func at(_ x: Double, _ y: Double) -> ScenePoint {
  ScenePoint(x: Int32((x * 256).rounded()), y: Int32((y * 256).rounded()))
}

/// A length in points as the scene writes it at one pixel a point.
func px(_ points: Double) -> Int32 { Int32((points * 256).rounded()) }

func box(_ x: Int32, _ y: Int32, _ width: Int32, _ height: Int32) -> SceneRect {
  SceneRect(x: x * 256, y: y * 256, width: width * 256, height: height * 256)
}

extension SceneNode {
  /// The corners of a path without curves.
  var points: [ScenePoint] {
    switch self {
    case .fill(let path, _), .stroke(let path, _, _): path.points
    default: []
    }
  }

  var stroke: (points: [ScenePoint], style: StrokeStyle, color: Color)? {
    if case .stroke(let path, let style, let color) = self {
      (path.points, style, color)
    } else {
      nil
    }
  }

  var fill: (path: ScenePath, color: Color)? {
    if case .fill(let path, let color) = self { (path, color) } else { nil }
  }

  var rectangles: (rects: [SceneRect], color: Color)? {
    if case .rectangles(let rects, let color) = self { (rects, color) } else { nil }
  }

  var text: GlyphRun? {
    if case .text(let run) = self { run } else { nil }
  }

  var group: SceneGroup? {
    if case .group(let group) = self { group } else { nil }
  }
}

extension ScenePath {
  var points: [ScenePoint] {
    elements.compactMap { element in
      switch element {
      case .move(let point), .line(let point): point
      case .curve(_, _, let end): end
      case .close: nil
      }
    }
  }
}

extension Scene {
  /// All groups of a role, in the order of drawing.
  func groups(_ role: SceneGroup.Role) -> [SceneGroup] {
    func search(_ nodes: [SceneNode]) -> [SceneGroup] {
      nodes.compactMap(\.group).flatMap { group in
        (group.role == role ? [group] : []) + search(group.nodes)
      }
    }
    return search(nodes)
  }
}
