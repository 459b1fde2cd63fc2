/// Records what an `Encodable` value writes as an `EncodedValue`.
struct TreeEncoder: Encoder {
  let node: EncodingNode
  let trail: CodingTrail

  var codingPath: [any CodingKey] { trail.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  /// The tree of a value; errors speak of it as `root`.
  ///
  /// - Throws: `JSONCodingError`, or what the value's own `encode(to:)` throws.
  static func tree(of value: some Encodable, root: String) throws -> EncodedValue {
    try tree(of: value, at: .root(root))
  }

  static func tree<Value: Encodable>(
    of value: Value, at trail: @autoclosure () -> CodingTrail
  ) throws -> EncodedValue {
    if let packed = EncodedValue(packing: value) { return packed }
    let trail = trail()
    let node = EncodingNode()
    try value.encode(to: TreeEncoder(node: node, trail: trail))
    let tree = try node.tree(at: trail)
    return Value.self is any UnorderedCollection.Type
      ? try ordered(tree, type: "\(Value.self)", at: trail) : tree
  }

  /// Sorts the members of a dictionary, and refuses what comes in another order in every process.
  private static func ordered(
    _ tree: EncodedValue, type: String, at trail: CodingTrail
  ) throws(JSONCodingError) -> EncodedValue {
    guard case .object(let members) = tree else {
      throw .unordered(path: trail.text, type: type)
    }
    return .object(members.sorted { JSONKeys.precedes($0.key, $1.key) })
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(KeyedTreeContainer(node: node.asked(for: .members), trail: trail))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    UnkeyedTreeContainer(node: node.asked(for: .elements), trail: trail)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    SingleTreeContainer(node: node.asked(for: .value), trail: trail)
  }
}

/// A type whose elements come in an order that differs from process to process.
private protocol UnorderedCollection {}

extension Set: UnorderedCollection {}
extension Dictionary: UnorderedCollection {}

/// The place into which the containers of one encoder write.
final class EncodingNode {
  enum Kind { case value, elements, members }

  /// Something encoded: at once, or later through a nested container.
  enum Slot {
    case tree(EncodedValue)
    case node(EncodingNode)
  }

  private var kind: Kind?
  private var hasSeveralKinds = false
  private(set) var elements: [Slot] = []
  private var members: [(key: any CodingKey, slot: Slot)] = []

  /// Notes the kind of container that is wanted. The containers of one encoder share its place.
  func asked(for kind: Kind) -> EncodingNode {
    if let known = self.kind, known != kind { hasSeveralKinds = true }
    self.kind = kind
    return self
  }

  /// Appends an element, or the single value.
  func append(_ slot: Slot) { elements.append(slot) }

  func append(_ slot: Slot, for key: any CodingKey) { members.append((key, slot)) }

  /// Everything that was written here.
  func tree(at trail: CodingTrail) throws(JSONCodingError) -> EncodedValue {
    guard let kind, !hasSeveralKinds else { throw .noSingleShape(path: trail.text) }
    switch kind {
    case .value:
      guard elements.count == 1 else { throw .noSingleShape(path: trail.text) }
      return try Self.tree(of: elements[0], at: trail)
    case .elements:
      var trees: [EncodedValue] = []
      trees.reserveCapacity(elements.count)
      for (index, slot) in elements.enumerated() {
        trees.append(try Self.tree(of: slot, at: .index(trail, index)))
      }
      return EncodedValue(elements: trees)
    case .members:
      var trees: [EncodedMember] = []
      trees.reserveCapacity(members.count)
      for (key, slot) in members {
        let tree = try Self.tree(of: slot, at: .key(trail, key))
        trees.append(EncodedMember(key: key.stringValue, value: tree))
      }
      if let key = JSONKeys.firstRepeated(among: trees, \.key) {
        throw .repeatedKey(path: CodingTrail.key(trail, NameKey(key)).text)
      }
      return .object(trees)
    }
  }

  private static func tree(
    of slot: Slot, at trail: @autoclosure () -> CodingTrail
  ) throws(JSONCodingError) -> EncodedValue {
    switch slot {
    case .tree(let tree): tree
    case .node(let node): try node.tree(at: trail())
    }
  }
}
