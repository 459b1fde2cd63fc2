internal import Provenance

/// What a page of a PDF that Cairo wrote draws, without what differs from one compression to another.
package struct PDFDrawing: Equatable, Sendable {
  /// The content of the page: operators and coordinates.
  package let content: [UInt8]
  /// The objects around it, without lengths and places.
  package let objects: [UInt8]
  /// What decides how the content is shown, word by word, however a version of Cairo writes it; see
  /// `CairoPDF.frame`.
  package let frame: [[UInt8]]
  /// Streams that make up the content.
  let streams: Int
}

extension PDFDrawing {
  /// Bytes of content that are unpacked at most.
  private static let mostBytes = 128 << 20

  /// Nil for pages of another form.
  package init?(page: ArraySlice<UInt8>) {
    let file = Array(page)
    guard let frame = CairoPDF(file)?.frame(in: file) else { return nil }
    var cursor = ByteCursor(page)
    guard let end = cursor.lastPosition(of: "\nxref\n") else { return nil }
    cursor = ByteCursor(page[..<end])
    var objects: [UInt8] = []
    var content: [UInt8] = []
    var streams = 0
    while let start = cursor.position(of: "\nstream\n") {
      objects += cursor.rest[..<start]
      guard cursor.skip(past: "\nstream\n"), let end = cursor.position(of: "\nendstream\n"),
        let text = Deflate.unpack(cursor.rest[..<end], atMost: Self.mostBytes - content.count),
        cursor.skip(past: "\nendstream\n")
      else { return nil }
      content += text
      streams += 1
    }
    objects += cursor.rest
    // A line of blanks and digits is the length of a stream.
    let lines = objects.split(separator: UInt8(ascii: "\n")).filter { line in
      line.contains { $0 != UInt8(ascii: " ") && !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0) }
    }
    self.init(
      content: content, objects: Array(lines.joined(separator: [UInt8(ascii: "\n")])),
      frame: frame.map(Array.init), streams: streams)
  }

  /// The first thing that is drawn otherwise than in a page that may be of another version of Cairo,
  /// in words: operators and names must be the same in the same order, numbers as near as no eye can
  /// tell. Nil for the same drawing.
  package func difference(from expected: PDFDrawing) -> String? {
    let hasSameFrame = zip(frame, expected.frame).allSatisfy {
      Self.areAlike($0[...], $1[...], within: Self.nearness)
    }
    guard hasSameFrame, frame.count == expected.frame.count, streams == expected.streams else {
      return "the objects around the drawing are not those that were written"
    }
    var (words, others) = (PDFWords(content[...]), PDFWords(expected.content[...]))
    var (step, other): ([ArraySlice<UInt8>], [ArraySlice<UInt8>]) = ([], [])
    var steps = 0
    var isOver = false
    while !isOver {
      let (word, wanted) = (words.next(), others.next())
      if let word { step.append(word) }
      if let wanted { other.append(wanted) }
      isOver = word == nil && wanted == nil
      guard
        word == nil || wanted == nil || step.count == Self.mostWords
          || step.last.map(PDFWords.isOperator) == true
          || other.last.map(PDFWords.isOperator) == true
      else { continue }
      steps += 1
      guard Self.areAlike(step, other) else {
        return "the drawing is not the one that the file was written with: step \(steps) is "
          + "\(Self.text(step)), made anew \(Self.text(other))"
      }
      step = []
      other = []
    }
    return nil
  }

  /// How far numbers of two versions may be apart, in points, or as a part of a colour.
  private static let nearness = 0.001
  /// Words of a step that are looked at together; no operator that is drawn with takes as many.
  private static let mostWords = 64

  private static func areAlike(_ step: [ArraySlice<UInt8>], _ other: [ArraySlice<UInt8>]) -> Bool {
    guard step.count == other.count else { return false }
    // What scales a drawing moves its far end by more than itself.
    let nearness = step.last.map { $0.elementsEqual("cm".utf8) } == true ? 1e-5 : nearness
    return zip(step, other).allSatisfy { areAlike($0, $1, within: nearness) }
  }

  private static func areAlike(
    _ word: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>, within nearness: Double
  ) -> Bool {
    if word.elementsEqual(other) { return true }
    guard let number = PDFWords.number(word), let wanted = PDFWords.number(other) else {
      return false
    }
    return abs(number - wanted) <= nearness
  }

  private static func text(_ step: [ArraySlice<UInt8>]) -> String {
    MessageText.quoted(
      step.map { String(decoding: $0.prefix(80), as: UTF8.self) }.joined(separator: " "), limit: 60)
  }
}
