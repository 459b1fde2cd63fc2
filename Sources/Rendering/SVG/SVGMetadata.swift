/// The title, the description and the recipe in an SVG.
package enum SVGMetadata {
  /// Writes `<title>`, `<desc>` and `<metadata>`.
  static func write(_ metadata: FigureMetadata, identifier: String, to page: inout SVGText) {
    if !metadata.title.isEmpty {
      page.write(raw: "<title id=\"\(identifier)-title\">")
      page.write(escaped: metadata.title)
      page.write("</title>\n")
    }
    if !metadata.description.isEmpty {
      page.write(raw: "<desc id=\"\(identifier)-desc\">")
      page.write(escaped: metadata.description)
      page.write("</desc>\n")
    }
    guard !metadata.entries.isEmpty else { return }
    page.write("<metadata>\n<dlplot:recipe xmlns:dlplot=\"urn:dlplot:recipe:1\">\n")
    for entry in metadata.entries {
      page.write("<dlplot:entry")
      page.attribute("keyword", entry.keyword)
      page.write(">")
      page.write(escaped: entry.text)
      page.write("</dlplot:entry>\n")
    }
    page.write("</dlplot:recipe>\n</metadata>\n")
  }

  /// What an SVG that `SVGRenderer` wrote says about itself; nil for any other file.
  ///
  /// It finds the elements by the very markup that is written above, and is no parser of XML: a
  /// figure that an editor saved again is not recognised.
  package static func read(_ bytes: [UInt8]) -> FigureMetadata? {
    var rest = bytes[...]
    guard skip("<svg", in: &rest) else { return nil }
    guard let end = position(of: "<rect", in: rest) else { return nil }
    rest = rest[..<end]
    var metadata = FigureMetadata()
    var head = rest
    if let end = head.firstIndex(of: UInt8(ascii: ">")) {
      var root = head[..<end]
      if skip(" xml:lang=\"", in: &root) {
        metadata.language = text(before: "\"", in: root) ?? ""
      }
    }
    if skip("<title id=\"", in: &head), skip(">", in: &head) {
      metadata.title = text(before: "</title>", in: head) ?? ""
    }
    head = rest
    if skip("<desc id=\"", in: &head), skip(">", in: &head) {
      metadata.description = text(before: "</desc>", in: head) ?? ""
    }
    guard skip("<dlplot:recipe xmlns:dlplot=\"urn:dlplot:recipe:1\">", in: &rest) else {
      return nil
    }
    while skip("<dlplot:entry keyword=\"", in: &rest) {
      guard let keyword = text(before: "\">", in: rest), skip("\">", in: &rest),
        let text = text(before: "</dlplot:entry>", in: rest)
      else { return nil }
      metadata.entries.append(FigureMetadata.Entry(keyword: keyword, text: text))
    }
    return metadata
  }

  /// Whether a file is an SVG with the names that `SVGRenderer` gives to what it draws, but without a
  /// recipe that can be read: it was taken out, or an editor saved the file again.
  package static func isStripped(_ bytes: [UInt8]) -> Bool {
    let start = bytes.prefix(1000)
    guard position(of: "<svg", in: start) != nil, read(bytes) == nil else { return false }
    return ["id=\"dlplot-", "href=\"#dlplot-", "labelledby=\"dlplot-"].contains {
      position(of: $0, in: bytes[...]) != nil
    }
  }

  /// Whether a file is an SVG without the tag that closes it: it was cut off.
  package static func endsEarly(_ bytes: [UInt8]) -> Bool {
    bytes.first == UInt8(ascii: "<") && position(of: "<svg", in: bytes.prefix(1000)) != nil
      && ByteCursor(bytes[...]).lastPosition(of: "</svg>") == nil
  }

  /// What stands between the first lines and the drawing that `write` did not write.
  ///
  /// - Returns: The first line that is another, counted from 1, with its text; nil for none. Comments
  ///   are counted and otherwise passed over.
  package static func additions(
    to metadata: FigureMetadata, in file: [UInt8]
  ) -> (line: (number: Int, text: String)?, comments: Int) {
    let feed = UInt8(ascii: "\n")
    let lines = file.split(separator: feed, maxSplits: 2, omittingEmptySubsequences: false)
    guard lines.count == 3 else { return ((1, ""), 0) }
    var head = lines[2]
    if let end = position(of: "</metadata>\n", in: head) {
      head = head[..<(end + "</metadata>\n".utf8.count)]
    }
    let (found, comments) = withoutComments(head)
    var expected = SVGText()
    write(metadata, identifier: identifier(in: lines[1]), to: &expected)
    guard found != expected.bytes else { return (nil, comments) }
    let texts = [found, expected.bytes].map {
      $0.split(separator: feed, omittingEmptySubsequences: false)
    }
    var index = 0
    while index < min(texts[0].count, texts[1].count), texts[0][index] == texts[1][index] {
      index += 1
    }
    let text = index < texts[0].count ? String(decoding: texts[0][index], as: UTF8.self) : ""
    return ((index + 3, text), comments)
  }

  /// Markup without its comments, and how many there were. One that fills lines goes with its last
  /// line feed.
  package static func withoutComments(
    _ markup: ArraySlice<UInt8>
  ) -> (markup: [UInt8], comments: Int) {
    let feed = UInt8(ascii: "\n")
    var rest = markup
    var comments = 0
    var found: [UInt8] = []
    while let start = position(of: "<!--", in: rest),
      let end = position(of: "-->", in: rest[(start + 4)...])
    {
      found += rest[..<start]
      rest = rest[(end + 3)...]
      if rest.first == feed, found.isEmpty || found.last == feed { rest = rest.dropFirst() }
      comments += 1
    }
    return (found + rest, comments)
  }

  /// The file with a line feed alone at the end of each line, as XML reads it; nil where it is so
  /// already.
  ///
  /// - Source: XML 1.0, fifth edition, 2.11 (end-of-line handling).
  package static func withPlainLineEnds(_ file: [UInt8]) -> [UInt8]? {
    let end = UInt8(ascii: "\r")
    guard file.contains(end) else { return nil }
    var plain: [UInt8] = []
    plain.reserveCapacity(file.count)
    for (index, byte) in file.enumerated() {
      guard byte == end else {
        plain.append(byte)
        continue
      }
      if index + 1 == file.count || file[index + 1] != UInt8(ascii: "\n") {
        plain.append(UInt8(ascii: "\n"))
      }
    }
    return plain
  }

  /// The beginning of all ids, which the root names where it names the title.
  private static func identifier(in root: ArraySlice<UInt8>) -> String {
    var rest = root
    guard skip("aria-labelledby=\"", in: &rest) else { return "" }
    let ends = ["-title", "-desc"].compactMap { position(of: $0, in: rest) }
    return ends.min().map { String(decoding: rest[..<$0], as: UTF8.self) } ?? ""
  }

  private static func position(of text: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let wanted = Array(text.utf8)
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(of: wanted[0]) {
      if bytes[found...].starts(with: wanted) { return found }
      start = found + 1
    }
    return nil
  }

  /// Moves on behind `text`; false where it does not follow.
  private static func skip(_ text: String, in bytes: inout ArraySlice<UInt8>) -> Bool {
    guard let found = position(of: text, in: bytes) else { return false }
    bytes = bytes[(found + text.utf8.count)...]
    return true
  }

  /// The unescaped text up to `end`.
  private static func text(before end: String, in bytes: ArraySlice<UInt8>) -> String? {
    guard let found = position(of: end, in: bytes) else { return nil }
    var rest = bytes[..<found]
    var result: [UInt8] = []
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "&") else {
        result.append(byte)
        continue
      }
      guard let close = rest.firstIndex(of: UInt8(ascii: ";")),
        let character = entities[String(decoding: rest[..<close], as: UTF8.self)]
      else { return nil }
      result.append(character)
      rest = rest[(close + 1)...]
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let entities: [String: UInt8] = [
    "amp": 38, "lt": 60, "gt": 62, "quot": 34, "#9": 9, "#10": 10, "#13": 13,
  ]
}
