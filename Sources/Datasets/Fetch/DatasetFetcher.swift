internal import Files

/// Downloads the files of a data set into a folder, from the first mirror that has them.
package struct DatasetFetcher: Sendable {
  /// Where the files go; created if missing.
  package let folder: String
  package let files: [PublishedFile]
  /// Base addresses in order of preference, each ending in a slash.
  package let mirrors: [String]
  package var curl: Curl

  /// - Throws: `FetchError.invalidMirror`.
  package init(
    files: [PublishedFile], mirrors: [String], folder: String, curl: Curl = Curl()
  ) throws(FetchError) {
    self.folder = folder
    self.files = files
    self.mirrors = try mirrors.map { mirror throws(FetchError) in
      guard Self.isValid(mirror) else { throw .invalidMirror(mirror) }
      return Path.join(mirror, "")
    }
    self.curl = curl
  }

  /// A fetcher of a named set into the user's cache.
  ///
  /// - Parameters:
  ///   - set: The set.
  ///   - mirror: Used in place of the set's own mirrors.
  ///   - places: Says where the cache is.
  /// - Throws: `FetchError.noMirror`, `FetchError.noCacheFolder`, `FetchError.invalidMirror`.
  package init(
    _ set: KnownDataset, mirror: String? = nil, places: SearchPlaces = .ofThisProcess()
  ) throws(FetchError) {
    guard !set.mirrors.isEmpty else { throw .noMirror(set) }
    guard let cache = places.cache else { throw .noCacheFolder }
    try self.init(
      files: set.publishedFiles, mirrors: mirror.map { [$0] } ?? set.mirrors,
      folder: Path.join(cache, set.rawValue))
  }

  /// Bytes of all files together.
  package var totalByteCount: Int { files.reduce(0) { $0 + $1.byteCount } }

  /// Downloads what is not there yet.
  ///
  /// A file has its final name only when size and checksums are right. What a broken download
  /// leaves is kept as `<name>.part` and completed the next time.
  /// - Parameter report: Gets each event as it happens.
  /// - Throws: `FetchError`, `FileError`, `ChecksumError`.
  package func fetch(report: (FetchEvent) -> Void) throws {
    try FileSystem.createFolder(folder)
    let lock = try FolderLock(folder)
    for file in files {
      let path = Path.join(folder, file.name)
      if try FileSystem.kind(of: path) == .file, try file.mismatch(at: path) == nil {
        report(.present(file: file.name))
      } else {
        let download = try FileDownload(file, to: path, curl: curl)
        try download.run(from: mirrors, report: report)
        report(.finished(file: file.name, path: path, sha256: file.sha256))
      }
    }
    // Held until here.
    _ = lock
  }

  private static func isValid(_ mirror: String) -> Bool {
    guard mirror.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F }) else {
      return false
    }
    return ["https://", "http://", "file:///"].contains { scheme in
      mirror.hasPrefix(scheme) && mirror.utf8.count > scheme.utf8.count
    }
  }
}
