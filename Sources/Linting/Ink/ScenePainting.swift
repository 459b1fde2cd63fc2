import Charting

/// The entries of a scene in the order in which they are painted.
struct ScenePainting: Sendable {
  let page: Rect
  let paper: Color
  /// Points in one unit of the scene.
  let unit: Double
  private(set) var items: [PaintedItem] = []

  init(_ scene: Scene) {
    unit = 1 / (256 * scene.pixelsPerPoint)
    paper = scene.paper
    page = Rect(
      x: 0, y: 0, width: Double(scene.width) / scene.pixelsPerPoint,
      height: Double(scene.height) / scene.pixelsPerPoint)
    gather(scene.nodes, Place())
  }

  /// The groups around an entry.
  private struct Place {
    var role: SceneGroup.Role?
    var panel: Int?
    var mark: Int?
    var clip: Rect?
  }

  func rect(_ box: SceneRect) -> Rect {
    Rect(
      x: Double(box.x) * unit, y: Double(box.y) * unit, width: Double(box.width) * unit,
      height: Double(box.height) * unit)
  }

  private mutating func gather(_ nodes: [SceneNode], _ place: Place) {
    for node in nodes {
      switch node {
      case .group(let group):
        var inner = place
        inner.role = group.role
        if group.role == .panel { inner.panel = group.number }
        if group.role == .data { inner.mark = group.number }
        if let clip = group.clip {
          let clip = rect(clip)
          let nothing = Rect(x: clip.x, y: clip.y, width: 0, height: 0)
          inner.clip = place.clip.map { clip.intersection($0) ?? nothing } ?? clip
        }
        gather(group.nodes, inner)
      case .fill(let path, let color):
        let outlines = FlatPath.lines(of: path, unit: unit, isClosed: true)
        append(.area(outlines), color, around: outlines, pen: 0, place)
      case .stroke(let path, let style, let color):
        let lines = FlatPath.lines(of: path, unit: unit, isClosed: false)
        append(.lines(lines, style), color, around: lines, pen: Double(style.width) * unit, place)
      case .rectangles(let rects, let color):
        let boxes = rects.map(rect)
        let corners = boxes.map { [Point(x: $0.x, y: $0.y), Point(x: $0.maxX, y: $0.maxY)] }
        append(.boxes(boxes), color, around: corners, pen: 0, place)
      case .text(let run):
        let box = rect(run.box)
        let corners = [[Point(x: box.x, y: box.y), Point(x: box.maxX, y: box.maxY)]]
        append(.text(run), run.color, around: corners, pen: 0, place)
      }
    }
  }

  private mutating func append(
    _ shape: PaintedItem.Shape, _ color: Color, around lines: [[Point]], pen: Double, _ place: Place
  ) {
    guard let bounds = Rect(around: lines.joined()) else { return }
    items.append(
      PaintedItem(
        shape: shape, color: color, role: place.role, panel: place.panel, mark: place.mark,
        clip: place.clip, bounds: bounds.inset(by: -pen / 2), unit: unit))
  }
}
