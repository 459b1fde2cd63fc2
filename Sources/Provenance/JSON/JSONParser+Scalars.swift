extension JSONParser {
  /// Reads a string from its opening to its closing quote.
  mutating func parseString() throws(JSONParseError) -> String {
    position += 1
    let start = position
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "\""):
        let string = try decode(text[start..<position])
        position += 1
        return string
      case UInt8(ascii: "\\"):
        return try parseEscapedString(from: start)
      case 0..<0x20:
        throw error(.controlCharacter(got: text[position]), at: position)
      default:
        position += 1
      }
    }
    throw unexpected("'\"'")
  }

  /// Goes on with a string that has escapes; `start` is its first byte.
  private mutating func parseEscapedString(from start: Int) throws(JSONParseError) -> String {
    // Unescaped stretches are checked one by one, so that an error can name its byte.
    var string = try decode(text[start..<position])
    var stretch = position
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "\""):
        string += try decode(text[stretch..<position])
        position += 1
        return string
      case UInt8(ascii: "\\"):
        string += try decode(text[stretch..<position])
        string.unicodeScalars.append(try parseEscape())
        stretch = position
      case 0..<0x20:
        throw error(.controlCharacter(got: text[position]), at: position)
      default:
        position += 1
      }
    }
    throw unexpected("'\"'")
  }

  private func decode(_ bytes: ArraySlice<UInt8>) throws(JSONParseError) -> String {
    if let string = String(validating: bytes, as: UTF8.self) { return string }
    // Only the error needs the place: the longest beginning that is well formed ends there.
    var valid = bytes.startIndex
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      valid += UTF8.width(scalar)
    }
    throw error(.invalidUTF8, at: valid)
  }

  private mutating func parseEscape() throws(JSONParseError) -> Unicode.Scalar {
    let start = position
    position += 1
    guard let letter = next else { throw unexpected("an escape") }
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: throw error(.invalidEscape, at: start)
    }
    let unit = try parseHexadecimalUnit(of: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit), next == UInt8(ascii: "\\"), position + 1 < text.count,
      text[position + 1] == UInt8(ascii: "u")
    else { throw error(.loneSurrogate, at: start) }
    let secondStart = position
    position += 2
    let second = try parseHexadecimalUnit(of: secondStart)
    guard UTF16.isTrailSurrogate(second) else { throw error(.loneSurrogate, at: start) }
    return UTF16.decode(UTF16.EncodedScalar([unit, second]))
  }

  private mutating func parseHexadecimalUnit(of escape: Int) throws(JSONParseError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next else { throw unexpected("a hexadecimal digit") }
      guard let value = Hexadecimal.value(of: byte) else { throw error(.invalidEscape, at: escape) }
      unit = unit << 4 | UInt16(value)
      position += 1
    }
    return unit
  }

  /// Reads a number: `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`.
  mutating func parseNumber() throws(JSONParseError) -> Double {
    let start = position
    let isNegative = next == UInt8(ascii: "-")
    if isNegative { position += 1 }
    // The first 18 digits after leading zeros; `exponent` makes up for the others. Where some are
    // left out, the significand is beyond 2^53 and only serves to tell the number from zero.
    var significand: UInt64 = 0
    var exponent = 0

    func take(_ digit: Int, isFraction: Bool) {
      if significand < 100_000_000_000_000_000 {
        significand = 10 * significand + UInt64(digit)
        if isFraction { exponent -= 1 }
      } else if !isFraction {
        exponent += 1
      }
    }

    guard let first = digit() else { throw unexpected("a digit") }
    take(first, isFraction: false)
    if first != 0 {
      while let digit = digit() { take(digit, isFraction: false) }
    }
    if next == UInt8(ascii: ".") {
      position += 1
      guard let first = digit() else { throw unexpected("a digit") }
      take(first, isFraction: true)
      while let digit = digit() { take(digit, isFraction: true) }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      position += 1
      let isDown = next == UInt8(ascii: "-")
      if isDown || next == UInt8(ascii: "+") { position += 1 }
      guard var power = digit() else { throw unexpected("a digit") }
      // Held below overflow, and above what any number of digits can make up for.
      while let digit = digit() { power = min(10 * power + digit, 1 << 50) }
      exponent += isDown ? -power : power
    }
    if significand == 0 { return isNegative ? -0.0 : 0 }
    if let value = ShortestDecimal.exactly(significand, timesTenTo: exponent) {
      return isNegative ? -value : value
    }
    let literal = String(decoding: text[start..<position], as: UTF8.self)
    guard let value = Double(literal), value.isFinite, value != 0 else {
      throw error(.numberOutOfRange(got: literal), at: start)
    }
    return value
  }

  /// Steps over a digit and gives its value; nil at anything else.
  private mutating func digit() -> Int? {
    guard position < text.count else { return nil }
    let value = text[position] &- UInt8(ascii: "0")
    guard value < 10 else { return nil }
    position += 1
    return Int(value)
  }
}
