/// A result as figures carry it and as its identity sees it, encoded once for both.
package struct EncodedResult: Sendable {
  private let tree: EncodedValue

  /// - Throws: `JSONCodingError`, or what the result's own `encode(to:)` throws.
  package init(_ result: some Encodable) throws {
    tree = try TreeEncoder.tree(of: result, root: "result")
  }

  /// The text of the result's JSON, see ``JSONValue/canonicalBytes``, in parts.
  package var canonicalParts: [CanonicalPart] { CanonicalCutter.parts(of: tree) }

  /// The data identity of the result, see ``DataDigest``.
  ///
  /// - Throws: `ProvenanceError` where libcrypto fails.
  package func digest() throws(ProvenanceError) -> Digest {
    try DataDigest.digest(of: tree)
  }
}
