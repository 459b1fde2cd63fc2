internal import CPNG

/// Keywords and texts as zero-terminated strings in one block, and texts that are compressed already.
struct PNGTexts {
  private struct Item {
    var keyword: Int
    /// Nil for one that is compressed already.
    var text: Int?
    var isCompressed: Bool
    /// Its pieces among `views`.
    var pieces: Range<Int>
  }

  private var bytes: [CChar] = []
  private var items: [Item] = []
  private var pieces: [DeflatePiece] = []

  init(_ entries: [FigureMetadata.Entry]) {
    for entry in entries {
      let keyword = append(entry.keyword)
      let first = pieces.count
      let packed = entry.pieces
      pieces += packed ?? []
      items.append(
        Item(
          keyword: keyword, text: packed == nil ? append(entry.text) : nil,
          isCompressed: entry.isLong, pieces: first..<pieces.count))
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
    let views = pieces.map(\.view)
    return try bytes.withUnsafeBufferPointer { buffer throws(RenderError) in
      try views.withUnsafeBufferPointer { views throws(RenderError) in
        let texts = items.map { item in
          cpng_text(
            keyword: buffer.baseAddress.map { $0 + item.keyword },
            text: item.text.flatMap { text in buffer.baseAddress.map { $0 + text } },
            compressed: item.isCompressed ? 1 : 0,
            pieces: views.baseAddress.map { $0 + item.pieces.lowerBound },
            piece_count: item.pieces.count)
        }
        return try withExtendedLifetime(pieces) { () throws(RenderError) in
          try texts.withUnsafeBufferPointer(body)
        }
      }
    }
  }
}
