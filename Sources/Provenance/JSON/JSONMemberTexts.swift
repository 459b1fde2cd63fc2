/// The members of a JSON object as pieces of its text, none of them read yet.
///
/// For objects of which little is wanted, or whose values must be kept as they were written, as a
/// number with more digits than a double has. Where an object is well formed, its members are those
/// that `JSONValue` would find; what stands inside a value is looked at only as far as its end must
/// be found. Values may be the words `NaN`, `Infinity` and `-Infinity`, which Python writes.
///
/// It looks at bytes that are not its own, and is good for as long as they are there. Slices of an
/// array would keep it alive by themselves, but counting their references takes a quarter of the time
/// that a long journal takes.
package struct JSONMemberTexts {
  package typealias Text = Slice<UnsafeBufferPointer<UInt8>>

  package struct Member {
    package let key: String
    /// The value, without white space around it.
    package let text: Text
  }

  /// Where a member stands; places count in the bytes of the text.
  private struct Place: Sendable {
    /// Between the quotes.
    let key: Range<Int>
    let value: Range<Int>
    /// Whether the key is ASCII without escapes and control characters, which needs no second look.
    let isPlain: Bool
  }

  private let text: Text
  /// In the order of the text.
  private let places: [Place]

  /// In the order of the text.
  package var members: [Member] {
    places.map { Member(key: key(of: $0), text: text[$0.value]) }
  }

  /// Levels of arrays and objects inside one another.
  private static let mostLevels = 64

  /// Takes an object apart.
  ///
  /// - Parameter likely: An object, taken apart before, that may well be the value of a member, as
  ///   texts of one origin often repeat one; it is then not looked at again. Changes the time alone.
  /// - Throws: `JSONParseError`, its byte counted from the start of `text`, where this is no object.
  package init(of text: Text, likely: [UInt8] = []) throws(JSONParseError) {
    let found = likely.withUnsafeBufferPointer { likely -> Result<[Place], JSONParseError> in
      var scanner = Scanner(
        bytes: UnsafeBufferPointer(rebasing: text), position: 0, start: text.startIndex,
        likely: likely)
      do throws(JSONParseError) {
        return .success(try scanner.object())
      } catch {
        return .failure(error)
      }
    }
    places = try found.get()
    self.text = text
    for place in places where !place.isPlain {
      _ = try JSONValue(parsing: Array(text[place.key.lowerBound - 1..<place.key.upperBound + 1]))
    }
  }

  /// The first value of a key.
  package subscript(key: String) -> Text? {
    var key = key
    // Compared byte by byte: few members of an object are asked for, and fewer by a name with escapes.
    return key.withUTF8 { wanted in
      for place in places {
        if place.isPlain {
          guard place.key.count == wanted.count,
            UnsafeBufferPointer(rebasing: text[place.key]).hasBytes(of: wanted)
          else { continue }
        } else {
          guard self.key(of: place).utf8.elementsEqual(wanted) else { continue }
        }
        return text[place.value]
      }
      return nil
    }
  }

  private func key(of place: Place) -> String {
    if place.isPlain { return String(decoding: text[place.key], as: UTF8.self) }
    let quoted = Array(text[place.key.lowerBound - 1..<place.key.upperBound + 1])
    return (try? JSONValue(parsing: quoted))?.stringValue ?? ""
  }

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var position: Int
    /// Index of the first byte in the text.
    let start: Int
    /// A whole object, or nothing.
    let likely: UnsafeBufferPointer<UInt8>

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func object() throws(JSONParseError) -> [Place] {
      skipWhiteSpace()
      guard next == UInt8(ascii: "{") else { throw unexpected("'{'") }
      position += 1
      var places: [Place] = []
      places.reserveCapacity(8)
      skipWhiteSpace()
      if next == UInt8(ascii: "}") {
        position += 1
      } else {
        while true {
          skipWhiteSpace()
          guard next == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
          let opening = position
          let isPlain = try skipString()
          let key = start + opening + 1..<start + position - 1
          skipWhiteSpace()
          guard next == UInt8(ascii: ":") else { throw unexpected("':'") }
          position += 1
          skipWhiteSpace()
          let value = position
          try skipValue()
          places.append(
            Place(key: key, value: start + value..<start + position, isPlain: isPlain))
          skipWhiteSpace()
          guard let byte = next, byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") else {
            throw unexpected("',' or '}'")
          }
          position += 1
          if byte == UInt8(ascii: "}") { break }
        }
      }
      skipWhiteSpace()
      if position < bytes.count { throw unexpected("the end") }
      return places
    }

    /// - Returns: Whether it is ASCII without escapes and control characters.
    @discardableResult
    private mutating func skipString() throws(JSONParseError) -> Bool {
      position += 1
      var isPlain = true
      while let byte = next {
        position += 1
        if byte == UInt8(ascii: "\"") { return isPlain }
        if byte == UInt8(ascii: "\\") {
          isPlain = false
          guard next != nil else { break }
          position += 1
        } else if byte < 0x20 || byte >= 0x7F {
          isPlain = false
        }
      }
      throw unexpected("'\"'")
    }

    private mutating func skipValue() throws(JSONParseError) {
      let start = position
      // An object ends with the brace that closes it, whatever follows.
      if next == UInt8(ascii: "{"), isLikelyNext {
        position += likely.count
        return
      }
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

    private var isLikelyNext: Bool {
      let count = likely.count
      guard count > 0, count <= bytes.count - position else { return false }
      return likely.hasBytes(of: UnsafeBufferPointer(rebasing: bytes[position..<position + count]))
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
      JSONParseError(reason: reason, offset: position, line: 1)
    }
  }
}
