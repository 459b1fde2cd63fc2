internal import CCrypto

/// MD5 (RFC 1321) computed by libcrypto: for sums that others have published, never as an identity.
struct MD5: ~Copyable {
  private let context: OpaquePointer?

  /// - Throws: `ChecksumError.md5Unavailable` where libcrypto's policy forbids MD5.
  init() throws(ChecksumError) {
    context = EVP_MD_CTX_new()
    guard EVP_DigestInit_ex(context, EVP_md5(), nil) == 1 else { throw .md5Unavailable }
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  mutating func update(_ bytes: [UInt8]) {
    EVP_DigestUpdate(context, bytes, bytes.count)
  }

  /// The 16 bytes of the digest; nothing can be appended afterwards.
  mutating func finalize() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 16)
    EVP_DigestFinal_ex(context, &digest, nil)
    return digest
  }
}
