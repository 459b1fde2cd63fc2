/// The pieces of JSON text that every writer shares.
enum JSONText {
  /// Appends a string in double quotes with the escapes of RFC 8785 section 3.2.2.2 and no others.
  static func append(_ string: String, to text: inout [UInt8]) {
    text.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
      case 0x08: text += [UInt8(ascii: "\\"), UInt8(ascii: "b")]
      case 0x09: text += [UInt8(ascii: "\\"), UInt8(ascii: "t")]
      case 0x0A: text += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0C: text += [UInt8(ascii: "\\"), UInt8(ascii: "f")]
      case 0x0D: text += [UInt8(ascii: "\\"), UInt8(ascii: "r")]
      case 0..<0x20:
        text += "\\u00".utf8
        text += [Hexadecimal.digit(byte >> 4), Hexadecimal.digit(byte & 15)]
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
  }

  /// Appends elements with commas between them.
  static func append<Element>(
    _ elements: some Sequence<Element>, to text: inout [UInt8],
    _ append: (Element, inout [UInt8]) -> Void
  ) {
    var isFirst = true
    for element in elements {
      if !isFirst { text.append(UInt8(ascii: ",")) }
      isFirst = false
      append(element, &text)
    }
  }

  /// Appends members with commas between them, in the order of their keys.
  static func append<Value>(
    _ members: [(key: String, value: Value)], to text: inout [UInt8],
    _ append: (Value, inout [UInt8]) -> Void
  ) {
    Self.append(members.sorted { isBefore($0.key, $1.key) }, to: &text) { member, text in
      self.append(key: member.key, to: &text)
      append(member.value, &text)
    }
  }

  /// Appends a key with its colon.
  static func append(key: String, to text: inout [UInt8]) {
    append(key, to: &text)
    text.append(UInt8(ascii: ":"))
  }

  /// The order of keys: that of their UTF-16 code units.
  static func isBefore(_ a: String, _ b: String) -> Bool {
    a.utf16.lexicographicallyPrecedes(b.utf16)
  }

  /// Appends a number; a non-finite one as a string.
  static func append(_ number: Double, to text: inout [UInt8]) {
    if let name = NumberText.nonFiniteName(of: number) {
      append(name, to: &text)
    } else {
      NumberText.append(number, to: &text)
    }
  }
}
