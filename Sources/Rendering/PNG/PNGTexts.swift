internal import CPNG

/// Keywords and texts as zero-terminated strings in one block.
struct PNGTexts {
  private var bytes: [CChar] = []
  private var offsets: [(keyword: Int, text: Int, isCompressed: Bool)] = []

  init(_ entries: [FigureMetadata.Entry]) {
    for entry in entries {
      offsets.append((append(entry.keyword), append(entry.text), entry.isLong))
    }
  }

  private mutating func append(_ text: String) -> Int {
    let offset = bytes.count
    var text = text
    text.withUTF8 { utf8 in
      utf8.withMemoryRebound(to: CChar.self) { bytes.append(contentsOf: $0) }
    }
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
          text: buffer.baseAddress.map { $0 + offset.text },
          compressed: offset.isCompressed ? 1 : 0)
      }
      return try texts.withUnsafeBufferPointer(body)
    }
  }
}
