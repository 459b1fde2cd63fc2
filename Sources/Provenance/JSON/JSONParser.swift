/// What a JSON text may cost before it is read.
package struct JSONLimits: Equatable, Sendable {
  /// Bytes of the whole text.
  package var byteCount: Int
  /// Levels of arrays and objects inside one another.
  package var depth: Int
  /// Numbers, strings, words, arrays and objects in all: each takes more memory than the two bytes
  /// that some need in the text.
  package var values: Int

  package init(byteCount: Int = 256 << 20, depth: Int = 64, values: Int = 64_000_000) {
    self.byteCount = byteCount
    self.depth = depth
    self.values = values
  }
}

extension JSONValue {
  /// Reads one JSON text (RFC 8259) and nothing after it but white space.
  ///
  /// Strict: no comments, trailing commas, bare `NaN`, lone surrogates, bytes that are not UTF-8 or
  /// byte order mark. A key may stand once in an object. A number must be representable: 1e400 and
  /// 1e-400 are refused, and digits beyond a double's are rounded to the nearest even.
  ///
  /// - Throws: `JSONParseError` with the byte and the line.
  package init(parsing text: [UInt8], limits: JSONLimits = JSONLimits()) throws(JSONParseError) {
    var parser = JSONParser(text: text, limits: limits)
    self = try parser.parseText()
  }

  /// Reads one JSON text.
  ///
  /// - Throws: `JSONParseError` with the byte and the line.
  package init(parsing text: String, limits: JSONLimits = JSONLimits()) throws(JSONParseError) {
    try self.init(parsing: Array(text.utf8), limits: limits)
  }
}

/// A recursive-descent parser over the bytes of one JSON text.
struct JSONParser {
  let text: [UInt8]
  let limits: JSONLimits
  var position = 0
  /// Levels of arrays and objects around `position`.
  private var depth = 0
  /// Values that were begun.
  private var values = 0
  /// Whether each key is compared with those before it, which is slow in large objects.
  private var findsRepeatedKeys = false

  init(text: [UInt8], limits: JSONLimits) {
    self.text = text
    self.limits = limits
  }

  /// The byte at `position`, nil at the end.
  var next: UInt8? { position < text.count ? text[position] : nil }

  mutating func parseText() throws(JSONParseError) -> JSONValue {
    guard text.count <= limits.byteCount else {
      throw error(.tooLarge(got: text.count, limit: limits.byteCount), at: 0)
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { throw error(.byteOrderMark, at: 0) }
    skipWhiteSpace()
    let value = try parseValue()
    skipWhiteSpace()
    if position < text.count { throw unexpected("the end") }
    return value
  }

  private mutating func parseValue() throws(JSONParseError) -> JSONValue {
    guard let byte = next else { throw unexpected("a value") }
    values += 1
    guard values <= limits.values else {
      throw error(.tooManyValues(limit: limits.values), at: position)
    }
    switch byte {
    case UInt8(ascii: "{"): return try parseObject()
    case UInt8(ascii: "["): return try parseArray()
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t"): return try parseWord("true", meaning: .bool(true))
    case UInt8(ascii: "f"): return try parseWord("false", meaning: .bool(false))
    case UInt8(ascii: "n"): return try parseWord("null", meaning: .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(try parseNumber())
    default: throw unexpected("a value")
    }
  }

  private mutating func parseWord(
    _ word: String, meaning: JSONValue
  ) throws(JSONParseError) -> JSONValue {
    for byte in word.utf8 {
      guard next == byte else { throw unexpected(word) }
      position += 1
    }
    return meaning
  }

  private mutating func parseArray() throws(JSONParseError) -> JSONValue {
    try enter()
    var elements: [JSONValue] = []
    if next == UInt8(ascii: "]") {
      position += 1
    } else {
      repeat {
        skipWhiteSpace()
        elements.append(try parseValue())
      } while try goesOn(until: UInt8(ascii: "]"), expected: "',' or ']'")
    }
    depth -= 1
    return .array(elements)
  }

  private mutating func parseObject() throws(JSONParseError) -> JSONValue {
    let beginning = self
    try enter()
    var members: [JSONMember] = []
    if next == UInt8(ascii: "}") {
      position += 1
    } else {
      repeat {
        skipWhiteSpace()
        guard next == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
        let keyStart = position
        let key = try parseString()
        if findsRepeatedKeys, members.contains(where: { JSONKeys.areSame($0.key, key) }) {
          throw error(.duplicateKey(key), at: keyStart)
        }
        skipWhiteSpace()
        guard next == UInt8(ascii: ":") else { throw unexpected("':'") }
        position += 1
        skipWhiteSpace()
        members.append(JSONMember(key: key, value: try parseValue()))
      } while try goesOn(until: UInt8(ascii: "}"), expected: "',' or '}'")
    }
    if JSONKeys.firstRepeated(among: members, \.key) != nil {
      // Read once more, for the place.
      var parser = beginning
      parser.findsRepeatedKeys = true
      return try parser.parseObject()
    }
    depth -= 1
    return .object(members)
  }

  /// Steps over an opening bracket and the white space after it.
  private mutating func enter() throws(JSONParseError) {
    depth += 1
    guard depth <= limits.depth else { throw error(.tooDeep(limit: limits.depth), at: position) }
    position += 1
    skipWhiteSpace()
  }

  /// Steps over a comma (true) or the closing bracket (false).
  private mutating func goesOn(
    until close: UInt8, expected: String
  ) throws(JSONParseError) -> Bool {
    skipWhiteSpace()
    guard let byte = next, byte == close || byte == UInt8(ascii: ",") else {
      throw unexpected(expected)
    }
    position += 1
    return byte != close
  }

  private mutating func skipWhiteSpace() {
    while position < text.count {
      switch text[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  /// The error of the byte at `position`.
  func unexpected(_ expected: String) -> JSONParseError {
    guard let next else { return error(.unexpectedEnd(expected: expected), at: position) }
    return error(.unexpectedByte(got: next, expected: expected), at: position)
  }

  func error(_ reason: JSONParseError.Reason, at offset: Int) -> JSONParseError {
    let line = text.prefix(offset).reduce(1) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    return JSONParseError(reason: reason, offset: offset, line: line)
  }
}
