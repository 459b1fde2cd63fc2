import Provenance

/// One line of a journal, taken apart; its values are read when they are asked for, while the bytes of
/// the line are there.
struct JournalLine {
  typealias Text = JSONMemberTexts.Text

  let operation: JournalOperation
  private let members: JSONMemberTexts

  /// - Parameter likely: An object that the line may well have as a value; it saves time.
  /// - Throws: `JournalLineError`.
  init(_ text: Text, likely: [UInt8] = []) throws(JournalLineError) {
    do {
      members = try JSONMemberTexts(of: text, likely: likely)
    } catch {
      throw .noObject(reason: "\(error.reason), byte \(error.offset)")
    }
    guard let code = members["op_code"] else { throw .missing("op_code") }
    guard let number = Self.integer(code), let operation = JournalOperation(rawValue: number) else {
      throw .invalid("op_code", got: Self.excerpt(code), expected: "0...10")
    }
    self.operation = operation
  }

  func has(_ key: String) -> Bool { members[key] != nil }

  func integer(_ key: String) throws(JournalLineError) -> Int {
    let text = try need(key)
    guard let value = Self.integer(text) else {
      throw .invalid(key, got: Self.excerpt(text), expected: "an integer")
    }
    return value
  }

  func string(_ key: String) throws(JournalLineError) -> String {
    try Self.string(try need(key), key)
  }

  func number(_ key: String) throws(JournalLineError) -> Double {
    try Self.number(try need(key), key)
  }

  /// The numbers of an array; nil where the key is absent or null.
  func numbers(_ key: String) throws(JournalLineError) -> [Double]? {
    guard let text = members[key], !Self.isNull(text) else { return nil }
    guard text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") else {
      throw .invalid(key, got: Self.excerpt(text), expected: "an array of numbers")
    }
    let inside = text.dropFirst().dropLast()
    if inside.allSatisfy({ $0 == 0x20 }) { return [] }
    var numbers: [Double] = []
    for part in inside.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
      numbers.append(try Self.number(part, key))
    }
    return numbers
  }

  /// A moment; nil where the key is absent or null.
  func date(_ key: String) throws(JournalLineError) -> StudyDate? {
    guard let text = members[key], !Self.isNull(text) else { return nil }
    guard let date = StudyDate(try Self.string(text, key)) else {
      throw .invalid(key, got: Self.excerpt(text), expected: "an ISO 8601 date")
    }
    return date
  }

  /// The members of an object; none where the key is absent.
  func object(_ key: String) throws(JournalLineError) -> [JSONMemberTexts.Member] {
    guard let text = members[key] else { return [] }
    if text.elementsEqual("{}".utf8) { return [] }
    do {
      return try JSONMemberTexts(of: text).members
    } catch {
      throw .invalid(key, got: Self.excerpt(text), expected: "an object")
    }
  }

  /// The members of an object as they were written.
  func attributes(_ key: String) throws(JournalLineError) -> [AttributeRecord] {
    try object(key).map {
      AttributeRecord(key: $0.key, json: String(decoding: $0.text, as: UTF8.self))
    }
  }

  private func need(_ key: String) throws(JournalLineError) -> Text {
    guard let text = members[key] else { throw .missing(key) }
    return text
  }

  // MARK: Values

  static func string(_ text: Text, _ key: String) throws(JournalLineError) -> String {
    // Without escapes and control characters the string is what stands between the quotes.
    if text.count >= 2, text.first == UInt8(ascii: "\""), text.last == UInt8(ascii: "\"") {
      let inside = text[text.startIndex + 1..<text.endIndex - 1]
      let isPlain = inside.allSatisfy {
        (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\"")
      }
      if isPlain { return String(decoding: inside, as: UTF8.self) }
    }
    guard text.first == UInt8(ascii: "\""), let value = try? JSONValue(parsing: Array(text)),
      let string = value.stringValue
    else { throw .invalid(key, got: excerpt(text), expected: "a string") }
    return string
  }

  /// A number, also one of those that JSON has no word for and Python writes all the same.
  static func number(_ text: Text, _ key: String) throws(JournalLineError) -> Double {
    let text = trimmed(text)
    if let integer = integer(text) { return Double(integer) }
    if let number = plainNumber(text) { return number }
    if let value = try? JSONValue(parsing: Array(text)), let number = value.numberValue {
      return number
    }
    switch String(decoding: text, as: UTF8.self) {
    case "NaN": return .nan
    case "Infinity": return .infinity
    case "-Infinity": return -.infinity
    default: throw .invalid(key, got: excerpt(text), expected: "a number")
    }
  }

  /// A number of digits, a point and perhaps an exponent, as JSON writes it; nil for anything else.
  private static func plainNumber(_ text: Text) -> Double? {
    guard isPlainNumber(UnsafeBufferPointer(rebasing: text)),
      let number = Double(String(decoding: text, as: UTF8.self)), number.isFinite
    else { return nil }
    return number
  }

  private static func isPlainNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = 0
    func isNext(_ byte: Unicode.Scalar) -> Bool {
      place < bytes.count && bytes[place] == UInt8(ascii: byte)
    }
    func skipDigits() -> Int {
      let start = place
      while place < bytes.count, isDigit(bytes[place]) { place += 1 }
      return place - start
    }
    if isNext("-") { place += 1 }
    let isZero = isNext("0")
    let digits = skipDigits()
    guard digits == 1 || digits > 1 && !isZero else { return false }
    if isNext(".") {
      place += 1
      guard skipDigits() > 0 else { return false }
    }
    if isNext("e") || isNext("E") {
      place += 1
      if isNext("-") || isNext("+") { place += 1 }
      guard skipDigits() > 0 else { return false }
    }
    return place == bytes.count
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The text of a value as it stands in the line.
  func raw(_ key: String) throws(JournalLineError) -> Text { try need(key) }

  /// A plain integer of at most 15 digits; nil for anything else, and for -0.
  private static func integer(_ text: Text) -> Int? {
    let bytes = UnsafeBufferPointer(rebasing: text)
    let isNegative = bytes.first == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    guard (1...15).contains(bytes.count - start) else { return nil }
    var value = 0
    for place in start..<bytes.count {
      guard isDigit(bytes[place]) else { return nil }
      value = value * 10 + Int(bytes[place] - UInt8(ascii: "0"))
    }
    if isNegative && value == 0 { return nil }
    return isNegative ? -value : value
  }

  private static func trimmed(_ text: Text) -> Text {
    if text.first != 0x20 && text.last != 0x20 { return text }
    var text = text
    while text.first == 0x20 { text = text.dropFirst() }
    while text.last == 0x20 { text = text.dropLast() }
    return text
  }

  private static func isNull(_ text: Text) -> Bool {
    text.count == 4 && text.elementsEqual("null".utf8)
  }

  private static func excerpt(_ text: Text) -> String {
    MessageText.quoted(String(decoding: text, as: UTF8.self), limit: 40)
  }
}

/// Why a line is none of a journal.
enum JournalLineError: Error, Equatable, CustomStringConvertible {
  case noObject(reason: String)
  case missing(String)
  case invalid(String, got: String, expected: String)

  var description: String {
    switch self {
    case .noObject(let reason): "no json object (\(reason))"
    case .missing(let key): "no \(key)"
    case .invalid(let key, let got, let expected): "\(key) is \(got) (\(expected))"
    }
  }
}
