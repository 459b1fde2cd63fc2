extension Recipe {
  /// What a recipe may cost before it is read: files come from anywhere.
  package static let limits = JSONLimits(byteCount: 1 << 20, depth: 32)

  /// The recipe as one canonical JSON text (RFC 8785), for an iTXt chunk, SVG metadata or PDF
  /// keywords.
  ///
  /// - Throws: nothing that a recipe can cause; encoding is generic.
  package func text() throws -> String {
    try json().canonicalText
  }

  /// The recipe as a JSON value.
  ///
  /// - Throws: nothing that a recipe can cause; encoding is generic.
  package func json() throws -> JSONValue {
    try JSONValueEncoder(root: "recipe").encode(self)
  }

  /// Reads a recipe's text.
  ///
  /// - Parameter otherNumerics: Whether a figure of another numerics version is of use, as for one
  ///   who only looks at it.
  /// - Throws: `JSONParseError`, `JSONCodingError`, or a `ProvenanceError`: `.unknownSchema`,
  ///   `.otherNumerics`, `.unprintableText`, `.negativeZero`, and `.wrongIdentity` where the config
  ///   was altered.
  package init(text: String, otherNumerics: NumericsRule = .refuse) throws {
    try self.init(
      json: JSONValue(parsing: text, limits: Self.limits), otherNumerics: otherNumerics)
  }

  /// Reads a recipe.
  ///
  /// - Throws: as `init(text:otherNumerics:)`, without `JSONParseError`.
  package init(json: JSONValue, otherNumerics: NumericsRule = .refuse) throws {
    // Versions come first: whatever else differs in a file of another version is no error of its own.
    try Schema.require(Self.schema, in: json, of: "recipe")
    if otherNumerics == .refuse {
      let version = try JSONValueDecoder(root: "recipe").decode(NumericsVersion.self, from: json)
      guard version.numericsVersion == Self.numericsVersion else {
        throw ProvenanceError.otherNumerics(
          got: version.numericsVersion, expected: Self.numericsVersion)
      }
    }
    self = try JSONValueDecoder(root: "recipe", unknownKeys: .refuse).decode(
      Recipe.self, from: json)
    try validate()
  }

  /// What becomes of a figure of another numerics version.
  package enum NumericsRule: Equatable, Sendable {
    case refuse, accept
  }

  private struct NumericsVersion: Decodable {
    let numericsVersion: Int
  }
}

/// The name of a file's layout, its first key.
enum Schema {
  private struct Header: Decodable {
    let schema: String
  }

  /// Refuses a JSON that is not of the layout named `schema`.
  ///
  /// - Throws: `ProvenanceError.unknownSchema`, or `JSONCodingError` where none is named.
  static func require(_ schema: String, in json: JSONValue, of place: String) throws {
    let header = try JSONValueDecoder(root: place).decode(Header.self, from: json)
    guard header.schema == schema else {
      throw ProvenanceError.unknownSchema(place: place, got: header.schema, expected: schema)
    }
  }
}
