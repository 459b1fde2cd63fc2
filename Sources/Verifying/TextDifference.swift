import Provenance

/// Two texts that differ, quoted from a little before the place where they part.
struct TextDifference: CustomStringConvertible {
  let description: String

  private static let before = 12
  private static let length = 36

  init(_ got: String, _ expected: String) {
    let (one, other) = (Array(got.unicodeScalars), Array(expected.unicodeScalars))
    var common = 0
    while common < min(one.count, other.count), one[common] == other[common] { common += 1 }
    let start = common <= Self.length / 2 ? 0 : common - Self.before
    description =
      "\(Self.quoted(one, from: start)), made anew it is \(Self.quoted(other, from: start))"
  }

  private static func quoted(_ text: [Unicode.Scalar], from start: Int) -> String {
    var piece = String.UnicodeScalarView()
    if start > 0 { piece.append("…") }
    piece.append(contentsOf: text.dropFirst(start))
    return MessageText.quoted(String(piece), limit: Self.length)
  }
}
