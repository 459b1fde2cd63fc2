internal import DenseMath
internal import Files

/// What a PNG holds: pixels of any kind brought to 8-bit RGBA, and its texts.
///
/// All colour types, depths and interlacings are read, with tRNS. Samples of fewer than 8 bits are
/// scaled up, those of 16 rounded to the nearest, round(v / 257). Nothing else changes a pixel: gAMA,
/// iCCP, sRGB and cICP are not applied, sBIT and bKGD neither, so that pixels are what the file
/// stores. Of an animated PNG it is the default image.
package struct DecodedPNG: Equatable, Sendable {
  package let bitmap: Bitmap
  /// The texts of tEXt, zTXt and iTXt chunks in the order of the file.
  package let texts: [FigureMetadata.Entry]
  /// Resolution, or nil where the file does not state one for both directions.
  package let pixelsPerMetre: Int?

  init(bitmap: Bitmap, texts: [FigureMetadata.Entry], pixelsPerMetre: Int?) {
    self.bitmap = bitmap
    self.texts = texts
    self.pixelsPerMetre = pixelsPerMetre
  }

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
  /// - Throws: `PNGReadError`: `damaged` for a wrong checksum of any chunk too.
  package init(bytes: [UInt8], path: String) throws {
    self = try OpenedPNG(source: PNGSource(bytes: bytes, path: path)).decode()
  }

  /// Decodes a file, or what comes through a pipe.
  ///
  /// - Throws: `PNGReadError`, `FileError.failed`.
  package init(path: String) throws {
    self = try OpenedPNG(path: path).decode()
  }

  /// Decodes several files at the same time.
  ///
  /// - Throws: As `init(path:)`, for the first file that is not to be read; `outOfMemory` where
  ///   there is no room for all of them.
  package static func decode(_ paths: [String], threads: Int) throws -> [DecodedPNG] {
    let opened = try paths.map { try OpenedPNG(path: $0) }
    let bytes = opened.reduce(0) { $0 + $1.pixelBytes }
    guard MemoryTrial.succeeds(for: bytes) else {
      throw PNGReadError.outOfMemory(path: paths.joined(separator: " and "))
    }
    return try Parallel.map(count: opened.count, threads: threads) { index throws(any Error) in
      try opened[index].decode()
    }
  }
}
