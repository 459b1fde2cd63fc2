internal import Provenance
internal import Rendering

/// The part of an SVG that shows something.
enum SVGDrawing {
  /// SHA-256 of the bytes before `<metadata>`, without comments, and of those after `</metadata>`.
  static func digest(of bytes: [UInt8]) throws -> Digest {
    var hash = try SHA256()
    let start = position(of: "<metadata>", in: bytes, from: 0)
    let end = start.flatMap { position(of: "</metadata>", in: bytes, from: $0) }
    if let start, let end {
      hash.update(SVGMetadata.withoutComments(bytes[..<start]).markup)
      hash.update(Array(bytes[(end + "</metadata>".utf8.count)...]))
    } else {
      hash.update(bytes)
    }
    return try hash.finalize()
  }

  /// The first line of the drawing that is none of those that dlplot writes, in words; nil for none.
  ///
  /// - Parameter bytes: The file, with a line feed alone at the end of each line.
  static func foreignLine(in bytes: [UInt8]) -> String? {
    let feed = UInt8(ascii: "\n")
    let lines = bytes.split(separator: feed, omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.elementsEqual("</metadata>".utf8) } ?? 0
    for (index, line) in lines.enumerated().dropFirst(start + 1).dropLast()
    where !isOwn(line) {
      let text = String(decoding: line, as: UTF8.self)
      return "line \(index + 1) is not one that dlplot wrote: "
        + MessageText.quoted(text, limit: 60)
    }
    return lines.last?.isEmpty == true ? nil : "the last line is not one that dlplot wrote"
  }

  private static let ends = ["<defs>", "</defs>", "</g>", "</svg>"]
  /// How other lines begin and end, and how many tags they have.
  private static let elements = [
    (start: "<path ", end: "/>", tags: 1), ("<use xlink:href=\"#", "/>", 1), ("<rect ", "/>", 1),
    ("<g class=\"", ">", 1), ("<clipPath id=\"", "/></clipPath>", 3),
  ]

  /// Whether a line is one element, or one end of it, of the kinds that a drawing has.
  private static func isOwn(_ line: ArraySlice<UInt8>) -> Bool {
    ends.contains { line.elementsEqual($0.utf8) }
      || elements.contains { start, end, tags in
        line.starts(with: start.utf8) && line.suffix(end.utf8.count).elementsEqual(end.utf8)
          && line.count { $0 == UInt8(ascii: "<") } == tags
      }
  }

  private static func position(of text: String, in bytes: [UInt8], from start: Int) -> Int? {
    let wanted = Array(text.utf8)
    var rest = bytes[start...]
    while let found = rest.firstIndex(of: wanted[0]) {
      if bytes[found...].starts(with: wanted) { return found }
      rest = bytes[(found + 1)...]
    }
    return nil
  }
}
