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
      JSONText.append(elements, to: &text) { $0.appendCanonical(to: &$1) }
      text.append(UInt8(ascii: "]"))
    case .object(let members):
      text.append(UInt8(ascii: "{"))
      JSONText.append(members.map { ($0.key, $0.value) }, to: &text) {
        $0.appendCanonical(to: &$1)
      }
      text.append(UInt8(ascii: "}"))
    }
  }
}
