/// Turns any `Encodable` value into JSON.
///
/// | Swift | JSON |
/// |---|---|
/// | `Double` | the number; `"NaN"`, `"Infinity"` or `"-Infinity"` |
/// | `Float` | the number of its own shortest digits: 0.1, never 0.10000000149011612 |
/// | integers up to 2^53 - 1 | the number |
/// | integers beyond | their decimal digits as a string, as no double tells them apart |
/// | `[String: Value]` | an object with its keys sorted |
/// | structs and enums | what Swift's synthesized `Codable` writes; nil members are left out |
///
/// A set, and a dictionary that Swift encodes as an array, has another order in each process and is
/// refused.
package struct JSONValueEncoder: Sendable {
  /// The greatest magnitude of an integer that is written as a number, 2^53 - 1: all integers up to
  /// it, and none that is rounded, are doubles (RFC 7493 section 2.2).
  package static let greatestInteger: Int64 = (1 << 53) - 1

  /// What errors call the whole value.
  package var root: String

  package init(root: String = "value") {
    self.root = root
  }

  /// The JSON of a value.
  ///
  /// - Throws: `JSONCodingError`, or what the value's own `encode(to:)` throws.
  package func encode(_ value: some Encodable) throws -> JSONValue {
    JSONValue(try TreeEncoder.tree(of: value, root: root))
  }
}

extension JSONValue {
  init(_ tree: EncodedValue) {
    switch tree {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .int(let number): self.init(integer: number)
    case .uint(let number): self.init(integer: number)
    case .float(let number): self.init(number)
    case .double(let number): self.init(number)
    case .string(let text): self = .string(text)
    case .bools(let flags): self = .array(flags.map(JSONValue.bool))
    case .ints(let numbers): self = .array(numbers.map(JSONValue.init(integer:)))
    case .uints(let numbers): self = .array(numbers.map(JSONValue.init(integer:)))
    case .floats(let numbers): self = .array(numbers.map { JSONValue($0) })
    case .doubles(let numbers): self = .array(numbers.map { JSONValue($0) })
    case .array(let elements): self = .array(elements.map { JSONValue($0) })
    case .object(let members):
      self = .object(members.map { JSONMember(key: $0.key, value: JSONValue($0.value)) })
    }
  }

  /// The number, or the name of a non-finite one.
  package init(_ number: Double) {
    self = NumberText.nonFiniteName(of: number).map(JSONValue.string) ?? .number(number)
  }

  /// The number of the shortest digits, or the name of a non-finite one.
  package init(_ number: Float) {
    self =
      NumberText.nonFiniteName(of: number).map(JSONValue.string)
      ?? .number(ShortestDecimal(number).double)
  }

  /// The number, or the digits of one that no double holds.
  package init(integer: some BinaryInteger) {
    self =
      integer.magnitude <= JSONValueEncoder.greatestInteger.magnitude
      ? .number(Double(integer)) : .string("\(integer)")
  }
}

extension JSONValue: Encodable {
  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .null:
      var container = encoder.singleValueContainer()
      try container.encodeNil()
    case .bool(let flag):
      var container = encoder.singleValueContainer()
      try container.encode(flag)
    case .number(let number):
      var container = encoder.singleValueContainer()
      try container.encode(number)
    case .string(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .array(let elements):
      var container = encoder.unkeyedContainer()
      for element in elements { try container.encode(element) }
    case .object(let members):
      var container = encoder.container(keyedBy: NameKey.self)
      for member in members { try container.encode(member.value, forKey: NameKey(member.key)) }
    }
  }
}
