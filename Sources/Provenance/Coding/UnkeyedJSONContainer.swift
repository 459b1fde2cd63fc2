/// The elements of a JSON array, read one after the other.
struct UnkeyedJSONContainer: UnkeyedDecodingContainer {
  let node: JSONDecodingNode
  let elements: [JSONValue]
  private(set) var currentIndex = 0

  var codingPath: [any CodingKey] { node.codingPath }
  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }

  init(node: JSONDecodingNode, elements: [JSONValue]) {
    self.node = node
    self.elements = elements
  }

  private var trail: CodingTrail { .index(node.trail, currentIndex) }

  /// Reads the element at `currentIndex` and, where that succeeds, steps over it.
  private mutating func next<Value>(
    _ expected: @autoclosure () -> String,
    read: (JSONValue, @autoclosure () -> CodingTrail) throws -> Value
  ) throws -> Value {
    guard !isAtEnd else {
      throw JSONCodingError.missing(path: trail.text, expected: expected())
    }
    let value = try read(elements[currentIndex], trail)
    currentIndex += 1
    return value
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd else { throw JSONCodingError.missing(path: trail.text, expected: "any value") }
    guard case .null = elements[currentIndex] else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode(_ type: Bool.Type) throws -> Bool {
    try next(JSONScalar.name(of: type)) { try JSONScalar.bool($0, at: $1()) }
  }

  mutating func decode(_ type: String.Type) throws -> String {
    try next(JSONScalar.name(of: type)) { try JSONScalar.string($0, at: $1()) }
  }

  mutating func decode(_ type: Double.Type) throws -> Double {
    try next(JSONScalar.name(of: type)) { try JSONScalar.double($0, at: $1()) }
  }

  mutating func decode(_ type: Float.Type) throws -> Float {
    try next(JSONScalar.name(of: type)) { try JSONScalar.float($0, at: $1()) }
  }

  mutating func decode(_ type: Int.Type) throws -> Int { try integer() }
  mutating func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
  mutating func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
  mutating func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
  mutating func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
  mutating func decode(_ type: UInt.Type) throws -> UInt { try integer() }
  mutating func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
  mutating func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
  mutating func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
  mutating func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }

  private mutating func integer<Integer: FixedWidthInteger>() throws -> Integer {
    try next(JSONScalar.name(of: Integer.self)) { try JSONScalar.integer($0, at: $1()) }
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    let node = node
    return try next(JSONScalar.name(of: type)) { try node.decode(type, from: $0, at: $1()) }
  }

  mutating func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try nested("an object").container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try nested("an array").unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try nested("any value") }

  private mutating func nested(_ expected: String) throws -> JSONDecodingNode {
    let node = node
    return try next(expected) { node.child($0, at: $1()) }
  }
}

/// A value read as a whole.
extension JSONDecodingNode: SingleValueDecodingContainer {
  func decodeNil() -> Bool { if case .null = json { true } else { false } }

  func decode(_ type: Bool.Type) throws -> Bool { try JSONScalar.bool(json, at: trail) }
  func decode(_ type: String.Type) throws -> String { try JSONScalar.string(json, at: trail) }
  func decode(_ type: Double.Type) throws -> Double { try JSONScalar.double(json, at: trail) }
  func decode(_ type: Float.Type) throws -> Float { try JSONScalar.float(json, at: trail) }

  func decode(_ type: Int.Type) throws -> Int { try JSONScalar.integer(json, at: trail) }
  func decode(_ type: Int8.Type) throws -> Int8 { try JSONScalar.integer(json, at: trail) }
  func decode(_ type: Int16.Type) throws -> Int16 { try JSONScalar.integer(json, at: trail) }
  func decode(_ type: Int32.Type) throws -> Int32 { try JSONScalar.integer(json, at: trail) }
  func decode(_ type: Int64.Type) throws -> Int64 { try JSONScalar.integer(json, at: trail) }
  func decode(_ type: UInt.Type) throws -> UInt { try JSONScalar.integer(json, at: trail) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try JSONScalar.integer(json, at: trail) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try JSONScalar.integer(json, at: trail) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try JSONScalar.integer(json, at: trail) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try JSONScalar.integer(json, at: trail) }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try decode(type, from: json, at: trail)
  }
}
