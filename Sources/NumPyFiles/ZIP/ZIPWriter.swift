/// Writes a ZIP archive of stored members whose bytes depend on its content alone: no time, no
/// user, no system.
///
/// Every member's bytes start at a multiple of 64, as arrays in a `.npy` file do, so that a reader
/// can map them.
struct ZIPWriter {
  /// A field before the bytes of a member that carries nothing but padding, as Android's `zipalign`
  /// defines it: identifier, size, alignment, zeros.
  private static let paddingIdentifier = 0xD935
  private static let smallestPadding = 6

  /// The most that sizes and offsets can be.
  private let limit: Int
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// - Parameter limit: Below what needs ZIP64; lower in tests.
  init(limit: Int = ZIPFormat.zip64Size - 1) {
    self.limit = limit
  }

  /// Adds a member.
  ///
  /// - Throws: `NPZError.tooLarge` where the archive would need ZIP64, `NPZError.tooMany`.
  mutating func add(_ content: [UInt8], as name: String) throws(NPZError) {
    guard count < ZIPFormat.zip64Count - 1 else {
      throw .tooMany(limit: ZIPFormat.zip64Count - 1)
    }
    let offset = bytes.count
    let bare = offset + ZIPFormat.localByteCount + name.utf8.count
    let padding = Self.padding(after: bare)
    // What follows of this member: its bytes and its entry in the directory, with the end.
    let entry = ZIPFormat.directoryByteCount + name.utf8.count
    let total =
      bare + padding + content.count + directory.count + entry + ZIPFormat.endByteCount
    guard total <= limit else { throw .tooLarge(name: name, bytes: total, limit: limit) }

    let shared = sharedFields(content, name: name)
    bytes.append(number: ZIPFormat.localSignature, size: 4)
    bytes += shared
    bytes.append(number: padding, size: 2)
    bytes += Array(name.utf8)
    if padding > 0 {
      bytes.append(number: Self.paddingIdentifier, size: 2)
      bytes.append(number: padding - 4, size: 2)
      bytes.append(number: NPYHeader.alignment, size: 2)
      bytes += Array(repeating: 0, count: padding - Self.smallestPadding)
    }
    bytes += content

    directory.append(number: ZIPFormat.directorySignature, size: 4)
    // Made by version 2.0 on no particular system, so without permissions.
    directory.append(number: ZIPFormat.version, size: 2)
    directory += shared
    // No extra field, comment, disk number or attributes.
    directory += Array(repeating: 0, count: 2 + 2 + 2 + 2 + 4)
    directory.append(number: offset, size: 4)
    directory += Array(name.utf8)
    count += 1
  }

  /// The whole archive.
  consuming func finish() -> [UInt8] {
    let offset = bytes.count
    bytes += directory
    bytes.append(number: ZIPFormat.endSignature, size: 4)
    // This disk, and the disk of the directory.
    bytes.append(number: 0, size: 4)
    bytes.append(number: count, size: 2)
    bytes.append(number: count, size: 2)
    bytes.append(number: directory.count, size: 4)
    bytes.append(number: offset, size: 4)
    // No comment.
    bytes.append(number: 0, size: 2)
    return bytes
  }

  /// What a member's header and its entry in the directory have in common: from the version that
  /// is needed to the length of the name.
  private func sharedFields(_ content: [UInt8], name: String) -> [UInt8] {
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    var fields: [UInt8] = []
    fields.append(number: ZIPFormat.version, size: 2)
    fields.append(number: isASCII ? 0 : ZIPFormat.utf8Flag, size: 2)
    fields.append(number: ZIPMethod.stored.rawValue, size: 2)
    fields.append(number: 0, size: 2)
    fields.append(number: ZIPFormat.firstDay, size: 2)
    fields.append(number: Int(crc32(of: content[...])), size: 4)
    fields.append(number: content.count, size: 4)
    fields.append(number: content.count, size: 4)
    fields.append(number: name.utf8.count, size: 2)
    return fields
  }

  /// Bytes to the next multiple of 64; none, or at least what the field takes.
  private static func padding(after offset: Int) -> Int {
    let rest = offset % NPYHeader.alignment
    guard rest > 0 else { return 0 }
    let padding = NPYHeader.alignment - rest
    return padding < smallestPadding ? padding + NPYHeader.alignment : padding
  }
}
