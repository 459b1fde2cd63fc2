/// The members of a JSON object as pieces of its text, none of them read yet.
///
/// For objects of which little is wanted, or whose values must be kept as they were written, as a
/// number with more digits than a double has. Where an object is well formed, its members are those
/// that `JSONValue` would find; what stands inside a value is looked at only as far as its end must
/// be found. Values may be the words `NaN`, `Infinity` and `-Infinity`, which Python writes.
package struct JSONMemberTexts: Sendable {
  package struct Member: Sendable {
    package let key: String
    /// The value, without white space around it.
    package let text: ArraySlice<UInt8>
  }

  /// In the order of the text.
  package let members: [Member]

  /// Levels of arrays and objects inside one another.
  private static let mostLevels = 64

  /// Takes an object apart.
  ///
  /// - Throws: `JSONParseError`, its byte counted from the start of `text`, where this is no object.
  package init(of text: ArraySlice<UInt8>) throws(JSONParseError) {
    var scanner = Scanner(text: text, position: text.startIndex)
    members = try scanner.object()
  }

  /// The first value of a key.
  package subscript(key: String) -> ArraySlice<UInt8>? {
    members.first { JSONKeys.areSame($0.key, key) }?.text
  }

  private struct Scanner {
    let text: ArraySlice<UInt8>
    var position: Int

    private var next: UInt8? { position < text.endIndex ? text[position] : nil }

    mutating func object() throws(JSONParseError) -> [Member] {
      skipWhiteSpace()
      guard next == UInt8(ascii: "{") else { throw unexpected("'{'") }
      position += 1
      var members: [Member] = []
      skipWhiteSpace()
      if next == UInt8(ascii: "}") {
        position += 1
      } else {
        while true {
          skipWhiteSpace()
          guard next == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
          let start = position
          try skipString()
          let key = try Self.string(text[start..<position])
          skipWhiteSpace()
          guard next == UInt8(ascii: ":") else { throw unexpected("':'") }
          position += 1
          skipWhiteSpace()
          let value = position
          try skipValue()
          members.append(Member(key: key, text: text[value..<position]))
          skipWhiteSpace()
          guard let byte = next, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") else {
            throw unexpected("',' or '}'")
          }
          position += 1
          if byte == UInt8(ascii: "}") { break }
        }
      }
      skipWhiteSpace()
      if position < text.endIndex { throw unexpected("the end") }
      return members
    }

    private static func string(_ text: ArraySlice<UInt8>) throws(JSONParseError) -> String {
      let inside = text.dropFirst().dropLast()
      if !inside.contains(UInt8(ascii: "\\")), let plain = String(validating: inside, as: UTF8.self)
      {
        return plain
      }
      return try JSONValue(parsing: Array(text)).stringValue ?? ""
    }

    private mutating func skipString() throws(JSONParseError) {
      position += 1
      while let byte = next {
        position += 1
        if byte == UInt8(ascii: "\"") { return }
        if byte == UInt8(ascii: "\\") {
          guard next != nil else { break }
          position += 1
        }
      }
      throw unexpected("'\"'")
    }

    private mutating func skipValue() throws(JSONParseError) {
      let start = position
      var closings: [UInt8] = []
      while let byte = next {
        switch byte {
        case UInt8(ascii: "\""):
          try skipString()
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          closings.append(byte == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]"))
          guard closings.count <= JSONMemberTexts.mostLevels else {
            throw error(.tooDeep(limit: JSONMemberTexts.mostLevels))
          }
          position += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
          guard let closing = closings.last else {
            if position == start { throw unexpected("a value") }
            return
          }
          guard byte == closing else { throw unexpected("'\(Unicode.Scalar(closing))'") }
          closings.removeLast()
          position += 1
        case UInt8(ascii: ","), 0x20, 0x0A, 0x0D, 0x09:
          if closings.isEmpty {
            if position == start { throw unexpected("a value") }
            return
          }
          position += 1
        default:
          position += 1
        }
        if closings.isEmpty,
          byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "}")
            || byte == UInt8(ascii: "]")
        {
          return
        }
      }
      throw unexpected(closings.last.map { "'\(Unicode.Scalar($0))'" } ?? "a value")
    }

    private mutating func skipWhiteSpace() {
      while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
        position += 1
      }
    }

    private func unexpected(_ expected: String) -> JSONParseError {
      guard let next else { return error(.unexpectedEnd(expected: expected)) }
      return error(.unexpectedByte(got: next, expected: expected))
    }

    private func error(_ reason: JSONParseError.Reason) -> JSONParseError {
      JSONParseError(reason: reason, offset: position - text.startIndex, line: 1)
    }
  }
}
