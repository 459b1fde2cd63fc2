/// What the directory of an archive says of one member.
struct ZIPEntry: Equatable {
  let name: String
  let method: ZIPMethod
  let checksum: UInt32
  /// Bytes in the file.
  let storedByteCount: Int
  /// Bytes when decompressed.
  let byteCount: Int
  /// Where the member starts in the file: its own header.
  let offset: Int
  /// Bytes of its entry in the directory.
  let entryByteCount: Int

  /// Deflate cannot compress better than 1032 to 1 (zlib's technical notes).
  private static let maximumRatio = 1032

  /// Reads the entry at `start`.
  ///
  /// - Parameter end: Where the directory ends, which lies in `bytes`.
  init(_ bytes: [UInt8], at start: Int, end: Int, file: String) throws(ZIPError) {
    guard start + ZIPFormat.directoryByteCount <= end,
      bytes.number(at: start, size: 4) == ZIPFormat.directorySignature
    else { throw .damagedDirectory(file: file, byte: start) }
    let nameCount = bytes.number(at: start + 28, size: 2)
    let extraCount = bytes.number(at: start + 30, size: 2)
    let commentCount = bytes.number(at: start + 32, size: 2)
    entryByteCount = ZIPFormat.directoryByteCount + nameCount + extraCount + commentCount
    guard start + entryByteCount <= end else { throw .damagedDirectory(file: file, byte: start) }

    let flags = bytes.number(at: start + 8, size: 2)
    let nameStart = start + ZIPFormat.directoryByteCount
    name = try Self.name(
      bytes[nameStart..<(nameStart + nameCount)], isUTF8: flags & ZIPFormat.utf8Flag != 0,
      file: file)
    guard flags & ZIPFormat.encryptionFlags == 0 else {
      throw .encrypted(file: file, member: name)
    }
    let number = bytes.number(at: start + 10, size: 2)
    guard let method = ZIPMethod(rawValue: number) else {
      throw .unknownMethod(file: file, member: name, method: number)
    }
    self.method = method
    checksum = UInt32(bytes.number(at: start + 16, size: 4))
    storedByteCount = bytes.number(at: start + 20, size: 4)
    byteCount = bytes.number(at: start + 24, size: 4)
    offset = bytes.number(at: start + 42, size: 4)
    guard ![storedByteCount, byteCount, offset].contains(ZIPFormat.zip64Size) else {
      throw .zip64(file: file)
    }
    guard bytes.number(at: start + 34, size: 2) == 0 else { throw .severalDisks(file: file) }
    let isPossible =
      method == .stored
      ? byteCount == storedByteCount : byteCount <= storedByteCount * Self.maximumRatio
    guard isPossible else {
      throw .impossibleSize(file: file, member: name, bytes: byteCount, from: storedByteCount)
    }
  }

  /// The name, which is ASCII unless it is marked as UTF-8.
  private static func name(
    _ bytes: ArraySlice<UInt8>, isUTF8: Bool, file: String
  ) throws(ZIPError) -> String {
    guard isUTF8 || bytes.allSatisfy({ $0 < 0x80 }),
      let name = String(validating: bytes, as: UTF8.self),
      ArrayName.isValid(name)
    else { throw .unsafeName(file: file, member: String(decoding: bytes, as: UTF8.self)) }
    return name
  }
}
