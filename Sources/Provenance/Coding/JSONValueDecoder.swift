/// Turns JSON into any `Decodable` value; the other half of `JSONValueEncoder`.
///
/// Numbers are not converted loosely: an integer is a number without a fraction, up to 2^53 - 1, or
/// beyond that a string of digits; `"NaN"`, `"Infinity"` and `"-Infinity"` are numbers where a
/// number is wanted. A `Float` comes back from its own digits with the same bits.
package struct JSONValueDecoder: Sendable {
  /// What becomes of a key that the type does not have.
  package enum UnknownKeys: Equatable, Sendable {
    case ignore
    /// An error that names the key and the known one that looks most like it: for what people write.
    case refuse
  }

  /// What errors call the whole value.
  package var root: String
  package var unknownKeys: UnknownKeys

  package init(root: String = "value", unknownKeys: UnknownKeys = .ignore) {
    self.root = root
    self.unknownKeys = unknownKeys
  }

  /// The value of a JSON.
  ///
  /// - Throws: `JSONCodingError`, or what the value's own `init(from:)` throws other than a
  ///   `DecodingError`.
  package func decode<Value: Decodable>(_ type: Value.Type, from json: JSONValue) throws -> Value {
    try JSONDecodingNode.decode(type, from: json, at: .root(root), unknownKeys: unknownKeys)
  }
}

extension JSONValue: Decodable, JSONExpectation {
  package static var expectation: String { "any value" }

  /// Takes over what a `JSONValueDecoder` is reading.
  ///
  /// - Throws: `DecodingError.typeMismatch` with any other decoder.
  package init(from decoder: any Decoder) throws {
    guard let node = decoder as? JSONDecodingNode else {
      throw DecodingError.typeMismatch(
        JSONValue.self,
        DecodingError.Context(
          codingPath: decoder.codingPath, debugDescription: "only JSONValueDecoder reads JSONValue")
      )
    }
    self = node.json
  }
}
