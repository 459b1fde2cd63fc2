package import Charting

/// Draws scenes as pixels.
package struct Rasterizer: Sendable {
  private let fonts: [any OutlineFont]

  /// - Parameter fonts: The fonts that scenes may be set in, found by their digests.
  package init(fonts: [any OutlineFont]) {
    self.fonts = fonts
  }

  /// The scene as a page of pixels.
  ///
  /// - Parameter threads: Workers; their number changes the time and nothing else.
  /// - Throws: `pageSize`, `resolution`, `translucentPaper` before anything is allocated;
  ///   `faceIndex`, `unknownFace`, `font`, `cairo`.
  package func render(_ scene: Scene, threads: Int = 1) throws(RenderError) -> RenderedPage {
    try PageLimits.check(scene)
    let surface = try ImageSurface(.color, width: scene.width, height: scene.height)
    try surface.paint(scene.paper)
    let marks = PageMark.marks(of: scene.nodes, within: surface.bounds)
    var painter = Painter(
      glyphs: GlyphPolygons(FontSet(of: scene, from: fonts)),
      longStrokes: PageStrokes(marks.compactMap(\.stroke).filter(\.isLong), threads: threads))
    for mark in marks { try painter.draw(mark, on: surface) }
    return RenderedPage(surface, pixelsPerPoint: scene.pixelsPerPoint)
  }
}

/// A node of the display list that is no group, and where it may be seen.
private struct PageMark {
  let node: SceneNode
  let clip: PixelRect

  /// The nodes in the order in which they are drawn, those of groups among them.
  static func marks(of nodes: [SceneNode], within clip: PixelRect) -> [PageMark] {
    nodes.flatMap { node in
      guard case .group(let group) = node else { return [PageMark(node: node, clip: clip)] }
      let inner = group.clip.map { clip.intersection(PixelRect(around: $0)) } ?? clip
      return inner.isEmpty ? [] : marks(of: group.nodes, within: inner)
    }
  }

  /// The stroke that it is; nil for one that shows nothing.
  var stroke: PageStroke? {
    guard case .stroke(let path, let style, let color) = node, color.alpha > 0, !clip.isEmpty
    else { return nil }
    return PageStroke(
      path: path, style: style, isTranslucent: color.alpha < 255, clip: clip)
  }
}

/// Lays marks on the page; every shape is cut to the clip before Cairo sees it.
private struct Painter {
  var glyphs: GlyphPolygons
  var longStrokes: PageStrokes

  mutating func draw(_ mark: PageMark, on surface: borrowing ImageSurface) throws(RenderError) {
    switch mark.node {
    case .fill(let path, let color):
      try fill(PolygonSet(filling: path), color, on: surface, within: mark.clip)
    case .rectangles(let rectangles, let color):
      try fill(PolygonSet(rectangles), color, on: surface, within: mark.clip)
    case .text(let run):
      try fill(glyphs.shape(of: run), run.color, on: surface, within: mark.clip)
    case .stroke(_, _, let color):
      guard let stroke = mark.stroke else { return }
      let paint = stroke.isLong ? try longStrokes.next() : try StrokePaint(stroke)
      if let paint { try lay(paint, color, on: surface) }
    case .group:
      preconditionFailure("a group is its nodes")
    }
  }

  private func fill(
    _ shape: PolygonSet, _ color: Color, on surface: borrowing ImageSurface, within clip: PixelRect
  ) throws(RenderError) {
    guard color.alpha > 0 else { return }
    try surface.fill(shape.clipped(to: clip), color)
  }

  private func lay(
    _ paint: StrokePaint, _ color: Color, on surface: borrowing ImageSurface
  ) throws(RenderError) {
    switch paint {
    case .pieces(let pieces):
      for piece in pieces { try surface.fill(piece, color) }
    case .scribble(let scribble, let clip):
      try scribble.draw(color, on: surface, within: clip)
    case .mask(let mask, let x, let y):
      try surface.fill(through: mask.surface, x: x, y: y, color)
    }
  }
}
