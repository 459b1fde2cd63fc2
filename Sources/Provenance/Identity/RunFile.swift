/// A result on disk with the recipe it comes from: what `--json` writes and `redraw` reads.
///
/// ```json
/// {
///   "schema": "dlplot-run-1",
///   "recipe": { … },
///   "resultDigest": "…",
///   "result": { … }
/// }
/// ```
///
/// Two digests guard the result. `resultDigest` is SHA-256 of its canonical JSON: any program can
/// check it without knowing the experiment, and reading does. `recipe.identities.data` is the data
/// identity: it covers the type and every bit of every number (canonical JSON calls -0 and 0 alike)
/// and is checked by `result(as:)`, which knows the type.
package struct RunFile: Equatable, Sendable {
  /// The layout of run files that this version writes and reads.
  package static let schema = "dlplot-run-1"

  /// How the result was made; its identities are config and data.
  package let recipe: Recipe
  /// The result.
  package let json: JSONValue
  /// SHA-256 of the result's canonical JSON.
  package let resultDigest: Digest

  /// Takes a result and the recipe that it comes from.
  ///
  /// - Throws: `ProvenanceError.wrongIdentity` where the recipe's data identity is not the result's;
  ///   `JSONCodingError` for a result that cannot be encoded.
  package init(result: some Encodable, recipe: Recipe) throws {
    try Self.require(result, recipe)
    let json = try JSONValueEncoder(root: "result").encode(result)
    self.recipe = recipe
    self.json = json
    self.resultDigest = try SHA256.digest(of: json.canonicalBytes)
  }

  /// The result as the type that it was written from, checked against its data identity.
  ///
  /// - Throws: `ProvenanceError.wrongIdentity` where the two do not agree; `JSONCodingError` where
  ///   the result is not of this type.
  package func result<Result: Codable>(as type: Result.Type) throws -> Result {
    let result = try JSONValueDecoder(root: "result", unknownKeys: .refuse).decode(type, from: json)
    try Self.require(result, recipe)
    return result
  }

  private static func require(_ result: some Encodable, _ recipe: Recipe) throws {
    let data = try DataDigest.digest(of: result)
    guard data == recipe.identities.data else {
      throw ProvenanceError.wrongIdentity(.data, got: data, expected: recipe.identities.data)
    }
  }
}

extension RunFile {
  /// The file's bytes: JSON for people, which keeps every bit of the numbers.
  ///
  /// - Throws: nothing that a run file can cause; encoding is generic.
  package func bytes() throws -> [UInt8] {
    let file: JSONValue = [
      "schema": .string(Self.schema),
      "recipe": try recipe.json(),
      "resultDigest": .string(resultDigest.hex),
      "result": json,
    ]
    return file.prettyBytes
  }

  /// Reads a file's bytes.
  ///
  /// - Throws: `JSONParseError`, `JSONCodingError`, what `Recipe` throws, and
  ///   `ProvenanceError.unknownSchema` or `.alteredResult`.
  package init(
    bytes: [UInt8], limits: JSONLimits = JSONLimits(), otherNumerics: Recipe.NumericsRule = .refuse
  ) throws {
    let parts = try Parts(bytes: bytes, limits: limits)
    let digest = try SHA256.digest(of: parts.result.canonicalBytes)
    guard digest == parts.resultDigest else {
      throw ProvenanceError.alteredResult(got: digest, expected: parts.resultDigest)
    }
    recipe = try Recipe(json: parts.recipe, otherNumerics: otherNumerics)
    json = parts.result
    resultDigest = digest
  }

  /// What stands in a run file, before any of it is checked.
  package struct Parts: Decodable, Sendable {
    package let schema: String
    package let recipe: JSONValue
    package let resultDigest: Digest
    package let result: JSONValue

    /// - Throws: `JSONParseError`, `JSONCodingError`, `ProvenanceError.unknownSchema`.
    package init(bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws {
      let file = try JSONValue(parsing: bytes, limits: limits)
      try Schema.require(RunFile.schema, in: file, of: "run")
      self = try JSONValueDecoder(root: "run", unknownKeys: .refuse).decode(Parts.self, from: file)
    }
  }
}
