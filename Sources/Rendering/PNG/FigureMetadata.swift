/// What a figure file says about itself besides its drawing.
package struct FigureMetadata: Equatable, Sendable {
  /// A named text: a part of the recipe, an identity.
  package struct Entry: Equatable, Sendable {
    /// 1 to 79 printable ASCII characters without blanks at the ends or two in a row.
    package var keyword: String
    /// Whether the text is large: compressed in a PNG, and a file of its own in a PDF.
    package var isLong: Bool
    private let body: Body

    private enum Body: Sendable {
      case text(String)
      case parts(LongText)
    }

    package init(keyword: String, text: String, isLong: Bool = false) {
      self.keyword = keyword
      self.isLong = isLong
      body = .text(text)
    }

    package init(keyword: String, text: LongText) {
      self.keyword = keyword
      isLong = true
      body = .parts(text)
    }

    package var text: String {
      switch body {
      case .text(let text): text
      case .parts(let parts): parts.text
      }
    }

    /// The text compressed ahead, if it is.
    var pieces: [DeflatePiece]? {
      if case .parts(let parts) = body { parts.pieces } else { nil }
    }

    fileprivate var hasZero: Bool {
      switch body {
      case .text(let text): text.utf8.contains(0)
      case .parts(let parts): parts.hasZero
      }
    }

    package static func == (lhs: Entry, rhs: Entry) -> Bool {
      lhs.keyword == rhs.keyword && lhs.isLong == rhs.isLong && lhs.text == rhs.text
    }
  }

  /// What the figure shows, in a few words; empty for nothing.
  package var title: String
  /// The alternative text for those who cannot see the figure; empty for nothing.
  package var description: String
  /// The language of these, as `en` or `ko` (BCP 47); empty for none.
  package var language: String
  /// In the order in which they are written.
  package var entries: [Entry]

  package init(
    title: String = "", description: String = "", language: String = "", entries: [Entry] = []
  ) {
    self.title = title
    self.description = description
    self.language = language
    self.entries = entries
  }

  /// Title and description under the keywords that PNG reserves for them, then the entries.
  var all: [Entry] {
    var all: [Entry] = []
    if !title.isEmpty { all.append(Entry(keyword: "Title", text: title)) }
    if !description.isEmpty { all.append(Entry(keyword: "Description", text: description)) }
    return all + entries
  }

  /// Throws `keyword` or `text` for an entry that no file can hold.
  func check() throws(RenderError) {
    for entry in all {
      guard Self.isKeyword(entry.keyword) else { throw .keyword(entry.keyword) }
      guard !entry.hasZero else { throw .text(keyword: entry.keyword) }
    }
  }

  private static func isKeyword(_ keyword: String) -> Bool {
    let bytes = Array(keyword.utf8)
    guard (1...79).contains(bytes.count), bytes.first != 32, bytes.last != 32 else { return false }
    return zip(bytes, bytes.dropFirst() + [0]).allSatisfy { byte, next in
      (32...126).contains(byte) && !(byte == 32 && next == 32)
    }
  }
}
