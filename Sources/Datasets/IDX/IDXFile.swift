internal import Files

/// An IDX file of unsigned bytes, plain or gzip, whose header has been read and checked.
struct IDXFile: ~Copyable {
  let header: IDXHeader
  private var content: DecodedFile

  /// Opens the file at `path` and reads its header.
  ///
  /// - Throws: `FileError`, `GzipError`, or `IDXError` for another kind of file, dimensions beyond
  ///   the limits, or a file that is too small to hold what its header promises.
  init(path: String, expecting kind: IDXKind) throws {
    var content = try DecodedFile(path: path)
    let start = try content.read(IDXHeader.byteCount(of: kind))
    let header = try IDXHeader(start: start, file: path, expected: kind)
    // Before any memory is taken: a tiny file can promise a gigabyte.
    guard header.fileByteCount <= content.largestPossibleCount else {
      throw content.isCompressed
        ? IDXError.promiseBeyondCompression(
          file: path, bytes: header.fileByteCount, limit: content.largestPossibleCount)
        : IDXError.truncated(
          file: path, got: content.largestPossibleCount, expected: header.fileByteCount)
    }
    self.header = header
    self.content = content
  }

  var path: String { content.path }

  /// The elements of the first `itemCount` images or labels, or of all.
  ///
  /// With all of them the rest of the file is checked too: nothing may follow, and a gzip stream's
  /// checksum and length must be right. A part ends the decompression early and leaves that
  /// unchecked.
  /// - Parameters:
  ///   - itemCount: At most `header.count`; nil for all.
  ///   - threads: With 2 a large file is read in less time.
  /// - Throws: `FileError`, `GzipError`, `IDXError.truncated`, `IDXError.trailingBytes`.
  consuming func readElements(first itemCount: Int? = nil, threads: Int = 1) throws -> [UInt8] {
    let isWhole = itemCount == nil || itemCount == header.count
    let byteCount = (itemCount ?? header.count) * header.elementsPerItem
    try checkMemory(for: byteCount)
    if isWhole, let elements = try content.rest(ofWhole: header.fileByteCount, threads: threads) {
      return elements
    }
    let elements = try content.read(byteCount)
    guard elements.count == byteCount else {
      throw IDXError.truncated(
        file: path, got: content.position, expected: header.fileByteCount)
    }
    if isWhole, try !content.read(1).isEmpty {
      throw IDXError.trailingBytes(file: path, byte: header.fileByteCount)
    }
    return elements
  }

  private borrowing func checkMemory(for byteCount: Int) throws(FileError) {
    guard MemoryTrial.succeeds(for: byteCount) else {
      throw .outOfMemory(path: path, bytes: byteCount)
    }
  }
}
