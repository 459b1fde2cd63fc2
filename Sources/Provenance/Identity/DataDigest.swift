/// The data identity: the digest of everything that a result holds, bit by bit.
///
/// ## What counts
///
/// Whatever the result encodes, with the kind of each number and its bits; so a Double 1 is not a
/// Float 1, and 0 is not -0. All NaNs of one width are one. Neither the order in which keys are
/// encoded nor the way in which an array is (at once, or element by element) is of importance, and
/// so `Int32` and `Int64`, or an array and a contiguous array, are the same. A key that is absent
/// is not a null.
///
/// ## The bytes
///
/// SHA-256 over eight bytes of ASCII, `DLPDATA1`, and one entry for each value, the root first.
/// All integers are little-endian; `u64` has 8 bytes.
///
/// ```
/// entry   = length of path in bytes (u64), path (UTF-8), tag (1 byte), payload
/// path    = JSON Pointer (RFC 6901): "" for the root, "/layers/3/width"; in a key ~ is ~0, / is ~1
///
/// tag   value                payload
/// 0x00  null                 nothing
/// 0x01  truth value          1 byte, 0 or 1
/// 0x02  signed integer       8 bytes, two's complement
/// 0x03  unsigned integer     8 bytes
/// 0x04  Float                4 bytes, IEEE 754 binary32; NaN is 0x7FC00000
/// 0x05  Double               8 bytes, IEEE 754 binary64; NaN is 0x7FF8000000000000
/// 0x06  string               length in bytes (u64), UTF-8 as it is, not normalised
/// 0x07  object               number of members (u64); then an entry each, by the keys' UTF-8 bytes
/// 0x08  array                number of elements (u64); then an entry each, first to last
/// 0x81  array of 0x01        number of elements (u64), then their payloads; likewise 0x82...0x85
/// ```
///
/// An array whose elements all have one of the tags 0x01 to 0x05, and that is not empty, is always
/// one entry with the tag 0x81 to 0x85. Lengths, counts and tags make the stream uniquely readable,
/// so two different results never have the same bytes.
///
/// Such a result, for example, has the 71 bytes that `DataDigestTests` spells out:
///
/// ```swift
/// struct Result: Codable { var w: [Float] = [1, -0.0]; var n = 3 }
/// ```
package enum DataDigest {
  /// The data identity of a result.
  ///
  /// - Throws: `JSONCodingError` for a result without an order (a set), `ProvenanceError` where
  ///   libcrypto fails, or what the result's own `encode(to:)` throws.
  package static func digest(of result: some Encodable) throws -> Digest {
    try digest(of: try TreeEncoder.tree(of: result, root: "result"))
  }

  static func digest(of tree: EncodedValue) throws(ProvenanceError) -> Digest {
    var hash = try SHA256()
    var stream = DataStream()
    stream.append(tree) { bytes in
      if bytes.count >= 1 << 16 {
        hash.update(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    hash.update(stream.bytes)
    return try hash.finalize()
  }

  /// The bytes that `digest(of:)` hashes, for those who want to see them.
  ///
  /// - Throws: as `digest(of:)`.
  package static func bytes(of result: some Encodable) throws -> [UInt8] {
    let tree = try TreeEncoder.tree(of: result, root: "result")
    var stream = DataStream()
    stream.append(tree) { _ in }
    return stream.bytes
  }
}
