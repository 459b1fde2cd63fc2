internal import Files
internal import Provenance

/// Size and sums of a file's bytes.
struct FileChecksums: Equatable {
  let byteCount: Int
  /// In hexadecimal; nil where it was not asked for.
  let md5: String?
  /// In hexadecimal.
  let sha256: String

  /// Reads the file at `path` once, in pieces.
  ///
  /// - Throws: `FileError`, `ChecksumError.md5Unavailable`.
  init(of path: String, withMD5: Bool = false) throws {
    let file = try InputFile(path: path)
    var sha256 = try SHA256()
    var md5: MD5? = withMD5 ? try MD5() : nil
    var byteCount = 0
    while true {
      let bytes = try [UInt8](unsafeUninitializedCapacity: 1 << 17) { buffer, initializedCount in
        initializedCount = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
      }
      if bytes.isEmpty { break }
      sha256.update(bytes)
      md5?.update(bytes)
      byteCount += bytes.count
    }
    self.byteCount = byteCount
    self.sha256 = try sha256.finalize().hex
    self.md5 = md5?.finalize().map { hexadecimal([$0]) }.joined()
  }
}

extension PublishedFile {
  /// How the file at `path` differs from what is published; nil where it does not.
  ///
  /// - Throws: `FileError`, `ChecksumError.md5Unavailable`.
  func mismatch(at path: String) throws -> String? {
    let sums = try FileChecksums(of: path, withMD5: md5 != nil)
    if sums.byteCount != byteCount {
      return "\(sums.byteCount) bytes, expected \(byteCount)"
    }
    if let md5, let got = sums.md5, got != md5 {
      return "wrong checksum: MD5 \(got), expected \(md5)"
    }
    return sums.sha256 == sha256
      ? nil : "wrong checksum: SHA-256 \(sums.sha256), expected \(sha256)"
  }
}
