extension EncodedValue {
  /// Appends what ``JSONValue/canonicalBytes`` of the same value is, without making one of each
  /// number first.
  func appendCanonical(to text: inout [UInt8]) {
    switch self {
    case .bools(let flags): Self.append(flags, to: &text) { JSONValue.bool($0) }
    case .ints(let numbers): Self.append(numbers, to: &text) { JSONValue(integer: $0) }
    case .uints(let numbers): Self.append(numbers, to: &text) { JSONValue(integer: $0) }
    case .floats(let numbers): Self.append(numbers, to: &text) { JSONValue($0) }
    case .doubles(let numbers): Self.append(numbers, to: &text) { JSONValue($0) }
    case .array(let elements):
      text.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        element.appendCanonical(to: &text)
      }
      text.append(UInt8(ascii: "]"))
    case .object(let members):
      text.append(UInt8(ascii: "{"))
      for (index, member) in members.sorted(by: { JSONValue.isBefore($0.key, $1.key) }).enumerated()
      {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        JSONText.append(member.key, to: &text)
        text.append(UInt8(ascii: ":"))
        member.value.appendCanonical(to: &text)
      }
      text.append(UInt8(ascii: "}"))
    case .null, .bool, .int, .uint, .float, .double, .string:
      JSONValue(self).appendCanonical(to: &text)
    }
  }

  private static func append<Element>(
    _ elements: [Element], to text: inout [UInt8], _ value: (Element) -> JSONValue
  ) {
    text.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      value(element).appendCanonical(to: &text)
    }
    text.append(UInt8(ascii: "]"))
  }
}
