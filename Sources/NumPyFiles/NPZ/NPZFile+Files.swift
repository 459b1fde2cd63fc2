internal import Files

extension NPZFile {
  /// The most bytes that are read where a caller does not say: 1 GiB.
  package static let defaultLimit = 1 << 30

  /// The archive: each array a stored member, its elements at a multiple of 64 bytes, dated
  /// 1980-01-01.
  ///
  /// - Throws: `NPZError.tooLarge` from 4 GB on, `NPZError.tooMany`.
  package func bytes() throws(NPZError) -> [UInt8] {
    var writer = ZIPWriter()
    for member in members {
      try writer.add(member.array.bytes(), as: member.name + ArrayName.ending)
    }
    return writer.finish()
  }

  /// Writes the archive whole or not at all.
  ///
  /// - Throws: `NPZError.tooLarge`, `NPZError.tooMany`, `OutputError`.
  package func write(to path: String) throws {
    try OutputFile.write(try bytes(), to: path)
  }

  /// Reads an archive as `numpy.savez` and `numpy.savez_compressed` write it.
  ///
  /// - Parameters:
  ///   - path: The file; its arrays may be of every kind that `NPYArray` reads.
  ///   - limit: The most bytes that the file may have, and its members when decompressed.
  /// - Throws: `FileError`, `ZIPError`, `NPYError`, `NPZError.notAnArray`.
  package init(reading path: String, limit: Int = defaultLimit) throws {
    try self.init(bytes: InputFile.read(path, limit: limit), file: path, limit: limit)
  }

  /// The same from the bytes of a file.
  ///
  /// - Parameter file: Its path, for messages.
  package init(bytes: [UInt8], file: String, limit: Int = defaultLimit) throws {
    let archive = try ZIPArchive(bytes: bytes, file: file, limit: limit)
    self.init(file: file)
    for (index, entry) in archive.entries.enumerated() {
      guard entry.name.hasSuffix(ArrayName.ending), entry.name != ArrayName.ending else {
        throw NPZError.notAnArray(file: file, member: entry.name)
      }
      let array = try NPYArray(
        bytes: archive.content(at: index), file: "\(file): \(entry.name)")
      try add(array, as: String(entry.name.dropLast(ArrayName.ending.count)))
    }
  }
}
