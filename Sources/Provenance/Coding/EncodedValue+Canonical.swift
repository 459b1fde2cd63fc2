extension EncodedValue {
  /// Appends what ``JSONValue/canonicalBytes`` of the same value is, without making one of each
  /// number first.
  func appendCanonical(to text: inout [UInt8]) {
    switch self {
    case .bools, .ints, .uints, .floats, .doubles, .array:
      text.append(UInt8(ascii: "["))
      appendElements(to: &text)
      text.append(UInt8(ascii: "]"))
    case .object(let members):
      text.append(UInt8(ascii: "{"))
      JSONText.append(members.map { ($0.key, $0.value) }, to: &text) {
        $0.appendCanonical(to: &$1)
      }
      text.append(UInt8(ascii: "}"))
    case .null, .bool, .int, .uint, .float, .double, .string:
      JSONValue(self).appendCanonical(to: &text)
    }
  }

  /// Appends an array without its brackets.
  func appendElements(to text: inout [UInt8]) {
    switch self {
    case .bools(let flags):
      JSONText.append(flags, to: &text) { JSONValue.bool($0).appendCanonical(to: &$1) }
    case .ints(let numbers):
      JSONText.append(numbers, to: &text) { JSONValue(integer: $0).appendCanonical(to: &$1) }
    case .uints(let numbers):
      JSONText.append(numbers, to: &text) { JSONValue(integer: $0).appendCanonical(to: &$1) }
    case .floats(let numbers):
      JSONText.append(numbers, to: &text) { JSONValue($0).appendCanonical(to: &$1) }
    case .doubles(let numbers):
      JSONText.append(numbers, to: &text) { JSONValue($0).appendCanonical(to: &$1) }
    case .array(let elements):
      JSONText.append(elements, to: &text) { $0.appendCanonical(to: &$1) }
    default: preconditionFailure("no array")
    }
  }
}
