/// The members of a JSON object, read by key.
struct KeyedJSONContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let node: JSONDecodingNode
  let members: [JSONMember]

  var codingPath: [any CodingKey] { node.codingPath }
  var allKeys: [Key] { members.compactMap { Key(stringValue: $0.key) } }

  func contains(_ key: Key) -> Bool { node.member(of: key, in: members) != nil }

  private func trail(_ key: any CodingKey) -> CodingTrail { .key(node.trail, key) }

  private func json(
    _ key: any CodingKey, _ expected: @autoclosure () -> String
  ) throws(JSONCodingError) -> JSONValue {
    if let member = node.member(of: key, in: members) { return member.value }
    throw node.missing(key, expected: expected())
  }

  func decodeNil(forKey key: Key) throws -> Bool {
    if case .null = try json(key, "any value") { true } else { false }
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
    try JSONScalar.bool(json(key, JSONScalar.name(of: type)), at: trail(key))
  }

  func decode(_ type: String.Type, forKey key: Key) throws -> String {
    try JSONScalar.string(json(key, JSONScalar.name(of: type)), at: trail(key))
  }

  func decode(_ type: Double.Type, forKey key: Key) throws -> Double {
    try JSONScalar.double(json(key, JSONScalar.name(of: type)), at: trail(key))
  }

  func decode(_ type: Float.Type, forKey key: Key) throws -> Float {
    try JSONScalar.float(json(key, JSONScalar.name(of: type)), at: trail(key))
  }

  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try integer(key) }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try integer(key) }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try integer(key) }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try integer(key) }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try integer(key) }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try integer(key) }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try integer(key) }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try integer(key) }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try integer(key) }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try integer(key) }

  private func integer<Integer: FixedWidthInteger>(_ key: Key) throws -> Integer {
    try JSONScalar.integer(json(key, JSONScalar.name(of: Integer.self)), at: trail(key))
  }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try node.decode(type, from: json(key, JSONScalar.name(of: type)), at: trail(key))
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try node.child(json(key, "an object"), at: trail(key)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try node.child(json(key, "an array"), at: trail(key)).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    let key = NameKey("super")
    return node.child(try json(key, "any value"), at: trail(key))
  }

  func superDecoder(forKey key: Key) throws -> any Decoder {
    node.child(try json(key, "any value"), at: trail(key))
  }
}
