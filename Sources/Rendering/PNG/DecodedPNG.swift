internal import CPNG

/// Why a PNG cannot be read.
package enum PNGReadError: Error, Equatable {
  case notAPNG(path: String)
  /// libpng's reason, as for a file that was cut off or altered.
  case damaged(path: String, reason: String)
  case outOfMemory(path: String)

  package var isMachineFault: Bool {
    if case .outOfMemory = self { return true }
    return false
  }
}

extension PNGReadError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAPNG(let path): "\(path) is no PNG"
    case .damaged(let path, let reason): "\(path) is a damaged PNG: \(reason)"
    case .outOfMemory(let path): "cannot decode \(path): out of memory"
    }
  }
}

/// What a PNG holds: pixels of any kind brought to 8-bit RGBA, and its texts.
package struct DecodedPNG: Equatable, Sendable {
  package let bitmap: Bitmap
  /// The texts of tEXt, zTXt and iTXt chunks in the order of the file.
  package let texts: [FigureMetadata.Entry]
  /// Resolution, or nil where the file does not state one for both directions.
  package let pixelsPerMetre: Int?

  /// Bytes that one chunk may take, decompressed.
  private static let chunkBytes = 64 << 20
  /// Chunks that are kept.
  private static let chunks: UInt32 = 1000

  /// The first text of a keyword.
  package func text(_ keyword: String) -> String? {
    texts.first { $0.keyword == keyword }?.text
  }

  /// Decodes a PNG.
  ///
  /// No more than `PageLimits` allow is decoded, so that a small file cannot fill the memory.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - path: Where they come from, for messages.
  /// - Throws: `notAPNG`, `damaged`, which includes a wrong checksum of any chunk, `outOfMemory`.
  package init(bytes: [UInt8], path: String) throws(PNGReadError) {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
      throw .notAPNG(path: path)
    }
    self = try bytes.withUnsafeBufferPointer { file throws(PNGReadError) in
      try DecodedPNG(file: file, path: path)
    }
  }

  private init(file: UnsafeBufferPointer<UInt8>, path: String) throws(PNGReadError) {
    let limits = cpng_limits(
      side: UInt32(PageLimits.side), pixels: UInt64(PageLimits.pixels),
      chunk_bytes: Self.chunkBytes, chunks: Self.chunks)
    var opened: OpaquePointer?
    let (status, message) = withPNGMessage {
      cpng_open(file.baseAddress, file.count, limits, &opened, $0)
    }
    guard status == CPNG_DONE, let reader = opened else {
      throw Self.error(status, message, path: path)
    }
    defer { cpng_close(reader) }

    let (width, height) = (Int(cpng_width(reader)), Int(cpng_height(reader)))
    var outcome = (status: CPNG_DONE, message: "")
    let rgba = [UInt8](unsafeUninitializedCapacity: width * height * 4) { buffer, count in
      buffer.initialize(repeating: 0)
      outcome = withPNGMessage { cpng_read_pixels(reader, buffer.baseAddress, $0) }
      count = width * height * 4
    }
    guard outcome.status == CPNG_DONE else {
      throw Self.error(outcome.status, outcome.message, path: path)
    }
    bitmap = Bitmap(width: width, height: height, rgba: rgba)
    texts = (0..<cpng_text_count(reader)).map { Self.text(reader, at: $0) }
    let resolution = Int(cpng_pixels_per_metre(reader))
    pixelsPerMetre = resolution > 0 ? resolution : nil
  }

  private static func error(_ status: cpng_status, _ message: String, path: String) -> PNGReadError
  {
    status == CPNG_NO_MEMORY ? .outOfMemory(path: path) : .damaged(path: path, reason: message)
  }

  private static func text(_ reader: OpaquePointer, at index: Int) -> FigureMetadata.Entry {
    var length = 0
    var isUTF8: Int32 = 0
    let text = cpng_text_at(reader, index, &length, &isUTF8)
    let bytes = UnsafeRawBufferPointer(start: text.text, count: text.text == nil ? 0 : length)
    let keyword = text.keyword.map { UnsafeRawBufferPointer(start: $0, count: Self.length(of: $0)) }
    return FigureMetadata.Entry(
      keyword: keyword.map(latin1) ?? "",
      text: isUTF8 != 0 ? String(decoding: bytes, as: UTF8.self) : latin1(bytes))
  }

  private static func length(of text: UnsafePointer<CChar>) -> Int {
    var length = 0
    while text[length] != 0 { length += 1 }
    return length
  }

  private static func latin1(_ bytes: UnsafeRawBufferPointer) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Unicode.Scalar(byte)) }
    return String(text)
  }
}
