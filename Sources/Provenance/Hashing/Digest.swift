/// A SHA-256 digest: 32 bytes, written as 64 lower-case hexadecimal digits.
package struct Digest: Hashable, Sendable {
  /// Number of bytes in a digest.
  package static let byteCount = 32

  /// The digest's bytes, first byte first. Always 32 of them.
  package let bytes: [UInt8]

  /// Takes 32 bytes.
  ///
  /// - Throws: `ProvenanceError.wrongDigestLength` for any other number of bytes.
  package init(bytes: [UInt8]) throws(ProvenanceError) {
    guard bytes.count == Self.byteCount else {
      throw .wrongDigestLength(got: bytes.count, expected: Self.byteCount)
    }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits of either case.
  ///
  /// - Throws: `ProvenanceError.invalidDigest` for any other text.
  package init(hex: String) throws(ProvenanceError) {
    let digits = Array(hex.utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.byteCount)
    if digits.count == 2 * Self.byteCount {
      for index in stride(from: 0, to: digits.count, by: 2) {
        guard let high = Hexadecimal.value(of: digits[index]),
          let low = Hexadecimal.value(of: digits[index + 1])
        else { break }
        bytes.append(high << 4 | low)
      }
    }
    guard bytes.count == Self.byteCount else { throw .invalidDigest(got: hex) }
    self.bytes = bytes
  }

  /// The digest as 64 lower-case hexadecimal digits.
  package var hex: String {
    var text: [UInt8] = []
    text.reserveCapacity(2 * Self.byteCount)
    for byte in bytes {
      text.append(Hexadecimal.digit(byte >> 4))
      text.append(Hexadecimal.digit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension Digest: CustomStringConvertible {
  package var description: String { hex }
}

extension Digest: Codable, JSONExpectation {
  package static var expectation: String { "64 hexadecimal digits" }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      self = try Digest(hex: container.decode(String.self))
    } catch let error as ProvenanceError {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: error.description)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hex)
  }
}
