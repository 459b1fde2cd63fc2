/// Text strings and names of PDF, as this project writes them.
///
/// - Source: ISO 32000-1, 7.3.4, 7.3.5 and 7.9.2.
enum PDFString {
  /// A text string: in parentheses where it is printable ASCII, else UTF-16 in hexadecimal.
  static func literal(_ text: String) -> String {
    guard text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else { return hexadecimal(text) }
    var result = "("
    for character in text {
      if character == "(" || character == ")" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result + ")"
  }

  private static func hexadecimal(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result = Array("<FEFF".utf8)
    for unit in text.utf16 {
      for shift in [12, 8, 4, 0] { result.append(digits[Int(unit >> UInt16(shift)) & 15]) }
    }
    return String(decoding: result + [UInt8(ascii: ">")], as: UTF8.self)
  }

  /// Reads what `literal` wrote; nil for anything else.
  static func read(from cursor: inout ByteCursor) -> String? {
    if cursor.take("<FEFF") { return readHexadecimal(from: &cursor) }
    guard cursor.take("(") else { return nil }
    var bytes: [UInt8] = []
    while let byte = cursor.takeByte() {
      switch byte {
      case UInt8(ascii: ")"): return String(decoding: bytes, as: UTF8.self)
      case UInt8(ascii: "("): return nil
      case UInt8(ascii: "\\"):
        guard let escaped = cursor.takeByte(), Array("()\\".utf8).contains(escaped) else {
          return nil
        }
        bytes.append(escaped)
      case 0x20...0x7E: bytes.append(byte)
      default: return nil
      }
    }
    return nil
  }

  private static func readHexadecimal(from cursor: inout ByteCursor) -> String? {
    guard let end = cursor.position(of: ">"),
      let digits = cursor.take(count: end - cursor.rest.startIndex), digits.count % 4 == 0
    else { return nil }
    var units: [UInt16] = []
    units.reserveCapacity(digits.count / 4)
    var unit: UInt16 = 0
    for (place, digit) in digits.enumerated() {
      guard let value = Self.value(ofDigit: digit) else { return nil }
      unit = unit << 4 | value
      if place % 4 == 3 {
        units.append(unit)
        unit = 0
      }
    }
    return cursor.take(">") ? String(decoding: units, as: UTF16.self) : nil
  }

  private static func value(ofDigit digit: UInt8) -> UInt16? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(digit - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(digit - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// A name without its slash: what is no letter, digit, `-`, `.` or `_` as `#` and two digits.
  static func name(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in text.utf8 {
      if isPlain(byte) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "#"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Reads what `name` wrote, up to the blank behind it; nil for anything else.
  static func readName(from cursor: inout ByteCursor) -> String? {
    var result: [UInt8] = []
    while let byte = cursor.takeByte() {
      if byte == UInt8(ascii: " ") { return String(decoding: result, as: UTF8.self) }
      if isPlain(byte) {
        result.append(byte)
      } else {
        guard byte == UInt8(ascii: "#"), let high = cursor.takeByte().flatMap(value(ofDigit:)),
          let low = cursor.takeByte().flatMap(value(ofDigit:))
        else { return nil }
        result.append(UInt8(high << 4 | low))
      }
    }
    return nil
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
