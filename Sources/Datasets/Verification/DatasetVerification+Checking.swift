internal import Files
internal import Provenance

extension DatasetVerification {
  /// Checks each file against SHA256SUMS in its folder, or for a named set against what is
  /// published, then decodes all of them and compares the content with the set's digest.
  ///
  /// - Parameters:
  ///   - files: Where the files are.
  ///   - known: The set that they should be, if it has a name.
  /// - Throws: An error that is the machine's fault, or a malformed SHA256SUMS; what is wrong with
  ///   the data is in the result.
  package init(checking files: DatasetFiles, as known: KnownDataset?) throws {
    let list = try ChecksumList(in: files.folder)
    var checks = try files.all.map { file in
      let published = known?.publishedFiles.first {
        $0.part == file.part && $0.kind == file.kind
      }
      return try Self.check(file.path, in: files.folder, list: list, published: published)
    }
    for entry in list?.entries ?? [] where !checks.contains(where: { $0.name == entry.name }) {
      checks.append(
        try Self.check(
          Path.join(files.folder, entry.name), in: files.folder, list: list, published: nil))
    }
    self.init(
      name: files.name, folder: files.folder, files: checks,
      content: try Self.decode(files, as: known))
  }

  private static func check(
    _ path: String, in folder: String, list: ChecksumList?, published: PublishedFile?
  ) throws -> FileCheck {
    let name = String(path.dropFirst(Path.join(folder, "").count))
    do {
      let sha256 = try FileChecksums(of: path).sha256
      if let listed = list?.sha256(of: name) {
        return FileCheck(
          name: name, sha256: sha256,
          verdict: sha256 == listed
            ? .matches(.checksumList) : .differs(from: .checksumList, expected: listed))
      }
      guard let published else {
        return FileCheck(name: name, sha256: sha256, verdict: .noReference)
      }
      if sha256 == published.sha256 {
        return FileCheck(name: name, sha256: sha256, verdict: .matches(.publishedFile))
      }
      return try checkContent(of: path, name: name, published: published)
    } catch let error as any DatasetsFailure where !error.isMachineFault {
      return FileCheck(name: name, sha256: "", verdict: .unreadable("\(error)"))
    }
  }

  /// Package managers compress again, so that a file differs while its content does not.
  private static func checkContent(
    of path: String, name: String, published: PublishedFile
  ) throws -> FileCheck {
    let file = try IDXFile(path: path, expecting: published.kind)
    let header = file.header
    let digest = try ContentDigest.digest(
      header: header, elements: file.readElements()
    ).hex
    return FileCheck(
      name: name, sha256: digest,
      verdict: digest == published.contentDigest
        ? .matches(.publishedContent)
        : .differs(from: .publishedContent, expected: published.contentDigest))
  }

  private static func decode(_ files: DatasetFiles, as known: KnownDataset?) throws -> Content {
    do {
      let summary = try DatasetSummary(of: Dataset(reading: files))
      guard let known, summary.digest.hex != known.digest else { return .decoded(summary) }
      return .unexpected(summary, expected: known.digest)
    } catch let error as any DatasetsFailure where !error.isMachineFault {
      return .undecodable("\(error)")
    }
  }
}
