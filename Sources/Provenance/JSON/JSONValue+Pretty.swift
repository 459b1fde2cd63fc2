extension JSONValue {
  /// A text for people: members in their own order, 2 spaces a level, a line feed at the end.
  ///
  /// An array of nothing but numbers, strings and words stands on one line where it fits into 100
  /// bytes, and otherwise fills such lines: a histogram takes a few lines rather than a page.
  /// Numbers are those of the canonical text with one exception: -0 is written `-0.0`, so that
  /// reading the file gives the same bits.
  package var prettyBytes: [UInt8] {
    var writer = JSONPrettyWriter()
    writer.append(self)
    writer.endLine()
    return writer.text
  }

  /// `prettyBytes` as a string.
  package var prettyText: String { String(decoding: prettyBytes, as: UTF8.self) }

  fileprivate var isScalar: Bool {
    switch self {
    case .null, .bool, .number, .string: true
    case .array, .object: false
    }
  }
}

/// Writes indented JSON and keeps track of the line.
private struct JSONPrettyWriter {
  private(set) var text: [UInt8] = []
  private var lineStart = 0
  private var level = 0

  private static let lineWidth = 100

  mutating func append(_ value: JSONValue) {
    switch value {
    case .null, .bool, .string: text += value.canonicalBytes
    case .number(let number): append(number)
    case .array(let elements): append(elements)
    case .object(let members): append(members)
    }
  }

  mutating func endLine() {
    text.append(UInt8(ascii: "\n"))
    lineStart = text.count
  }

  private mutating func append(_ number: Double) {
    if number == 0, number.sign == .minus {
      text += "-0.0".utf8
    } else {
      JSONText.append(number, to: &text)
    }
  }

  private mutating func append(_ members: [JSONMember]) {
    text.append(UInt8(ascii: "{"))
    level += 1
    for (index, member) in members.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      startLine()
      JSONText.append(member.key, to: &text)
      text += ": ".utf8
      append(member.value)
    }
    level -= 1
    if !members.isEmpty { startLine() }
    text.append(UInt8(ascii: "}"))
  }

  private mutating func append(_ elements: [JSONValue]) {
    if elements.allSatisfy(\.isScalar) { return appendScalars(elements) }
    text.append(UInt8(ascii: "["))
    level += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      startLine()
      append(element)
    }
    level -= 1
    startLine()
    text.append(UInt8(ascii: "]"))
  }

  private mutating func appendScalars(_ elements: [JSONValue]) {
    if appendOnOneLine(elements) { return }
    text.append(UInt8(ascii: "["))
    level += 1
    startLine()
    for (index, element) in elements.enumerated() {
      let start = text.count
      if index > 0 { text += ", ".utf8 }
      append(element)
      // One byte is kept for the comma after it.
      if index > 0, text.count + 1 - lineStart > Self.lineWidth {
        text.removeSubrange(start...)
        text.append(UInt8(ascii: ","))
        startLine()
        append(element)
      }
    }
    level -= 1
    startLine()
    text.append(UInt8(ascii: "]"))
  }

  /// Appends `[1, 2, 3]`, or nothing where the line, with a comma after it, would be too long.
  private mutating func appendOnOneLine(_ elements: [JSONValue]) -> Bool {
    let start = text.count
    text.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { text += ", ".utf8 }
      append(element)
      if text.count + 2 - lineStart > Self.lineWidth, elements.count > 1 {
        text.removeSubrange(start...)
        return false
      }
    }
    text.append(UInt8(ascii: "]"))
    return true
  }

  private mutating func startLine() {
    endLine()
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
  }
}
