extension JSONValue {
  /// The one text of this value that everybody writes: RFC 8785 (JSON Canonicalization Scheme).
  ///
  /// No white space, keys in the order of their UTF-16 code units, numbers as ECMAScript writes
  /// them, only the escapes that JSON needs. Beyond the RFC, which refuses them, non-finite numbers
  /// are the strings `NaN`, `Infinity` and `-Infinity`. -0 is written `0`, as the RFC has it.
  ///
  /// Keys must be distinct within an object, as the parser and the encoder make sure.
  package var canonicalBytes: [UInt8] {
    var text: [UInt8] = []
    appendCanonical(to: &text)
    return text
  }

  /// `canonicalBytes` as a string.
  package var canonicalText: String { String(decoding: canonicalBytes, as: UTF8.self) }

  func appendCanonical(to text: inout [UInt8]) {
    switch self {
    case .null: text += "null".utf8
    case .bool(let flag): text += (flag ? "true" : "false").utf8
    case .number(let number): JSONText.append(number, to: &text)
    case .string(let string): JSONText.append(string, to: &text)
    case .array(let elements):
      text.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        element.appendCanonical(to: &text)
      }
      text.append(UInt8(ascii: "]"))
    case .object(let members):
      text.append(UInt8(ascii: "{"))
      let sorted = members.sorted { Self.isBefore($0.key, $1.key) }
      for (index, member) in sorted.enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        JSONText.append(member.key, to: &text)
        text.append(UInt8(ascii: ":"))
        member.value.appendCanonical(to: &text)
      }
      text.append(UInt8(ascii: "}"))
    }
  }

  /// The order of keys.
  static func isBefore(_ a: String, _ b: String) -> Bool {
    a.utf16.lexicographicallyPrecedes(b.utf16)
  }
}
