/// Why a text is not the JSON that was asked for, and where.
package struct JSONParseError: Error, Equatable, Sendable {
  /// What is wrong at the place.
  package enum Reason: Equatable, Sendable {
    /// More bytes than the limit.
    case tooLarge(got: Int, limit: Int)
    /// More values than the limit.
    case tooManyValues(limit: Int)
    /// Arrays and objects nested more deeply than the limit.
    case tooDeep(limit: Int)
    /// The text begins with a byte order mark.
    case byteOrderMark
    /// The text ends too early.
    case unexpectedEnd(expected: String)
    /// A byte that does not belong here.
    case unexpectedByte(got: UInt8, expected: String)
    /// A control character inside a string that is not escaped.
    case controlCharacter(got: UInt8)
    /// A backslash followed by something else than an escape.
    case invalidEscape
    /// Half of a surrogate pair.
    case loneSurrogate
    /// Bytes that are no UTF-8.
    case invalidUTF8
    /// A number whose magnitude no double holds.
    case numberOutOfRange(got: String)
    /// A key that stands twice in one object.
    case duplicateKey(String)
  }

  package let reason: Reason
  /// Bytes before the place.
  package let offset: Int
  /// The place's line, from 1; lines end with a line feed.
  package let line: Int

  package init(reason: Reason, offset: Int, line: Int) {
    self.reason = reason
    self.offset = offset
    self.line = line
  }

  /// Whether the machine failed, rather than what it was given: never.
  package var isMachineFault: Bool { false }
}

extension JSONParseError: CustomStringConvertible {
  package var description: String { "invalid json in line \(line), byte \(offset): \(reason)" }
}

extension JSONParseError.Reason: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooLarge(let got, let limit):
      "\(got) bytes (at most \(limit))"
    case .tooManyValues(let limit):
      "too many values (at most \(limit))"
    case .tooDeep(let limit):
      "nested too deeply (at most \(limit) levels)"
    case .byteOrderMark:
      "a byte order mark (none is allowed)"
    case .unexpectedEnd(let expected):
      "the text ends (expected \(expected))"
    case .unexpectedByte(let got, let expected):
      "\(Self.name(of: got)) (expected \(expected))"
    case .controlCharacter(let got):
      "\(Self.name(of: got)) in a string (must be escaped)"
    case .invalidEscape:
      "unknown escape (\\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits)"
    case .loneSurrogate:
      "half a surrogate pair (high and low half together)"
    case .invalidUTF8:
      "bytes that are not utf-8"
    case .numberOutOfRange(let got):
      "\(MessageText.clipped(got)) is no double (magnitude 4.9e-324...1.8e308, or 0)"
    case .duplicateKey(let key):
      "duplicate key \(MessageText.quoted(key)) (one of each)"
    }
  }

  private static func name(of byte: UInt8) -> String {
    if (0x21...0x7E).contains(byte) { return "'\(Unicode.Scalar(byte))'" }
    let high = Unicode.Scalar(Hexadecimal.digit(byte >> 4))
    return "byte 0x\(high)\(Unicode.Scalar(Hexadecimal.digit(byte & 15)))"
  }
}
