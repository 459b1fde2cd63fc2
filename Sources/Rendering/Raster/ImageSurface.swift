internal import CCairo
internal import Charting

/// Pixels in memory that Cairo draws on.
///
/// Cairo gets filled polygons alone, with corners on the 1/256 pixel grid that its 24.8 fixed point
/// holds exactly. Rasterising them is integer arithmetic, the same in every version and on every
/// processor; its strokes, arcs and splines are not.
struct ImageSurface: ~Copyable {
  /// What a pixel is.
  enum Format {
    /// Blue, green, red and an unused byte on little-endian machines.
    case color
    /// Coverage from 0 to 255.
    case coverage
  }

  let format: Format
  let width: Int
  let height: Int
  private let surface: OpaquePointer
  private let context: OpaquePointer

  /// A surface of zeros.
  ///
  /// - Throws: `pageSize` before anything is allocated; `cairo`.
  init(_ format: Format, width: Int, height: Int) throws(RenderError) {
    guard PageLimits.allow(width: width, height: height) else {
      throw .pageSize(width: width, height: height)
    }
    let kind = format == .color ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_A8
    guard let surface = cairo_image_surface_create(kind, Int32(width), Int32(height)),
      let context = cairo_create(surface)
    else { throw .cairo(operation: "create an image", reason: "out of memory") }
    self.format = format
    self.width = width
    self.height = height
    self.surface = surface
    self.context = context
    cairo_set_antialias(context, CAIRO_ANTIALIAS_GOOD)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
    cairo_set_operator(context, CAIRO_OPERATOR_OVER)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// The rectangle of all pixels.
  var bounds: PixelRect { PixelRect(width: width, height: height) }

  /// Throws the error that an earlier operation left behind.
  ///
  /// - Parameter operation: What was tried, as in "cannot fill a shape".
  func check(_ operation: String) throws(RenderError) {
    var status = cairo_surface_status(surface)
    if status == CAIRO_STATUS_SUCCESS { status = cairo_status(context) }
    guard status != CAIRO_STATUS_SUCCESS else { return }
    throw .cairo(operation: operation, reason: String(cString: cairo_status_to_string(status)))
  }

  /// Covers all pixels with a colour.
  func paint(_ color: Color) throws(RenderError) {
    setSource(color)
    cairo_paint(context)
    try check("paint the page")
  }

  /// Fills the rings, which must lie on the surface, as one shape.
  func fill(_ shape: PolygonSet, _ color: Color) throws(RenderError) {
    guard !shape.isEmpty else { return }
    setSource(color)
    cairo_new_path(context)
    var start = 0
    for end in shape.ends {
      for index in start..<end {
        let vertex = shape.vertices[index]
        let (x, y) = (Double(vertex.x) / 256, Double(vertex.y) / 256)
        if index == start { cairo_move_to(context, x, y) } else { cairo_line_to(context, x, y) }
      }
      cairo_close_path(context)
      start = end
    }
    cairo_fill(context)
    try check("fill a shape")
  }

  /// Draws a colour through the coverage that `mask` holds, its corner at whole pixels.
  func fill(through mask: borrowing ImageSurface, x: Int, y: Int, _ color: Color)
    throws(RenderError)
  {
    setSource(color)
    cairo_mask_surface(context, mask.surface, Double(x), Double(y))
    try check("draw a stroke")
  }

  private func setSource(_ color: Color) {
    cairo_set_source_rgba(
      context, Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255,
      Double(color.alpha) / 255)
  }

  /// Whether every pixel of a rectangle has an opaque colour, or full coverage.
  func isCovered(by color: Color, in rect: PixelRect) throws(RenderError) -> Bool {
    let word = UInt32(color.red) << 16 | UInt32(color.green) << 8 | UInt32(color.blue)
    return try withPixels { pixels, stride throws(RenderError) in
      (rect.minY..<rect.maxY).allSatisfy { y in
        let row = UnsafeRawPointer(pixels + y * stride)
        return (rect.minX..<rect.maxX).allSatisfy { x in
          switch format {
          case .color: row.load(fromByteOffset: x * 4, as: UInt32.self) & 0xFF_FFFF == word
          case .coverage: row.load(fromByteOffset: x, as: UInt8.self) == 255
          }
        }
      }
    }
  }

  /// The pixels and the bytes from one row to the next.
  func withPixels<Value>(
    _ body: (_ pixels: UnsafePointer<UInt8>, _ stride: Int) throws(RenderError) -> Value
  ) throws(RenderError) -> Value {
    cairo_surface_flush(surface)
    guard let pixels = cairo_image_surface_get_data(surface) else {
      throw .cairo(operation: "read the page", reason: "no pixels")
    }
    return try body(UnsafePointer(pixels), Int(cairo_image_surface_get_stride(surface)))
  }
}
