internal import CCrypto

/// A SHA-256 digest: 32 bytes.
package struct Digest: Hashable, Sendable, CustomStringConvertible {
  package let bytes: [UInt8]

  /// 64 lower-case hexadecimal digits.
  package var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  package var description: String { hex }
}

/// Why libcrypto gave no digest.
package enum ProvenanceError: Error, Equatable {
  case cryptoFailed(call: String, reason: String)
}

/// SHA-256 (FIPS 180-4) computed by libcrypto.
package struct SHA256: ~Copyable {
  private let context: OpaquePointer

  package init() throws(ProvenanceError) {
    guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      throw .cryptoFailed(call: "EVP_DigestInit_ex", reason: "no memory")
    }
    self.context = context
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  /// Appends `bytes` to the message.
  package mutating func update(_ bytes: [UInt8]) {
    EVP_DigestUpdate(context, bytes, bytes.count)
  }

  /// Ends the message and gives its digest.
  package consuming func finalize() throws(ProvenanceError) -> Digest {
    var bytes = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &bytes, nil)
    return Digest(bytes: bytes)
  }

  /// The digest of a whole message.
  package static func digest(of bytes: [UInt8]) throws(ProvenanceError) -> Digest {
    var hash = try SHA256()
    hash.update(bytes)
    return try hash.finalize()
  }
}
