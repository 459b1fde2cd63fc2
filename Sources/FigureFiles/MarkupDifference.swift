import Provenance

/// The drawing of an SVG that is not the one that is made anew.
///
/// Our SVG holds one element a line, each the same for the same scene, so that lines are compared,
/// and what is said of the figure stands before the drawing.
package struct MarkupDifference: CustomStringConvertible {
  package let description: String

  /// nil for drawings of the same bytes.
  package init?(_ found: [UInt8], _ made: [UInt8]) throws {
    let (drawing, expected) = (Self.drawing(of: found), Self.drawing(of: made))
    let head = Self.head(of: found)
    let sameHead = head == Self.head(of: made)
    guard !sameHead || drawing != expected else { return nil }
    guard sameHead else {
      description = "the page is not that of the figure"
      return
    }
    let (lines, others) = (Self.lines(drawing), Self.lines(expected))
    var index = 0
    while index < min(lines.count, others.count), lines[index] == others[index] { index += 1 }
    let group = Self.group(around: index, in: others)
    let number = Self.lines(found[..<drawing.startIndex]).count + index
    description =
      "the drawing differs from line \(number) of the file on, \(group)"
      + (lines.count == others.count
        ? "" : ", in \(lines.count) elements instead of \(others.count)")
  }

  /// What follows the metadata.
  private static func drawing(of file: [UInt8]) -> ArraySlice<UInt8> {
    let end = Array("</metadata>\n".utf8)
    var start = 0
    while start + end.count <= file.count {
      if file[start] == end[0], file[start..<start + end.count].elementsEqual(end) {
        return file[(start + end.count)...]
      }
      start += 1
    }
    return file[...]
  }

  /// The first two lines, which open the document.
  private static func head(of file: [UInt8]) -> [[UInt8]] {
    file.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
      .prefix(2).map(Array.init)
  }

  private static func lines(_ bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  /// The innermost group of the drawing around a line: `in data "Adam"`.
  private static func group(around index: Int, in lines: [ArraySlice<UInt8>]) -> String {
    var open: [String] = []
    for line in lines.prefix(index + 1) {
      let text = String(decoding: line.prefix(200), as: UTF8.self)
      if text.hasPrefix("<g ") {
        open.append(text)
      } else if text.hasPrefix("</g>"), !open.isEmpty {
        open.removeLast()
      }
    }
    guard let group = open.last(where: { !$0.hasPrefix("<g class=\"text\"") }) ?? open.last,
      let role = attribute("class", of: group)
    else { return "in what it defines" }
    let label = attribute("data-label", of: group)
    return "in \(role)" + (label.map { " \(MessageText.quoted($0, limit: 40))" } ?? "")
  }

  private static func attribute(_ name: String, of tag: String) -> String? {
    guard let start = tag.firstRange(of: " \(name)=\"")?.upperBound else { return nil }
    return String(tag[start...].prefix { $0 != "\"" })
  }
}
