/// The chunks of a PNG as they stand in the file, and what follows the last.
///
/// What a picture's pixels come from is `DecodedPNG`'s; this tells what else is there.
package struct PNGChunkList: Sendable {
  package struct Chunk: Sendable {
    /// Four letters, as in `IHDR`.
    package let name: String
    package let data: ArraySlice<UInt8>
  }

  package private(set) var chunks: [Chunk] = []
  /// Bytes behind IEND.
  package private(set) var extraBytes = 0

  /// - Parameter file: A file that `DecodedPNG` takes, so that its chunks are whole; what comes after
  ///   a chunk that is not counts as extra.
  package init(_ file: [UInt8]) {
    var rest = file.dropFirst(8)
    while chunks.last?.name != "IEND", rest.count >= 12 {
      let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      guard rest.count - 12 >= count else { break }
      let name = String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self)
      chunks.append(Chunk(name: name, data: rest.dropFirst(8).prefix(count)))
      rest = rest.dropFirst(12 + count)
    }
    extraBytes = rest.count
  }
}
