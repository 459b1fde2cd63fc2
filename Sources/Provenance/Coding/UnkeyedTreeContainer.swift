/// The elements that a value writes one after the other.
struct UnkeyedTreeContainer: UnkeyedEncodingContainer {
  let node: EncodingNode
  let trail: CodingTrail

  var codingPath: [any CodingKey] { trail.codingPath }
  var count: Int { node.elements.count }

  private func append(_ tree: EncodedValue) { node.append(.tree(tree)) }

  private func child() -> TreeEncoder {
    let encoder = TreeEncoder(node: EncodingNode(), trail: .index(trail, count))
    node.append(.node(encoder.node))
    return encoder
  }

  func encodeNil() { append(.null) }
  func encode(_ value: Bool) { append(.bool(value)) }
  func encode(_ value: String) { append(.string(value)) }
  func encode(_ value: Double) { append(.double(value)) }
  func encode(_ value: Float) { append(.float(value)) }
  func encode(_ value: Int) { append(.int(Int64(value))) }
  func encode(_ value: Int8) { append(.int(Int64(value))) }
  func encode(_ value: Int16) { append(.int(Int64(value))) }
  func encode(_ value: Int32) { append(.int(Int64(value))) }
  func encode(_ value: Int64) { append(.int(Int64(value))) }
  func encode(_ value: UInt) { append(.uint(UInt64(value))) }
  func encode(_ value: UInt8) { append(.uint(UInt64(value))) }
  func encode(_ value: UInt16) { append(.uint(UInt64(value))) }
  func encode(_ value: UInt32) { append(.uint(UInt64(value))) }
  func encode(_ value: UInt64) { append(.uint(UInt64(value))) }

  func encode(_ value: some Encodable) throws {
    append(try TreeEncoder.tree(of: value, at: .index(trail, count)))
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    child().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { child().unkeyedContainer() }
  func superEncoder() -> any Encoder { child() }
}

/// The single value that a value writes in place of itself.
struct SingleTreeContainer: SingleValueEncodingContainer {
  let node: EncodingNode
  let trail: CodingTrail

  var codingPath: [any CodingKey] { trail.codingPath }

  private func append(_ tree: EncodedValue) { node.append(.tree(tree)) }

  func encodeNil() { append(.null) }
  func encode(_ value: Bool) { append(.bool(value)) }
  func encode(_ value: String) { append(.string(value)) }
  func encode(_ value: Double) { append(.double(value)) }
  func encode(_ value: Float) { append(.float(value)) }
  func encode(_ value: Int) { append(.int(Int64(value))) }
  func encode(_ value: Int8) { append(.int(Int64(value))) }
  func encode(_ value: Int16) { append(.int(Int64(value))) }
  func encode(_ value: Int32) { append(.int(Int64(value))) }
  func encode(_ value: Int64) { append(.int(Int64(value))) }
  func encode(_ value: UInt) { append(.uint(UInt64(value))) }
  func encode(_ value: UInt8) { append(.uint(UInt64(value))) }
  func encode(_ value: UInt16) { append(.uint(UInt64(value))) }
  func encode(_ value: UInt32) { append(.uint(UInt64(value))) }
  func encode(_ value: UInt64) { append(.uint(UInt64(value))) }

  func encode(_ value: some Encodable) throws {
    append(try TreeEncoder.tree(of: value, at: trail))
  }
}
