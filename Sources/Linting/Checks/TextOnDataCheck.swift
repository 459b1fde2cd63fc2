import Charting

/// Texts whose ink lies over the bars, lines or markers of a series.
///
/// Raw values, bands, colours of the ground and the arrows of a field are passed over: words stand on
/// these over a veil of paper. So is a line that only touches the corner of a word.
struct TextOnDataCheck: LintCheck {
  /// The length of a line under a word, in points, that still counts as touching.
  static let leastLength = 2.0
  /// The area of a bar or marker under a word, in square points, that still counts as touching.
  static let leastArea = 1.0

  func findings(in page: LintPage) -> [Finding] {
    let series = page.painting.items.filter { item in
      item.role == .data && item.color.alpha == 255 && item.color != page.painting.paper
        && page.mark(of: item).map(Self.isSeries) ?? false
    }
    return page.boxes.texts.compactMap { text -> Finding? in
      guard text.role != .legend, text.role != .data else { return nil }
      let box = page.painting.rect(text.ink)
      for item in series where item.visible?.intersection(box) != nil {
        guard let mark = page.mark(of: item), let cover = item.cover(of: box) else { continue }
        return Finding(
          .textOnData, "'\(text.string)' over \(page.name(of: mark))", cover,
          allowed: "words stand beside the data")
      }
      return nil
    }
  }

  private static func isSeries(_ mark: any Mark) -> Bool {
    if mark is Arrows { return false }
    switch mark.content {
    case .values, .smoothed: return true
    case .raw, .spread, .ground, .reference, .sign: return false
    }
  }
}

extension PaintedItem {
  /// What of the item's ink lies in a box, in words; nil for too little to hide anything.
  func cover(of box: Rect) -> String? {
    let room = clip.map { box.intersection($0) } ?? box
    guard let room else { return nil }
    switch shape {
    case .lines(let lines, _):
      let reach = room.inset(by: -penWidth / 2)
      var length = 0.0
      for line in lines {
        for (start, end) in zip(line, line.dropFirst()) {
          guard let piece = clippedSegment(from: start, to: end, in: reach) else { continue }
          length += piece.0.distance(to: piece.1)
        }
      }
      guard length > TextOnDataCheck.leastLength else { return nil }
      return "\(Measure.floored(length, decimals: 1)) pt of its line"
    case .boxes(let boxes):
      let area = boxes.reduce(0) { $0 + ($1.intersection(room)?.area ?? 0) }
      return area > TextOnDataCheck.leastArea ? "a part of its bars" : nil
    case .area:
      let area = bounds.intersection(room)?.area ?? 0
      return area > TextOnDataCheck.leastArea ? "a part of its markers" : nil
    case .text: return nil
    }
  }
}
