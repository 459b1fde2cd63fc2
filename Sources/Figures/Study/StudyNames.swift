/// The names of a study's hyper-parameters as charts write them: rates and penalties by the letters
/// that books have for them, and none so long that a plot has no room for it.
struct StudyNames: Sendable {
  private let names: [String]
  private let letters: [String?]

  /// Greatest lengths of a name in letters, of which those of Hangul count as two.
  private static let longest = 30
  private static let longestShort = 10

  init(_ names: [String]) {
    self.names = names
    let letters = names.map(Self.letter)
    // A letter that two names have tells neither.
    self.letters = letters.map { letter in
      letters.count { $0 == letter } == 1 ? letter : nil
    }
  }

  private static func letter(of name: String) -> String? {
    switch name {
    case "learning-rate", "learning_rate", "lr": "η"
    case "weight-decay", "weight_decay": "λ"
    default: nil
    }
  }

  private func letter(of name: String) -> String? {
    names.firstIndex(of: name).flatMap { letters[$0] }
  }

  /// The letter, or the name where it has none.
  func symbol(of name: String) -> String { letter(of: name) ?? bare(name) }

  /// The name with its letter.
  func title(of name: String) -> String {
    letter(of: name).map { "\(bare(name)) \($0)" } ?? bare(name)
  }

  /// The name where there is least room.
  func short(of name: String) -> String {
    letter(of: name) ?? shortened(name, to: Self.longestShort)
  }

  private func bare(_ name: String) -> String { shortened(name, to: Self.longest) }

  /// The name without its middle, as short as tells it from the others.
  private func shortened(_ name: String, to length: Int) -> String {
    for room in length...max(length, Self.width(name)) {
      let short = Self.shortened(name, to: room)
      let isAlone = !names.contains { $0 != name && Self.shortened($0, to: room) == short }
      if isAlone { return short }
    }
    return name
  }

  /// A text of at most so many letters: of a longer one the middle is left out.
  static func shortened(_ text: String, to length: Int) -> String {
    guard width(text) > length else { return text }
    func part(_ letters: some Sequence<Character>, _ room: Int) -> [Character] {
      var (part, used): ([Character], Int) = ([], 0)
      for letter in letters {
        used += width(String(letter))
        guard used <= room else { break }
        part.append(letter)
      }
      return part
    }
    let head = part(text, length / 2)
    let tail = part(text.reversed(), length - 1 - length / 2)
    return String(head) + "…" + String(tail.reversed())
  }

  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
  }
}
