/// One value of a JSON while a type reads it, with what is known of its keys.
final class JSONDecodingNode: Decoder {
  let json: JSONValue
  let trail: CodingTrail
  private let unknownKeys: JSONValueDecoder.UnknownKeys

  /// For each member, whether some container on this value has a key of that name.
  private var isKnown: [Bool] = []
  /// The names that were looked up while some member was not known: what a misspelt key may mean.
  private var wantedNames: [String] = []
  /// Where the next member is looked for first; types read their members in order.
  private var cursor = 0
  /// Nested containers, which may have unknown keys of their own.
  private var children: [JSONDecodingNode] = []

  var codingPath: [any CodingKey] { trail.codingPath }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  private init(
    _ json: JSONValue, at trail: CodingTrail, unknownKeys: JSONValueDecoder.UnknownKeys
  ) {
    self.json = json
    self.trail = trail
    self.unknownKeys = unknownKeys
  }

  static func decode<Value: Decodable>(
    _ type: Value.Type, from json: JSONValue, at trail: @autoclosure () -> CodingTrail,
    unknownKeys: JSONValueDecoder.UnknownKeys
  ) throws -> Value {
    if let numbers = try unpacked(type, from: json, at: trail()) { return numbers }
    let node = JSONDecodingNode(json, at: trail(), unknownKeys: unknownKeys)
    do {
      let value = try Value(from: node)
      try node.refuseUnknownKeys()
      return value
    } catch let error as DecodingError {
      // A misspelt key says more than what follows from it.
      try node.refuseUnknownKeys()
      throw node.translated(error, of: type)
    }
  }

  func decode<Value: Decodable>(
    _ type: Value.Type, from json: JSONValue, at trail: @autoclosure () -> CodingTrail
  ) throws -> Value {
    try Self.decode(type, from: json, at: trail(), unknownKeys: unknownKeys)
  }

  /// Arrays of numbers, read without an object for each element.
  private static func unpacked<Value: Decodable>(
    _ type: Value.Type, from json: JSONValue, at trail: @autoclosure () -> CodingTrail
  ) throws -> Value? {
    guard case .array(let elements) = json else { return nil }
    let trail = trail()
    func read<Number>(
      _ number: (JSONValue, @autoclosure () -> CodingTrail) throws(JSONCodingError) -> Number
    ) throws -> Value? {
      var numbers: [Number] = []
      numbers.reserveCapacity(elements.count)
      for (index, element) in elements.enumerated() {
        numbers.append(try number(element, .index(trail, index)))
      }
      return numbers as? Value
    }
    if type == [Double].self { return try read(JSONScalar.double) }
    if type == [Float].self { return try read(JSONScalar.float) }
    if type == [Int].self {
      return try read { json, trail throws(JSONCodingError) -> Int in
        try JSONScalar.integer(json, at: trail())
      }
    }
    return nil
  }

  /// A part of this value that a nested container reads.
  func child(_ json: JSONValue, at trail: CodingTrail) -> JSONDecodingNode {
    let child = JSONDecodingNode(json, at: trail, unknownKeys: unknownKeys)
    children.append(child)
    return child
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = json else {
      throw JSONCodingError.invalid(path: trail.text, got: json.brief, expected: "an object")
    }
    if unknownKeys == .refuse {
      if isKnown.isEmpty { isKnown = Array(repeating: false, count: members.count) }
      for (index, member) in members.enumerated() where !isKnown[index] {
        isKnown[index] = Key(stringValue: member.key) != nil
      }
      if let choices = type as? any CaseIterable.Type { wantedNames += Self.names(of: choices) }
    }
    return KeyedDecodingContainer(KeyedJSONContainer(node: self, members: members))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let elements) = json else {
      throw JSONCodingError.invalid(path: trail.text, got: json.brief, expected: "an array")
    }
    return UnkeyedJSONContainer(node: self, elements: elements)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
}

// MARK: - Keys

extension JSONDecodingNode {
  /// The member of a key, nil where there is none.
  func member(of key: any CodingKey, in members: [JSONMember]) -> JSONMember? {
    let name = key.stringValue
    if isKnown.contains(false) { wantedNames.append(name) }
    for step in members.indices {
      let index = (cursor + step) % members.count
      if JSONKeys.areSame(members[index].key, name) {
        cursor = index + 1
        return members[index]
      }
    }
    return nil
  }

  /// The error of a key that is not there: a misspelt one where a member looks like it.
  func missing(_ key: any CodingKey, expected: String) -> JSONCodingError {
    let misspelt = unknownMembers.first {
      NearestName.isNear($0.key, key.stringValue)
    }
    if let misspelt { return unknown(misspelt, nearest: key.stringValue) }
    return .missing(path: CodingTrail.key(trail, key).text, expected: expected)
  }

  func refuseUnknownKeys() throws(JSONCodingError) {
    if let member = unknownMembers.first {
      throw unknown(member, nearest: NearestName.nearest(to: member.key, among: wantedNames))
    }
    for child in children { try child.refuseUnknownKeys() }
  }

  private var unknownMembers: [JSONMember] {
    guard case .object(let members) = json, isKnown.contains(false) else { return [] }
    return zip(members, isKnown).filter { !$1 }.map(\.0)
  }

  private func unknown(_ member: JSONMember, nearest: String?) -> JSONCodingError {
    .unknownKey(path: CodingTrail.key(trail, NameKey(member.key)).text, nearest: nearest)
  }

  private static func names(of keys: (some CaseIterable).Type) -> [String] {
    keys.allCases.compactMap { ($0 as? any CodingKey)?.stringValue }
  }
}

// MARK: - Errors of other origin

extension JSONDecodingNode {
  /// Says in our words what a type, or Swift's synthesized code, has to say against the JSON.
  private func translated<Value>(_ error: DecodingError, of type: Value.Type) -> JSONCodingError {
    let context: DecodingError.Context
    switch error {
    case .typeMismatch(_, let inner), .valueNotFound(_, let inner), .dataCorrupted(let inner):
      context = inner
    case .keyNotFound(let key, let inner):
      return .missing(path: trail.text(of: inner.codingPath + [key]), expected: "any value")
    @unknown default:
      return .refused(path: trail.text, got: json.brief, reason: "not accepted")
    }
    let rest = context.codingPath.dropFirst(codingPath.count)
    let part = rest.reduce(json) { part, key in
      if let index = (key as? IndexKey)?.index, case .array(let elements) = part {
        elements.indices.contains(index) ? elements[index] : .null
      } else {
        part[key.stringValue] ?? .null
      }
    }
    let path = trail.text(of: context.codingPath)
    if rest.isEmpty, let choices = type as? any CaseIterable.Type {
      let names = JSONScalar.choices(of: choices)
      return .invalid(path: path, got: part.brief, expected: names)
    }
    return .refused(path: path, got: part.brief, reason: Self.clause(context.debugDescription))
  }

  /// The first line of a sentence as a clause: no capital at its beginning, no full stop.
  private static func clause(_ sentence: String) -> String {
    var line = sentence.prefix { !$0.isNewline }
    if line.hasSuffix(".") { line.removeLast() }
    return line.prefix(1).lowercased() + line.dropFirst()
  }
}
