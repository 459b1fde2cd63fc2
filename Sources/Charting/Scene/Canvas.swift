/// Collects a scene; takes points, gives whole numbers of 1/256 pixel.
package struct Canvas {
  package let pixelsPerPoint: Double
  package let theme: Theme
  package let text: TextSetter
  package private(set) var nodes: [SceneNode] = []
  /// The words of the panel that is being drawn, and what they keep off.
  var labelBoard = LabelBoard()

  package init(pixelsPerPoint: Double, theme: Theme, text: TextSetter) {
    self.pixelsPerPoint = pixelsPerPoint
    self.theme = theme
    self.text = text
  }

  package enum Alignment: Equatable, Sendable { case leading, center, trailing }
  package enum VerticalAlignment: Equatable, Sendable { case top, middle, baseline, bottom }

  /// A length or place in 1/256 pixel, rounded to nearest.
  package func fixed(_ points: Double) -> Int32 {
    // Far outside any page; geometry that can get there is clipped before.
    Self.whole(points * pixelsPerPoint * 256, limit: 1e9)
  }

  /// The nearest edge between two pixels, in 1/256 pixel.
  package func snapped(_ points: Double) -> Int32 {
    Self.whole(points * pixelsPerPoint, limit: 4e6) * 256
  }

  /// The nearest whole number within the limit; what is no number lies there too, off the page.
  private static func whole(_ value: Double, limit: Double) -> Int32 {
    value.isNaN ? Int32(-limit) : Int32(min(max(value.rounded(), -limit), limit))
  }

  package func fixed(_ point: Point) -> ScenePoint {
    ScenePoint(x: fixed(point.x), y: fixed(point.y))
  }

  /// A rectangle whose edges lie between pixels.
  package func snapped(_ rect: Rect) -> SceneRect {
    let x = snapped(rect.x)
    let y = snapped(rect.y)
    return SceneRect(x: x, y: y, width: snapped(rect.maxX) - x, height: snapped(rect.maxY) - y)
  }

  // MARK: Groups

  package mutating func group(
    _ role: SceneGroup.Role, label: String = "", clip: Rect? = nil,
    _ body: (inout Canvas) throws(ChartError) -> Void
  ) throws(ChartError) {
    var inner = Canvas(pixelsPerPoint: pixelsPerPoint, theme: theme, text: text)
    inner.labelBoard = labelBoard
    try body(&inner)
    labelBoard = inner.labelBoard
    guard !inner.nodes.isEmpty else { return }
    nodes.append(
      .group(
        SceneGroup(role: role, label: label, clip: clip.map(snapped), nodes: inner.nodes)))
  }

  // MARK: Shapes

  package mutating func fill(_ path: ScenePath, _ color: Color) {
    nodes.append(.fill(path, color))
  }

  /// Rectangles with edges on whole pixels.
  package mutating func fill(_ rects: [Rect], _ ink: Ink) {
    nodes.append(.rectangles(rects.map(snapped), theme.color(ink)))
  }

  package mutating func fill(sceneRects: [SceneRect], _ color: Color) {
    let visible = sceneRects.filter { $0.width > 0 && $0.height > 0 }
    if !visible.isEmpty { nodes.append(.rectangles(visible, color)) }
  }

  /// A horizontal line, at least one whole pixel thick, on whole pixels.
  package mutating func hairline(
    y: Double, from x0: Double, to x1: Double, thickness: Double = 0.5, _ ink: Ink
  ) {
    let height = max(256, snapped(thickness))
    let left = snapped(x0)
    // Centred on the position, then moved to the pixel grid.
    let top = snapped(y - Double(height) / 512 / pixelsPerPoint)
    fill(
      sceneRects: [SceneRect(x: left, y: top, width: snapped(x1) - left, height: height)],
      theme.color(ink))
  }

  /// A vertical line, at least one whole pixel thick, on whole pixels.
  package mutating func hairline(
    x: Double, from y0: Double, to y1: Double, thickness: Double = 0.5, _ ink: Ink
  ) {
    let width = max(256, snapped(thickness))
    let top = snapped(y0)
    let left = snapped(x - Double(width) / 512 / pixelsPerPoint)
    fill(
      sceneRects: [SceneRect(x: left, y: top, width: width, height: snapped(y1) - top)],
      theme.color(ink))
  }

  /// A line through points that are on the page already.
  package mutating func stroke(
    _ points: [Point], width: Double, dashes: [Double] = [], cap: StrokeStyle.Cap = .round,
    join: StrokeStyle.Join = .round, _ color: Color
  ) {
    stroke(
      ScenePath(points: points.map(fixed)), width: width, dashes: dashes, cap: cap, join: join,
      color)
  }

  /// A path drawn with a pen; `width` in points, `dashes` in multiples of it.
  package mutating func stroke(
    _ path: ScenePath, width: Double, dashes: [Double] = [], cap: StrokeStyle.Cap = .round,
    join: StrokeStyle.Join = .round, _ color: Color
  ) {
    guard !path.elements.isEmpty else { return }
    let style = StrokeStyle(
      width: fixed(width), dashes: dashes.map { fixed($0 * width) },
      cap: dashes.isEmpty ? cap : .butt, join: join)
    nodes.append(.stroke(path, style, color))
  }

  // MARK: Text

  /// Sets one line of text; an empty one draws nothing.
  ///
  /// The baseline lies on a whole pixel, so that letters of one line are equally sharp.
  package mutating func text(
    _ string: String, at point: Point, _ style: TextStyle, align: Alignment = .leading,
    vertical: VerticalAlignment = .baseline, turn: GlyphRun.Turn = .none
  ) throws(ChartError) {
    guard !string.isEmpty else { return }
    let shaped = try text.shape(string, weight: style.weight)
    var width = 0.0
    for glyph in shaped { width += glyph.advance * style.size }
    let along =
      switch align {
      case .leading: 0.0
      case .center: -width / 2
      case .trailing: -width
      }
    let across =
      switch vertical {
      case .top: style.ascent
      // Digits and capitals look centred when the middle of a capital is.
      case .middle: 0.36 * style.size
      case .baseline: 0.0
      case .bottom: -style.descent
      }
    let size = fixed(style.size)
    var glyphs: [GlyphRun.Glyph] = []
    glyphs.reserveCapacity(shaped.count)
    let start: Point
    switch turn {
    case .none: start = Point(x: point.x + along, y: point.y + across)
    case .upward: start = Point(x: point.x + across, y: point.y - along)
    }
    var pen = 0.0
    for glyph in shaped {
      let origin: ScenePoint
      switch turn {
      case .none: origin = ScenePoint(x: fixed(start.x + pen), y: snapped(start.y))
      case .upward: origin = ScenePoint(x: snapped(start.x), y: fixed(start.y - pen))
      }
      glyphs.append(GlyphRun.Glyph(id: glyph.id, face: glyph.face, size: size, origin: origin))
      pen += glyph.advance * style.size
    }
    let box: Rect
    switch turn {
    case .none:
      box = Rect(x: start.x, y: start.y - style.ascent, width: width, height: style.height)
    case .upward:
      box = Rect(
        x: start.x - style.ascent, y: start.y - width, width: style.height, height: width)
    }
    nodes.append(
      .text(
        GlyphRun(
          glyphs: glyphs, color: theme.color(style.ink), turn: turn, text: string,
          box: SceneRect(
            x: fixed(box.x), y: fixed(box.y), width: fixed(box.width), height: fixed(box.height)
          ))))
  }

  /// Sets lines of text one under the other; `point` is the top of the first.
  package mutating func text(
    lines: [String], at point: Point, _ style: TextStyle, align: Alignment = .leading
  ) throws(ChartError) {
    for (index, line) in lines.enumerated() {
      try text(
        line, at: Point(x: point.x, y: point.y + style.ascent + Double(index) * style.leading),
        style, align: align)
    }
  }
}
