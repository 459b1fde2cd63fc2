internal import Files

/// A ZIP archive, read by its directory and checked as a whole before any member is.
///
/// It must be one archive from its first byte to its last: what stands before, between (but for
/// what the format puts there) or behind its members hides nothing from other readers.
struct ZIPArchive {
  let file: String
  /// In the order of the directory.
  let entries: [ZIPEntry]
  private let bytes: [UInt8]
  /// Where the bytes of each member are, in the order of `entries`.
  private let contents: [Range<Int>]

  /// Reads the directory.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - file: Its path, for messages.
  ///   - limit: The most bytes that all members may have together when decompressed.
  init(bytes: [UInt8], file: String, limit: Int) throws(ZIPError) {
    let end = try Self.end(of: bytes, file: file)
    let directory = try Self.directory(in: bytes, end: end, file: file)
    let entries = try Self.entries(in: bytes, directory: directory, end: end, file: file)
    let total = entries.reduce(0) { $0 + $1.byteCount }
    guard total <= limit else { throw .tooLarge(file: file, bytes: total, limit: limit) }
    // For the members, and for the arrays that are made of them.
    guard MemoryTrial.succeeds(for: 2 * total) else { throw .outOfMemory(file: file, bytes: total) }
    var contents: [Range<Int>] = []
    for entry in entries {
      contents.append(
        try Self.content(of: entry, in: bytes, before: directory.offset, file: file))
    }
    try Self.checkOverlap(entries, contents, file: file)
    self.bytes = bytes
    self.file = file
    self.entries = entries
    self.contents = contents
  }

  /// The bytes of a member, decompressed, whose checksum is right.
  ///
  /// - Parameter index: Of the entry.
  func content(at index: Int) throws(ZIPError) -> ArraySlice<UInt8> {
    let entry = entries[index]
    var content = bytes[contents[index]]
    if entry.method == .deflated {
      content = try inflated(content, to: entry.byteCount, file: file, member: entry.name)[...]
    }
    let checksum = crc32(of: content)
    guard checksum == entry.checksum else {
      throw .wrongChecksum(
        file: file, member: entry.name, got: checksum, expected: entry.checksum)
    }
    return content
  }

  /// Where the record is that every archive ends with.
  private static func end(of bytes: [UInt8], file: String) throws(ZIPError) -> Int {
    let magic = Array(bytes.prefix(4))
    let starts = [ZIPFormat.localSignature, ZIPFormat.endSignature]
    let isCut = magic.count < 4 && !magic.isEmpty && [0x50, 0x4B].starts(with: magic.prefix(2))
    guard isCut || (magic.count == 4 && starts.contains(magic.number(at: 0, size: 4))) else {
      throw .notZIP(file: file, start: magic)
    }
    var position = bytes.count - ZIPFormat.endByteCount
    // A comment of up to 64 KB may follow the record; its length tells where the archive ends.
    let first = max(0, position - 0xFFFF)
    while position >= first {
      if bytes.number(at: position, size: 4) == ZIPFormat.endSignature {
        let comment = bytes.number(at: position + 20, size: 2)
        let end = position + ZIPFormat.endByteCount + comment
        if end == bytes.count { return position }
        if end < bytes.count { throw .trailingBytes(file: file, byte: end) }
      }
      position -= 1
    }
    throw .truncated(file: file, bytes: bytes.count)
  }

  private static func directory(
    in bytes: [UInt8], end: Int, file: String
  ) throws(ZIPError) -> (offset: Int, count: Int) {
    let disks = [4, 6].map { bytes.number(at: end + $0, size: 2) }
    let counts = [8, 10].map { bytes.number(at: end + $0, size: 2) }
    let byteCount = bytes.number(at: end + 12, size: 4)
    let offset = bytes.number(at: end + 16, size: 4)
    let isZIP64 =
      (disks + counts).contains(ZIPFormat.zip64Count)
      || [byteCount, offset].contains(ZIPFormat.zip64Size)
    guard !isZIP64 else { throw .zip64(file: file) }
    guard disks == [0, 0], counts[0] == counts[1] else { throw .severalDisks(file: file) }
    guard offset + byteCount == end else { throw .damagedDirectory(file: file, byte: end) }
    return (offset, counts[0])
  }

  private static func entries(
    in bytes: [UInt8], directory: (offset: Int, count: Int), end: Int, file: String
  ) throws(ZIPError) -> [ZIPEntry] {
    var entries: [ZIPEntry] = []
    var names: Set<[UInt8]> = []
    var position = directory.offset
    for _ in 0..<directory.count {
      let entry = try ZIPEntry(bytes, at: position, end: end, file: file)
      guard names.insert(Array(entry.name.utf8)).inserted else {
        throw .repeatedName(file: file, member: entry.name)
      }
      position += entry.entryByteCount
      entries.append(entry)
    }
    guard position == end else { throw .damagedDirectory(file: file, byte: position) }
    return entries
  }

  /// Where the bytes of a member are; its own header must agree with the directory.
  private static func content(
    of entry: ZIPEntry, in bytes: [UInt8], before directory: Int, file: String
  ) throws(ZIPError) -> Range<Int> {
    let damaged = ZIPError.damagedMember(file: file, member: entry.name, byte: entry.offset)
    guard entry.offset + ZIPFormat.localByteCount <= directory,
      bytes.number(at: entry.offset, size: 4) == ZIPFormat.localSignature
    else { throw damaged }
    let nameStart = entry.offset + ZIPFormat.localByteCount
    let nameEnd = nameStart + bytes.number(at: entry.offset + 26, size: 2)
    let start = nameEnd + bytes.number(at: entry.offset + 28, size: 2)
    let flags = bytes.number(at: entry.offset + 6, size: 2)
    guard start + entry.storedByteCount <= directory,
      bytes[nameStart..<nameEnd].elementsEqual(entry.name.utf8),
      bytes.number(at: entry.offset + 8, size: 2) == entry.method.rawValue,
      flags & ZIPFormat.encryptionFlags == 0
    else { throw damaged }
    return start..<(start + entry.storedByteCount)
  }

  /// Members that share bytes unfold to far more than the file holds.
  private static func checkOverlap(
    _ entries: [ZIPEntry], _ contents: [Range<Int>], file: String
  ) throws(ZIPError) {
    let order = entries.indices.sorted { entries[$0].offset < entries[$1].offset }
    for (index, following) in zip(order, order.dropFirst())
    where entries[following].offset < contents[index].upperBound {
      throw .overlap(
        file: file, member: entries[following].name, byte: entries[following].offset)
    }
  }
}
