/// The words of a PDF, one after the other: numbers, names, operators and brackets.
///
/// - Source: ISO 32000-1, 7.2. Blanks and brackets within strings count as those outside, which a page
///   without strings does not notice.
struct PDFWords: Sequence, IteratorProtocol {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var all: [ArraySlice<UInt8>] { Array(self) }

  mutating func next() -> ArraySlice<UInt8>? {
    guard let start = rest.firstIndex(where: { !Self.isBlank($0) }) else { return nil }
    var end = start + 1
    if !Self.isBracket(rest[start]) {
      while end < rest.endIndex, !Self.ends(rest[end]) { end += 1 }
    }
    defer { rest = rest[end...] }
    return rest[start..<end]
  }

  /// The value of a word that is a number, which PDF writes without an exponent.
  static func number(_ word: ArraySlice<UInt8>) -> Double? {
    for byte in word {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "+"):
        continue
      default: return nil
      }
    }
    return Double(String(decoding: word, as: UTF8.self))
  }

  /// Whether a word is an operator, which ends what it is applied to.
  static func isOperator(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first else { return false }
    switch first {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "'"), UInt8(ascii: "\""):
      return true
    default: return false
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    switch byte {
    case 0, 9, 10, 12, 13, 32: true
    default: false
    }
  }

  private static func isBracket(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
      true
    default: false
    }
  }

  private static func ends(_ byte: UInt8) -> Bool {
    isBlank(byte) || isBracket(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "%")
  }
}
