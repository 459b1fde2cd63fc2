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
  /// - Throws: `pageSize`, `resolution`, `translucentPaper` before anything is allocated;
  ///   `faceIndex`, `unknownFace`, `font`, `cairo`.
  package func render(_ scene: Scene) throws(RenderError) -> RenderedPage {
    try PageLimits.check(scene)
    let surface = try ImageSurface(.color, width: scene.width, height: scene.height)
    try surface.paint(scene.paper)
    var painter = Painter(glyphs: GlyphPolygons(FontSet(of: scene, from: fonts)))
    try painter.draw(scene.nodes, on: surface, within: surface.bounds)
    return RenderedPage(surface, pixelsPerPoint: scene.pixelsPerPoint)
  }
}

/// Walks the display list; every shape is cut to the clip before Cairo sees it.
private struct Painter {
  var glyphs: GlyphPolygons

  mutating func draw(
    _ nodes: [SceneNode], on surface: borrowing ImageSurface, within clip: PixelRect
  ) throws(RenderError) {
    for node in nodes {
      switch node {
      case .fill(let path, let color):
        try fill(PolygonSet(filling: path), color, on: surface, within: clip)
      case .rectangles(let rectangles, let color):
        try fill(PolygonSet(rectangles), color, on: surface, within: clip)
      case .stroke(let path, let style, let color):
        try stroke(path, style, color, on: surface, within: clip)
      case .text(let run):
        try fill(glyphs.shape(of: run), run.color, on: surface, within: clip)
      case .group(let group):
        let inner = group.clip.map { clip.intersection(PixelRect(around: $0)) } ?? clip
        if !inner.isEmpty { try draw(group.nodes, on: surface, within: inner) }
      }
    }
  }

  private func fill(
    _ shape: PolygonSet, _ color: Color, on surface: borrowing ImageSurface, within clip: PixelRect
  ) throws(RenderError) {
    guard color.alpha > 0 else { return }
    try surface.fill(shape.clipped(to: clip), color)
  }

  private func stroke(
    _ path: ScenePath, _ style: StrokeStyle, _ color: Color, on surface: borrowing ImageSurface,
    within clip: PixelRect
  ) throws(RenderError) {
    guard color.alpha > 0, !clip.isEmpty else { return }
    if let scribble = Scribble(path, style) {
      try draw(scribble, color, on: surface, within: clip)
      return
    }
    let pieces = Stroker(style).polygons(of: path, within: clip).map { $0.clipped(to: clip) }
    if pieces.count > 1 && color.alpha < 255 {
      try fillUnited(pieces, color, on: surface)
    } else {
      for piece in pieces { try surface.fill(piece, color) }
    }
  }

  private func draw(
    _ scribble: Scribble, _ color: Color, on surface: borrowing ImageSurface,
    within clip: PixelRect
  ) throws(RenderError) {
    guard color.alpha < 255 else {
      try scribble.draw(color, on: surface, within: clip)
      return
    }
    let mask = try ImageSurface(.coverage, width: clip.width, height: clip.height)
    let opaque = Color(red: 0, green: 0, blue: 0)
    try scribble.draw(opaque, on: mask, within: clip, origin: (clip.minX, clip.minY))
    try surface.fill(through: mask, x: clip.minX, y: clip.minY, color)
  }

  /// Pieces of one stroke overlap; a translucent colour goes through their union, so that it is
  /// nowhere laid on twice.
  private func fillUnited(
    _ pieces: [PolygonSet], _ color: Color, on surface: borrowing ImageSurface
  ) throws(RenderError) {
    var whole: PixelRect?
    for bounds in pieces.compactMap(\.pixelBounds) { whole = whole?.union(bounds) ?? bounds }
    guard let bounds = whole, !bounds.isEmpty else { return }
    let mask = try ImageSurface(.coverage, width: bounds.width, height: bounds.height)
    let offset = ScenePoint(x: Int32(-bounds.minX * 256), y: Int32(-bounds.minY * 256))
    let opaque = Color(red: 0, green: 0, blue: 0)
    for piece in pieces {
      var moved = PolygonSet()
      moved.append(piece, movedBy: offset)
      try mask.fill(moved, opaque)
    }
    try surface.fill(through: mask, x: bounds.minX, y: bounds.minY, color)
  }
}
