/// The language of everything that a figure says.
package enum Language: String, CaseIterable, Codable, Equatable, Sendable {
  case english = "en"
  case korean = "ko"

  /// The text of this language.
  func pick<Text>(_ english: @autoclosure () -> Text, _ korean: @autoclosure () -> Text) -> Text {
    switch self {
    case .english: english()
    case .korean: korean()
    }
  }

  /// The text as it begins a sentence.
  func capitalized(_ text: String) -> String {
    pick(text.prefix(1).uppercased() + text.dropFirst(), text)
  }

  /// "a", "a and b", "a, b and c".
  func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let head = items.dropLast().joined(separator: ", ")
    return pick("\(head) and \(last)", "\(head), \(last)")
  }
}
