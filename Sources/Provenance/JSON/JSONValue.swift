/// A JSON text as a value (RFC 8259).
///
/// Objects keep their members in order, as an array rather than a `Dictionary`. The parser and the
/// encoder never make one in which a key stands twice.
package enum JSONValue: Sendable {
  case null
  case bool(Bool)
  /// Finite where it comes from the parser or the encoder; -0 is told from 0 by its sign alone.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])
}

/// One member of a JSON object.
package struct JSONMember: Equatable, Sendable {
  package var key: String
  package var value: JSONValue

  package init(key: String, value: JSONValue) {
    self.key = key
    self.value = value
  }

  package static func == (lhs: JSONMember, rhs: JSONMember) -> Bool {
    JSONKeys.areSame(lhs.key, rhs.key) && lhs.value == rhs.value
  }
}

extension JSONValue {
  /// The value of a key; nil without such a member, or where this is no object.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { JSONKeys.areSame($0.key, key) }?.value
  }

  /// The text of a string, nil for anything else.
  package var stringValue: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The value of a number, nil for anything else.
  package var numberValue: Double? {
    if case .number(let number) = self { number } else { nil }
  }
}

extension JSONValue: Equatable {
  /// Whether two values are written alike: members in the same order, strings scalar by scalar.
  ///
  /// Numbers compare by value (0 equals -0), except that NaN equals itself. For equality whatever
  /// the order of keys, compare `canonicalBytes`.
  package static func == (lhs: JSONValue, rhs: JSONValue) -> Bool {
    switch (lhs, rhs) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right || (left.isNaN && right.isNaN)
    case (.string(let left), .string(let right)): JSONKeys.areSame(left, right)
    case (.array(let left), .array(let right)): left == right
    case (.object(let left), .object(let right)): left == right
    default: false
    }
  }
}

extension JSONValue: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int32) { self = .number(Double(value)) }
  package init(floatLiteral value: Double) { self = .number(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Members in the order in which the literal has them.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { JSONMember(key: $0.0, value: $0.1) })
  }
}
