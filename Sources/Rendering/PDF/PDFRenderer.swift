internal import CCairo
package import Charting

/// Writes scenes as PDF: real strokes and curves, text as outlines, the recipe in the document
/// information, the numbers attached, and the alternative text where screen readers look for it.
///
/// Equal scenes give equal bytes with one version of Cairo, which names itself in the file.
package struct PDFRenderer: Sendable {
  private let fonts: [any OutlineFont]

  /// - Parameter fonts: The fonts that scenes may be set in, found by their digests.
  package init(fonts: [any OutlineFont]) {
    self.fonts = fonts
  }

  /// The scene as a document of one page.
  ///
  /// The title and the description become Title and Subject, the latter also the alternative text of
  /// the page's one figure. Entries are members of the document information under their keywords,
  /// long ones attached files; see `PDFAddition`.
  ///
  /// - Throws: `keyword`, `text`, `pageSize`, `resolution`, `translucentPaper`, `faceIndex`,
  ///   `unknownFace`, `font`, `cairo`.
  package func render(
    _ scene: Scene, metadata: FigureMetadata
  ) throws(RenderError) -> [UInt8] {
    try metadata.check()
    try PageLimits.check(scene)
    let point = 1 / scene.pixelsPerPoint
    let surface = try PDFSurface(
      width: Double(scene.width) * point, height: Double(scene.height) * point)
    try surface.leaveOutDates()
    cairo_scale(surface.context, point, point)

    let pen = PDFPen(context: surface.context, fonts: FontSet(of: scene, from: fonts))
    pen.setSource(scene.paper)
    cairo_paint(surface.context)
    try pen.draw(scene.nodes)
    return try PDFAddition.add(metadata, to: surface.finish())
  }
}

/// Draws nodes with Cairo in pixels of the scene.
private struct PDFPen {
  let context: OpaquePointer
  let fonts: FontSet

  func draw(_ nodes: [SceneNode]) throws(RenderError) {
    for node in nodes {
      switch node {
      case .fill(let path, let color):
        append(path)
        fill(color)
      case .rectangles(let rectangles, let color):
        for rect in rectangles where rect.width > 0 && rect.height > 0 { append(rect) }
        fill(color)
      case .stroke(let path, let style, let color):
        stroke(path, style, color)
      case .text(let run):
        try append(run)
        fill(run.color)
      case .group(let group):
        cairo_save(context)
        if let clip = group.clip {
          let box = PixelRect(around: clip)
          cairo_rectangle(
            context, Double(box.minX), Double(box.minY), Double(box.width), Double(box.height))
          cairo_clip(context)
        }
        try draw(group.nodes)
        cairo_restore(context)
      }
    }
  }

  func setSource(_ color: Color) {
    cairo_set_source_rgba(
      context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255,
      Double(color.alpha) / 255)
  }

  private func fill(_ color: Color) {
    setSource(color)
    cairo_fill(context)
  }

  private func stroke(_ path: ScenePath, _ style: StrokeStyle, _ color: Color) {
    guard style.width > 0 else { return }
    append(PolylineReduction.reduced(path))
    setSource(color)
    cairo_set_line_width(context, Double(style.width) / 256)
    let dashes =
      DashPattern(style.dashes) == nil ? [] : style.dashes.map { Double(max($0, 0)) / 256 }
    cairo_set_dash(context, dashes, Int32(dashes.count), 0)
    switch style.cap {
    case .butt: cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT)
    case .round: cairo_set_line_cap(context, CAIRO_LINE_CAP_ROUND)
    case .square: cairo_set_line_cap(context, CAIRO_LINE_CAP_SQUARE)
    }
    switch style.join {
    case .miter: cairo_set_line_join(context, CAIRO_LINE_JOIN_MITER)
    case .round: cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
    case .bevel: cairo_set_line_join(context, CAIRO_LINE_JOIN_BEVEL)
    }
    cairo_stroke(context)
  }

  private func append(_ path: ScenePath) {
    for element in path.elements {
      switch element {
      case .move(let point):
        cairo_move_to(context, Double(point.x) / 256, Double(point.y) / 256)
      case .line(let point):
        cairo_line_to(context, Double(point.x) / 256, Double(point.y) / 256)
      case .curve(let first, let second, let end):
        cairo_curve_to(
          context, Double(first.x) / 256, Double(first.y) / 256, Double(second.x) / 256,
          Double(second.y) / 256, Double(end.x) / 256, Double(end.y) / 256)
      case .close:
        cairo_close_path(context)
      }
    }
  }

  private func append(_ rect: SceneRect) {
    cairo_rectangle(
      context, Double(rect.x) / 256, Double(rect.y) / 256, Double(rect.width) / 256,
      Double(rect.height) / 256)
  }

  private func append(_ run: GlyphRun) throws(RenderError) {
    for glyph in run.glyphs {
      let outline = try fonts.outline(of: glyph.id, at: Int(glyph.face))
      let unitsPerEm = try fonts.font(at: Int(glyph.face)).unitsPerEm
      let unit = Double(glyph.size) / Double(unitsPerEm) / 256
      cairo_save(context)
      cairo_translate(context, Double(glyph.origin.x) / 256, Double(glyph.origin.y) / 256)
      if run.turn == .upward {
        var turn = cairo_matrix_t()
        cairo_matrix_init(&turn, 0, -1, 1, 0, 0, 0)
        cairo_transform(context, &turn)
      }
      cairo_scale(context, unit, -unit)
      append(outline)
      cairo_restore(context)
    }
  }

  /// Quadratic curves are raised to cubic ones: their control points lie two thirds of the way.
  private func append(_ outline: GlyphOutline) {
    for contour in outline.contours {
      var pen = contour.start
      cairo_move_to(context, pen.x, pen.y)
      for segment in contour.segments {
        switch segment {
        case .line(let end):
          cairo_line_to(context, end.x, end.y)
          pen = end
        case .curve(let control, let end):
          cairo_curve_to(
            context, pen.x + (control.x - pen.x) * 2 / 3, pen.y + (control.y - pen.y) * 2 / 3,
            end.x + (control.x - end.x) * 2 / 3, end.y + (control.y - end.y) * 2 / 3, end.x, end.y)
          pen = end
        }
      }
      cairo_close_path(context)
    }
  }
}
