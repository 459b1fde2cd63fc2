internal import CZlib
internal import Files

/// The content of a file, decompressed where it starts like a gzip stream.
///
/// The name of the file plays no part: downloads are often unpacked on the way and keep their
/// `.gz`, or the reverse.
struct DecodedFile: ~Copyable {
  private let file: InputFile
  private var inflater: GzipInflater?
  /// Decoded bytes read so far.
  private(set) var position = 0

  /// Opens the file at `path`.
  ///
  /// - Throws: `FileError`, `GzipError`.
  init(path: String) throws {
    let file = try InputFile(path: path)
    let isCompressed = try file.start(2) == GzipInflater.magic
    self.inflater = isCompressed ? try GzipInflater(path: path) : nil
    self.file = file
  }

  var path: String { file.path }

  /// True for a gzip stream.
  var isCompressed: Bool {
    switch inflater {
    case .some: true
    case .none: false
    }
  }

  /// The most bytes that the content can have: its size, or what a gzip stream of that size can
  /// unfold to.
  var largestPossibleCount: Int {
    isCompressed ? file.size * GzipInflater.maximumRatio : file.size
  }

  /// The content without what has been read of it, where it is `byteCount` bytes in all and the
  /// file is a sound gzip stream of one member; nil otherwise, with nothing read.
  ///
  /// - Throws: `FileError`.
  func rest(ofWhole byteCount: Int, threads: Int) throws(FileError) -> [UInt8]? {
    guard isCompressed else { return nil }
    return try WholeGzip.content(
      of: file, byteCount: byteCount, skipping: position, threads: threads)
  }

  /// Reads on until `target` is full or the content ends.
  ///
  /// - Returns: The number of bytes read.
  /// - Throws: `FileError`, `GzipError`.
  mutating func read(into target: UnsafeMutableRawBufferPointer) throws -> Int {
    let count = try inflater?.read(from: file, into: target) ?? file.read(into: target)
    position += count
    return count
  }

  /// The next `count` bytes, or fewer where the content ends.
  ///
  /// - Throws: `FileError`, `GzipError`.
  mutating func read(_ count: Int) throws -> [UInt8] {
    try [UInt8](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      LargePages.prefer(for: UnsafeMutableRawBufferPointer(buffer))
      initializedCount = try read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }
}
