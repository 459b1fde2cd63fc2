/// The members that a value writes by key.
struct KeyedTreeContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let node: EncodingNode
  let trail: CodingTrail

  var codingPath: [any CodingKey] { trail.codingPath }

  private func append(_ tree: EncodedValue, _ key: Key) { node.append(.tree(tree), for: key) }

  private func child(_ key: any CodingKey) -> TreeEncoder {
    let child = EncodingNode()
    node.append(.node(child), for: key)
    return TreeEncoder(node: child, trail: .key(trail, key))
  }

  func encodeNil(forKey key: Key) { append(.null, key) }
  func encode(_ value: Bool, forKey key: Key) { append(.bool(value), key) }
  func encode(_ value: String, forKey key: Key) { append(.string(value), key) }
  func encode(_ value: Double, forKey key: Key) { append(.double(value), key) }
  func encode(_ value: Float, forKey key: Key) { append(.float(value), key) }
  func encode(_ value: Int, forKey key: Key) { append(.int(Int64(value)), key) }
  func encode(_ value: Int8, forKey key: Key) { append(.int(Int64(value)), key) }
  func encode(_ value: Int16, forKey key: Key) { append(.int(Int64(value)), key) }
  func encode(_ value: Int32, forKey key: Key) { append(.int(Int64(value)), key) }
  func encode(_ value: Int64, forKey key: Key) { append(.int(Int64(value)), key) }
  func encode(_ value: UInt, forKey key: Key) { append(.uint(UInt64(value)), key) }
  func encode(_ value: UInt8, forKey key: Key) { append(.uint(UInt64(value)), key) }
  func encode(_ value: UInt16, forKey key: Key) { append(.uint(UInt64(value)), key) }
  func encode(_ value: UInt32, forKey key: Key) { append(.uint(UInt64(value)), key) }
  func encode(_ value: UInt64, forKey key: Key) { append(.uint(UInt64(value)), key) }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    append(try TreeEncoder.tree(of: value, at: .key(trail, key)), key)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    child(key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    child(key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { child(NameKey("super")) }
  func superEncoder(forKey key: Key) -> any Encoder { child(key) }
}
