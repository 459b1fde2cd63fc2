internal import CCairo
internal import Charting

/// A PDF of one page that Cairo writes into memory.
struct PDFSurface: ~Copyable {
  private let surface: OpaquePointer
  let context: OpaquePointer
  private let output: Output

  /// The bytes written so far. A class, because Cairo keeps its address.
  private final class Output {
    var bytes: [UInt8] = []
  }

  /// - Parameters:
  ///   - width: Width of the page in points of 1/72 inch.
  ///   - height: Height of the page in points.
  init(width: Double, height: Double) throws(RenderError) {
    output = Output()
    let write: cairo_write_func_t = { closure, bytes, count in
      guard let closure else { return CAIRO_STATUS_WRITE_ERROR }
      Unmanaged<Output>.fromOpaque(closure).takeUnretainedValue().bytes
        .append(contentsOf: UnsafeBufferPointer(start: bytes, count: Int(count)))
      return CAIRO_STATUS_SUCCESS
    }
    let closure = Unmanaged.passUnretained(output).toOpaque()
    guard let surface = cairo_pdf_surface_create_for_stream(write, closure, width, height),
      let context = cairo_create(surface)
    else { throw .cairo(operation: "create a PDF", reason: "out of memory") }
    self.surface = surface
    self.context = context
    // Plain objects, whatever later versions would pack into streams.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
    cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
    cairo_set_miter_limit(context, 4)
  }

  deinit {
    cairo_destroy(context)
    // Destroying finishes the surface, which writes to the output.
    withExtendedLifetime(output) { cairo_surface_destroy(surface) }
  }

  /// Throws the error that an earlier operation left behind.
  func check(_ operation: String) throws(RenderError) {
    var status = cairo_surface_status(surface)
    if status == CAIRO_STATUS_SUCCESS { status = cairo_status(context) }
    guard status != CAIRO_STATUS_SUCCESS else { return }
    throw .cairo(operation: operation, reason: String(cString: cairo_status_to_string(status)))
  }

  /// Leaves no time in the document information, which would differ from run to run.
  func leaveOutDates() throws(RenderError) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, nil)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, nil)
    try check("describe the PDF")
  }

  /// Ends the page and gives the file.
  func finish() throws(RenderError) -> [UInt8] {
    cairo_show_page(context)
    try check("draw the PDF")
    cairo_surface_finish(surface)
    let status = cairo_surface_status(surface)
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .cairo(
        operation: "write the PDF", reason: String(cString: cairo_status_to_string(status)))
    }
    return output.bytes
  }
}
