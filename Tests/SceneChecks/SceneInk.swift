package import Charting

/// The inked boxes of a scene, gathered for checks of layouts.
package struct SceneInk {
  /// A line of text and where it claims room.
  package struct Text {
    package var string: String
    package var box: SceneRect
    package var role: SceneGroup.Role?
    /// Size of its largest glyph in 1/256 pixel.
    package var size: Int32
    /// What is outside of this is not drawn; nil for a text that is drawn whole.
    package var clip: SceneRect?
  }

  package let scene: Scene
  package private(set) var texts: [Text] = []
  /// Rectangles of data, as bars have them, that no text may cover.
  package private(set) var bars: [SceneRect] = []
  /// The rectangles that the panels draw their data in.
  package private(set) var plots: [SceneRect] = []
  /// Rectangles and level lines of legends and colour bars.
  package private(set) var samples: [SceneRect] = []
  /// Marks that their plot does not hold, in words.
  private var strays: [String] = []

  /// - Parameter barsAreObstacles: false for charts whose cells fill the panel under their words.
  package init(_ scene: Scene, barsAreObstacles: Bool = true) {
    self.scene = scene
    gather(scene.nodes, role: nil, clip: nil)
    if !barsAreObstacles { bars = [] }
  }

  private mutating func gather(_ nodes: [SceneNode], role: SceneGroup.Role?, clip: SceneRect?) {
    for node in nodes {
      switch node {
      case .text(let run):
        texts.append(
          Text(
            string: run.text, box: run.box, role: role,
            size: run.glyphs.map(\.size).max() ?? 0, clip: clip))
      case .rectangles(let rects, _) where role == .data: bars += rects
      case .rectangles(let rects, _) where role == .legend || role == .colorBar: samples += rects
      case .stroke(let path, let style, _) where role == .legend || role == .colorBar:
        if let line = levelLine(path, style) { samples.append(line) }
      case .group(let group):
        if group.role == .panel { gatherPlot(group) }
        gather(group.nodes, role: group.role, clip: group.clip ?? clip)
      default: break
      }
    }
  }

  /// Marks may reach a little over their plot, as lines and points do; the axis under it is as long
  /// as it is wide.
  private mutating func gatherPlot(_ panel: SceneGroup) {
    let clips = panel.nodes.compactMap { node -> SceneRect? in
      guard case .group(let group) = node, group.role == .data || group.role == .annotation else {
        return nil
      }
      return group.clip
    }
    let plot = clips.min { $0.width < $1.width }
    if let plot { plots.append(withoutOverhang(plot, of: panel)) }
    for node in panel.nodes {
      guard case .group(let group) = node, group.role == .data else { continue }
      if let plot {
        gatherStrays(group, plot)
      } else {
        strays.append("the mark '\(group.label)' is not held by its plot")
      }
    }
  }

  /// How far marks may reach over the edges of their plot before its clip cuts them, in points.
  private static let overhang = 12.0

  /// What is cut by a plot is lost: no mark may lie further outside than its pen is wide.
  private mutating func gatherStrays(_ mark: SceneGroup, _ plot: SceneRect) {
    let reach = Int32(Self.overhang * scene.pixelsPerPoint * 256)
    let room = SceneRect(
      x: plot.x - reach, y: plot.y - reach, width: plot.width + 2 * reach,
      height: plot.height + 2 * reach)
    guard let clip = mark.clip, contains(room, clip) else {
      strays.append("the mark '\(mark.label)' is not held by its plot")
      return
    }
    for case let bounds? in mark.nodes.map(\.inkBounds) where !contains(room, bounds) {
      strays.append("the mark '\(mark.label)' leaves its plot at \(plot)")
    }
  }

  /// The plot of a panel of which marks reach over the edges: its base line is as long as it is wide.
  private func withoutOverhang(_ clip: SceneRect, of panel: SceneGroup) -> SceneRect {
    let axis = panel.nodes.compactMap { node -> [SceneRect]? in
      guard case .group(let group) = node, group.role == .axis else { return nil }
      return group.nodes.flatMap { node -> [SceneRect] in
        if case .rectangles(let rects, _) = node { rects } else { [] }
      }
    }.flatMap { $0 }.map(\.width).max()
    let over = max(0, (clip.width - (axis ?? clip.width)) / 2)
    return SceneRect(
      x: clip.x + over, y: clip.y + over, width: clip.width - 2 * over,
      height: clip.height - 2 * over)
  }

  private func levelLine(_ path: ScenePath, _ style: StrokeStyle) -> SceneRect? {
    guard path.elements.count == 2, case .move(let start) = path.elements[0],
      case .line(let end) = path.elements[1], start.y == end.y
    else { return nil }
    return SceneRect(
      x: min(start.x, end.x), y: start.y - style.width / 2, width: abs(end.x - start.x),
      height: style.width)
  }

  /// What overlaps, is cut, or leaves the page, in words.
  package var problems: [String] {
    var problems: [String] = []
    let page = SceneRect(
      x: 0, y: 0, width: Int32(scene.width * 256), height: Int32(scene.height * 256))
    for (index, text) in texts.enumerated() {
      let box = text.box
      if !contains(page, box) { problems.append("'\(text.string)' leaves the page") }
      for other in texts[..<index] where overlap(box, other.box) {
        problems.append("'\(text.string)' covers '\(other.string)'")
      }
      // Between capital height and baseline is ink; the rest of the line is air.
      let ink = SceneRect(
        x: box.x, y: box.y + box.height / 10, width: box.width, height: box.height * 6 / 10)
      for bar in bars where overlap(ink, bar) {
        problems.append("'\(text.string)' lies on a bar at \(bar)")
      }
      for sample in samples where overlap(ink, sample) {
        problems.append("'\(text.string)' lies on a sample at \(sample)")
      }
      if let clip = text.clip {
        if !contains(clip, box) { problems.append("'\(text.string)' is cut by its plot") }
      } else {
        for plot in plots where overlap(ink, plot) {
          problems.append("'\(text.string)' lies on a plot at \(plot)")
        }
      }
    }
    for (index, plot) in plots.enumerated() {
      if !contains(page, plot) { problems.append("a plot leaves the page at \(plot)") }
      for other in plots[..<index] where overlap(plot, other) {
        problems.append("a plot covers another at \(plot)")
      }
    }
    return problems + strays
  }

  /// What is smaller than it may be, in words.
  ///
  /// - Parameters:
  ///   - least: width and height of a plot in points.
  ///   - text: sizes that texts have, in points.
  package func squeezed(least: Size, text: [Double]) -> [String] {
    let scale = 256 * scene.pixelsPerPoint
    let sizes = text.map { Int32(($0 * scale).rounded()) }
    // Edges of plots lie between pixels.
    let small = plots.filter {
      Double($0.width) < least.width * scale - 256 || Double($0.height) < least.height * scale - 256
    }
    return small.map { "a plot is small: \($0)" }
      + texts.filter { !sizes.contains($0.size) }.map { "'\($0.string)' has size \($0.size)" }
  }

  /// More than half a pixel in both directions.
  private func overlap(_ a: SceneRect, _ b: SceneRect) -> Bool {
    min(a.maxX, b.maxX) - max(a.x, b.x) > 128 && min(a.maxY, b.maxY) - max(a.y, b.y) > 128
  }

  /// All but half a pixel.
  private func contains(_ outer: SceneRect, _ inner: SceneRect) -> Bool {
    inner.x >= outer.x - 128 && inner.maxX <= outer.maxX + 128 && inner.y >= outer.y - 128
      && inner.maxY <= outer.maxY + 128
  }
}

extension SceneNode {
  /// The least rectangle around a shape, without the width of its pen; nil for one without ink.
  fileprivate var inkBounds: SceneRect? {
    switch self {
    case .fill(let path, _), .stroke(let path, _, _): Self.bounds(path.corners)
    case .rectangles(let rects, _):
      Self.bounds(
        rects.flatMap { [ScenePoint(x: $0.x, y: $0.y), ScenePoint(x: $0.maxX, y: $0.maxY)] })
    case .text(let run): run.box
    case .group(let group):
      Self.bounds(
        group.nodes.compactMap(\.inkBounds).flatMap {
          [ScenePoint(x: $0.x, y: $0.y), ScenePoint(x: $0.maxX, y: $0.maxY)]
        })
    }
  }

  private static func bounds(_ points: [ScenePoint]) -> SceneRect? {
    guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
      let top = points.map(\.y).min(), let bottom = points.map(\.y).max()
    else { return nil }
    return SceneRect(x: left, y: top, width: right - left, height: bottom - top)
  }
}

extension ScenePath {
  fileprivate var corners: [ScenePoint] {
    elements.compactMap { element in
      switch element {
      case .move(let point), .line(let point), .curve(_, _, let point): point
      case .close: nil
      }
    }
  }
}
