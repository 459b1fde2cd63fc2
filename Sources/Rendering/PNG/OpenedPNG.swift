internal import CPNG
internal import Files

/// A PNG that is read up to its pixels.
///
/// Its bytes are read as they are needed, so that a large file fills no memory.
package final class OpenedPNG: @unchecked Sendable {
  package let width: Int
  package let height: Int
  package let path: String
  private let source: PNGSource
  private let reader: OpaquePointer

  /// Bytes that the texts, and each other chunk but the pixels', may take, decompressed.
  private static let textBytes = 64 << 20
  /// Texts that are read.
  private static let texts = 1000

  /// Opens a file.
  ///
  /// - Throws: `FileError.failed`; `PNGReadError`.
  package convenience init(path: String) throws {
    try self.init(source: PNGSource(path: path))
  }

  init(source: PNGSource) throws {
    let limits = cpng_limits(
      side: UInt32(PageLimits.side), pixels: UInt64(PageLimits.pixels),
      text_bytes: Self.textBytes, texts: Self.texts)
    var opened: OpaquePointer?
    let (status, message) = withPNGMessage { cpng_open(source.door, limits, &opened, $0) }
    guard status == CPNG_DONE, let opened else {
      throw Self.error(status, message, source)
    }
    reader = opened
    self.source = source
    path = source.path
    width = Int(cpng_width(opened))
    height = Int(cpng_height(opened))
  }

  deinit {
    cpng_close(reader)
  }

  /// Bytes of the decoded pixels.
  package var pixelBytes: Int { width * height * 4 }

  /// Decodes the pixels and reads to the end. To be called once.
  ///
  /// - Throws: `PNGReadError`, `FileError.failed`.
  package func decode() throws -> DecodedPNG {
    guard MemoryTrial.succeeds(for: pixelBytes) else {
      throw PNGReadError.outOfMemory(path: path)
    }
    var outcome = (status: CPNG_DONE, message: "")
    let rgba = [UInt8](unsafeUninitializedCapacity: pixelBytes) { buffer, count in
      outcome = withPNGMessage { cpng_read_pixels(reader, buffer.baseAddress, $0) }
      count = outcome.status == CPNG_DONE ? pixelBytes : 0
    }
    guard outcome.status == CPNG_DONE else {
      throw Self.error(outcome.status, outcome.message, source)
    }
    let resolution = Int(cpng_pixels_per_metre(reader))
    return DecodedPNG(
      bitmap: Bitmap(width: width, height: height, rgba: rgba),
      texts: (0..<cpng_text_count(reader)).map(text),
      pixelsPerMetre: resolution > 0 ? resolution : nil)
  }

  private static func error(
    _ status: cpng_status, _ message: String, _ source: PNGSource
  ) -> any Error {
    let path = source.path
    return switch status {
    case CPNG_NO_MEMORY: PNGReadError.outOfMemory(path: path)
    case CPNG_OTHER_KIND: PNGReadError.notAPNG(path: path)
    case CPNG_TOO_LARGE: PNGReadError.tooLarge(path: path, size: message)
    case CPNG_NO_BYTES: source.failure ?? PNGReadError.damaged(path: path, reason: message)
    default: PNGReadError.damaged(path: path, reason: message)
    }
  }

  private func text(at index: Int) -> FigureMetadata.Entry {
    var length = 0
    var isUTF8: Int32 = 0
    let text = cpng_text_at(reader, index, &length, &isUTF8)
    let bytes = UnsafeRawBufferPointer(start: text.text, count: text.text == nil ? 0 : length)
    let keyword = text.keyword.map {
      UnsafeRawBufferPointer(start: $0, count: Self.length(of: $0))
    }
    return FigureMetadata.Entry(
      keyword: keyword.map(Self.latin1) ?? "",
      text: isUTF8 != 0 ? String(decoding: bytes, as: UTF8.self) : Self.latin1(bytes))
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
