internal import CPNG

extension RenderedPage {
  /// Pixels for each metre, as a PNG states its resolution: 5669 at two pixels for each point.
  package var pixelsPerMetre: Int {
    let value = (pixelsPerPoint * 72 / 0.0254).rounded()
    return value >= 1 && value < Double(Int32.max) ? Int(value) : 0
  }

  /// The page as a PNG: 8-bit RGB, with sRGB, pHYs and one iTXt chunk for each text before the
  /// pixels, and no time.
  ///
  /// The bytes depend on the versions of libpng and zlib; the pixels do not.
  ///
  /// - Throws: `keyword`, `text`, `png`.
  package func png(metadata: FigureMetadata) throws(RenderError) -> [UInt8] {
    try metadata.check()
    let texts = TextTable(metadata.all)
    return try surface.withPixels { pixels, stride throws(RenderError) in
      try texts.withTexts { list throws(RenderError) in
        var page = cpng_page()
        page.width = UInt32(width)
        page.height = UInt32(height)
        page.stride = stride
        page.pixels = pixels
        page.pixels_per_metre = UInt32(pixelsPerMetre)
        page.texts = list.baseAddress
        page.text_count = list.count
        return try encode(page)
      }
    }
  }

  private func encode(_ page: cpng_page) throws(RenderError) -> [UInt8] {
    var page = page
    var buffer = cpng_buffer()
    let (status, message) = withPNGMessage { cpng_encode(&page, &buffer, $0) }
    guard status == CPNG_DONE else {
      throw .png(reason: status == CPNG_NO_MEMORY ? "out of memory" : message)
    }
    defer { cpng_buffer_free(&buffer) }
    return Array(UnsafeBufferPointer(start: buffer.bytes, count: buffer.count))
  }
}

/// Runs a function that leaves a message, and gives both.
func withPNGMessage(
  _ body: (UnsafeMutablePointer<CChar>) -> cpng_status
) -> (status: cpng_status, message: String) {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CPNG_MESSAGE_SIZE)) { buffer in
    buffer.initialize(repeating: 0)
    guard let message = buffer.baseAddress else { return (CPNG_NO_MEMORY, "") }
    let status = body(message)
    return (status, String(cString: message))
  }
}

/// Keywords and texts as zero-terminated strings in one block.
private struct TextTable {
  private var bytes: [CChar] = []
  private var offsets: [(keyword: Int, text: Int)] = []

  init(_ entries: [FigureMetadata.Entry]) {
    for entry in entries {
      offsets.append((append(entry.keyword), append(entry.text)))
    }
  }

  private mutating func append(_ text: String) -> Int {
    let offset = bytes.count
    bytes.append(contentsOf: text.utf8.map { CChar(bitPattern: $0) })
    bytes.append(0)
    return offset
  }

  func withTexts<Value>(
    _ body: (UnsafeBufferPointer<cpng_text>) throws(RenderError) -> Value
  ) throws(RenderError) -> Value {
    try bytes.withUnsafeBufferPointer { buffer throws(RenderError) in
      let texts = offsets.map { offset in
        cpng_text(
          keyword: buffer.baseAddress.map { $0 + offset.keyword },
          text: buffer.baseAddress.map { $0 + offset.text })
      }
      return try texts.withUnsafeBufferPointer(body)
    }
  }
}
