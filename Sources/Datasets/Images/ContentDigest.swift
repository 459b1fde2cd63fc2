internal import Provenance

/// The identity of a data set: SHA-256 over its content, however the files are compressed or named.
///
/// Each part gives two lines in the form of `sha256sum`, one for its images and one for its labels
/// as an uncompressed IDX file (header with the number of images that are used, then the bytes);
/// the digest is the SHA-256 of these lines, training before test. Of a whole data set that is what
/// `sha256sum train-images-idx3-ubyte ... | sha256sum` prints.
package enum ContentDigest {
  /// SHA-256 of the uncompressed IDX file that would hold these images or labels.
  static func hexDigest(of set: ImageSet, _ kind: IDXKind) -> String {
    switch kind {
    case .images:
      let dimensions = [set.count, set.shape.rows, set.shape.columns]
      return hexDigest(
        header: IDXHeader(kind: kind, dimensions: dimensions), elements: set.pixels)
    case .labels:
      return hexDigest(
        header: IDXHeader(kind: kind, dimensions: [set.count]), elements: set.labels)
    }
  }

  /// SHA-256 of an uncompressed IDX file.
  static func hexDigest(header: IDXHeader, elements: [UInt8]) -> String {
    var hasher = SHA256()
    hasher.update(header.encoded)
    hasher.update(elements)
    return hexadecimal(hasher.finalize())
  }

  /// The digest from those of the single uncompressed files.
  ///
  /// - Parameter files: In the order training images, training labels, test images, test labels.
  static func combined(_ files: [(name: String, hexDigest: String)]) -> String {
    let lines = files.map { "\($0.hexDigest)  \($0.name)\n" }.joined()
    return SHA256.hexDigest(of: Array(lines.utf8))
  }

  /// The usual name of an uncompressed file: `train-images-idx3-ubyte`.
  static func fileName(_ part: DatasetPart, _ kind: IDXKind) -> String {
    "\(part.prefixes[0])-\(kind)-idx\(kind.dimensionCount)-ubyte"
  }
}

extension Dataset {
  /// The identity of what has been loaded, 64 hexadecimal digits; a part that has been left out
  /// does not count.
  package func digest() -> String {
    ContentDigest.combined(
      [(DatasetPart.training, training), (.test, test)]
        .filter { !$0.1.isEmpty }
        .flatMap { part, set in
          [IDXKind.images, .labels].map { kind in
            (ContentDigest.fileName(part, kind), ContentDigest.hexDigest(of: set, kind))
          }
        })
  }
}
