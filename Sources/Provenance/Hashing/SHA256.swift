import CCrypto

/// A running SHA-256 (FIPS 180-4), computed by libcrypto.
///
/// ```swift
/// var hash = try SHA256()
/// hash.update(header)
/// hash.update(body)
/// let digest = try hash.finalize()
/// ```
///
/// A call of libcrypto that fails while bytes are fed in is remembered and thrown by `finalize()`,
/// so that no digest ever stands for fewer bytes than it was given.
package struct SHA256: ~Copyable {
  private let context: OpaquePointer
  private var failure: ProvenanceError?

  /// Starts the hash of an empty message.
  ///
  /// - Throws: `ProvenanceError.cryptoFailed` where libcrypto has no memory or no SHA-256.
  package init() throws(ProvenanceError) {
    guard Self.isLibraryReady else { throw Self.libraryFailure(of: "OPENSSL_init_crypto") }
    guard let context = EVP_MD_CTX_new() else { throw Self.libraryFailure(of: "EVP_MD_CTX_new") }
    guard EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
      let failure = Self.libraryFailure(of: "EVP_DigestInit_ex")
      EVP_MD_CTX_free(context)
      throw failure
    }
    self.context = context
  }

  deinit {
    EVP_MD_CTX_free(context)
  }

  /// Appends `bytes` to the message.
  package mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Appends `bytes` to the message.
  package mutating func update(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Appends `bytes` to the message.
  package mutating func update(_ bytes: RawSpan) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Appends `bytes` to the message.
  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard failure == nil, !bytes.isEmpty else { return }
    if EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) != 1 {
      failure = Self.libraryFailure(of: "EVP_DigestUpdate")
    }
  }

  /// Ends the message and gives its digest.
  ///
  /// - Throws: `ProvenanceError.cryptoFailed` where this or an earlier call of libcrypto failed.
  package consuming func finalize() throws(ProvenanceError) -> Digest {
    if let failure { throw failure }
    var bytes = [UInt8](repeating: 0, count: Digest.byteCount)
    var count: UInt32 = 0
    let status = bytes.withUnsafeMutableBufferPointer {
      EVP_DigestFinal_ex(context, $0.baseAddress, &count)
    }
    guard status == 1 else { throw Self.libraryFailure(of: "EVP_DigestFinal_ex") }
    return try Digest(bytes: Array(bytes.prefix(Int(count))))
  }

  /// The digest of a whole message.
  package static func digest(of bytes: [UInt8]) throws(ProvenanceError) -> Digest {
    var hash = try SHA256()
    hash.update(bytes)
    return try hash.finalize()
  }

  /// The digest of a whole message as 64 lower-case hexadecimal digits.
  package static func hexDigest(of bytes: [UInt8]) throws(ProvenanceError) -> String {
    try digest(of: bytes).hex
  }
}

extension SHA256 {
  /// Whether libcrypto started without its configuration file.
  ///
  /// `openssl.cnf` and the variable `OPENSSL_CONF` can switch algorithms off; reading them would
  /// let the environment decide whether a figure can be proved, and costs a third of a millisecond.
  private static let isLibraryReady =
    OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_LOAD_CONFIG), nil) == 1

  /// The error of the call that has just failed, with libcrypto's own reason; empties its queue.
  private static func libraryFailure(of call: String) -> ProvenanceError {
    let code = ERR_get_error()
    ERR_clear_error()
    let reason = ERR_reason_error_string(code).map { String(cString: $0) }
    return .cryptoFailed(call: call, reason: reason ?? "no reason given")
  }
}
