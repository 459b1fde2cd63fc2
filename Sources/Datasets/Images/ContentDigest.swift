package import Provenance

/// The identity of a data set: SHA-256 over its content, however the files are compressed or named.
///
/// Each part gives two lines in the form of `sha256sum`, one for its images and one for its labels
/// as an uncompressed IDX file (header with the number of images that are used, then the bytes);
/// the digest is the SHA-256 of these lines, training before test. Of a whole data set that is what
/// `sha256sum train-images-idx3-ubyte ... | sha256sum` prints.
package enum ContentDigest {
  /// SHA-256 of the uncompressed IDX file that would hold these images or labels.
  static func digest(
    of set: ImageSet, _ kind: IDXKind
  ) throws(ProvenanceError) -> Digest {
    switch kind {
    case .images:
      let dimensions = [set.count, set.shape.rows, set.shape.columns]
      return try digest(
        header: IDXHeader(kind: kind, dimensions: dimensions), elements: set.pixels)
    case .labels:
      return try digest(
        header: IDXHeader(kind: kind, dimensions: [set.count]), elements: set.labels)
    }
  }

  /// SHA-256 of an uncompressed IDX file.
  static func digest(
    header: IDXHeader, elements: [UInt8]
  ) throws(ProvenanceError) -> Digest {
    var hasher = try SHA256()
    hasher.update(header.encoded)
    hasher.update(elements)
    return try hasher.finalize()
  }

  /// The usual name of an uncompressed file: `train-images-idx3-ubyte`.
  static func fileName(_ part: DatasetPart, _ kind: IDXKind) -> String {
    "\(part.prefixes[0])-\(kind)-idx\(kind.dimensionCount)-ubyte"
  }
}

extension Dataset {
  /// The identity of what has been loaded; a part that has been left out does not count.
  ///
  /// - Throws: `ProvenanceError.cryptoFailed`.
  package func digest() throws(ProvenanceError) -> Digest {
    var lines = ""
    for (part, set) in [(DatasetPart.training, training), (.test, test)] where !set.isEmpty {
      for kind in [IDXKind.images, .labels] {
        let hex = try ContentDigest.digest(of: set, kind).hex
        lines += "\(hex)  \(ContentDigest.fileName(part, kind))\n"
      }
    }
    return try SHA256.digest(of: Array(lines.utf8))
  }
}
