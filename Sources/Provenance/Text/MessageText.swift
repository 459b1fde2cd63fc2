/// Texts from outside, made fit for one line of an error message.
package enum MessageText {
  /// The text in double quotes, with control characters escaped as in JSON, cut after 60 characters.
  ///
  /// What a file says reaches the user's terminal through error messages; an escape sequence must
  /// not.
  package static func quoted(_ text: String, limit: Int = 60) -> String {
    var quoted = "\""
    for (index, character) in text.unicodeScalars.enumerated() {
      guard index < limit else {
        quoted += "…"
        break
      }
      switch character {
      case "\"", "\\":
        quoted += "\\"
        quoted.unicodeScalars.append(character)
      case _ where isControl(character):
        quoted += escape(of: character)
      default:
        quoted.unicodeScalars.append(character)
      }
    }
    return quoted + "\""
  }

  /// Two texts in double quotes as by `quoted`; of long ones the words from a little before the first
  /// place at which they differ.
  package static func quoted(
    _ first: String, unlike second: String, limit: Int = 60
  ) -> (first: String, second: String) {
    let (one, other) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    let shared = zip(one, other).prefix { $0 == $1 }.count
    var start = 0
    if max(one.count, other.count) > limit, shared > limit / 2 {
      // From the beginning of a word on, where one is near, with up to two words before it.
      let near = (shared - limit / 2..<shared).filter { one[$0] == " " }
      start = near.suffix(3).first.map { $0 + 1 } ?? shared - limit / 4
    }
    func text(_ scalars: [Unicode.Scalar]) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start...])
      return quoted((start > 0 ? "…" : "") + String(view), limit: limit)
    }
    return (text(one), text(other))
  }

  /// The text, cut after 40 characters; for texts without control characters.
  package static func clipped(_ text: String, limit: Int = 40) -> String {
    text.count <= limit ? text : text.prefix(limit) + "…"
  }

  /// A text as one line of an error, control characters and the ends of lines escaped as in `quoted`;
  /// of a very long one the beginning.
  package static func line(_ text: String, limit: Int = 1000) -> String {
    var line = String.UnicodeScalarView()
    for (index, character) in text.unicodeScalars.enumerated() {
      guard index < limit else {
        line.append("…")
        break
      }
      if isControl(character) {
        line.append(contentsOf: escape(of: character).unicodeScalars)
      } else {
        line.append(character)
      }
    }
    return String(line)
  }

  /// The whole text on one line, control characters and the ends of lines escaped as in `quoted`.
  package static func escaped(_ text: String) -> String {
    guard !isPrintable(text) else { return text }
    var line = String.UnicodeScalarView()
    for character in text.unicodeScalars {
      if isControl(character) {
        line.append(contentsOf: escape(of: character).unicodeScalars)
      } else {
        line.append(character)
      }
    }
    return String(line)
  }

  private static func escape(of character: Unicode.Scalar) -> String {
    var escape = String.UnicodeScalarView("\\u".unicodeScalars)
    for shift in [12, 8, 4, 0] {
      let digit = Hexadecimal.digit(UInt8(truncatingIfNeeded: character.value >> shift & 15))
      escape.append(Unicode.Scalar(digit))
    }
    return String(escape)
  }

  /// Whether a text holds no character that steers a terminal or reverses a line.
  package static func isPrintable(_ text: String) -> Bool {
    !text.unicodeScalars.contains(where: isControl)
  }

  /// C0, delete and C1 controls, line and paragraph separators, and directional overrides.
  ///
  /// The list is written out because Unicode's categories change with Swift's version.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
