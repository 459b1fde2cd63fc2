import Charting

/// Ink that the page, or the edge of a panel, cuts off.
///
/// Of data only what lies within the axes is looked at: what lies beyond them is a matter of
/// `hidden-data`. Colours of the ground are made to go beyond the edge.
struct ClippedCheck: LintCheck {
  /// What may be missing, in points.
  private static let tolerance = 0.5

  func findings(in page: LintPage) -> [Finding] {
    texts(of: page) + inkBeyondPage(of: page) + marks(of: page)
  }

  private func texts(of page: LintPage) -> [Finding] {
    page.boxes.texts.compactMap { text in
      if page.boxes.leavesPage(text) {
        let beyond = Self.beyond(page.painting.rect(text.box), page.painting.page)
        return Finding(
          .clipped, "'\(text.string)'", "\(beyond) beyond the page",
          allowed: "all of a text is on the page")
      }
      guard page.boxes.isCut(text), let clip = text.clip else { return nil }
      let beyond = Self.beyond(page.painting.rect(text.ink), page.painting.rect(clip))
      return Finding(
        .clipped, "'\(text.string)'", "\(beyond) beyond the edge of its panel",
        allowed: "all of a text is inside")
    }
  }

  private func inkBeyondPage(of page: LintPage) -> [Finding] {
    var findings: [Finding] = []
    for item in page.painting.items {
      if case .text = item.shape { continue }
      guard let visible = item.visible,
        !page.painting.page.inset(by: -Self.tolerance).contains(visible)
      else { continue }
      let name =
        page.mark(of: item).map(page.name) ?? item.role.map { "ink of \($0.rawValue)" } ?? "ink"
      let finding = Finding(
        .clipped, name, "\(Self.beyond(visible, page.painting.page)) beyond the page",
        allowed: "all ink is on the page")
      if findings.last?.place != name { findings.append(finding) }
    }
    return findings
  }

  private func marks(of page: LintPage) -> [Finding] {
    page.panels.flatMap { panel in
      page.marks(of: panel).enumerated().compactMap { number, mark -> Finding? in
        switch mark.content {
        case .ground, .spread, .raw: return nil
        default: break
        }
        guard HiddenDataCheck.isWithinAxes(mark, of: panel) else { return nil }
        for item in page.items(of: number, in: panel) {
          guard let cut = Self.cut(item) else { continue }
          return Finding(
            .clipped, "\(page.name(of: mark)) in \(page.name(of: panel))", cut,
            allowed: "what lies within the axes is drawn whole")
        }
        return nil
      }
    }
  }

  /// What of an item its clip hides, in words; nil where it hides nothing that tells something.
  private static func cut(_ item: PaintedItem) -> String? {
    guard let clip = item.clip else { return nil }
    switch item.shape {
    case .lines(let lines, _):
      let room = clip.inset(by: -tolerance)
      guard let place = lines.joined().first(where: { !room.contains($0) }) else { return nil }
      let box = Rect(x: place.x, y: place.y, width: 0, height: 0)
      return "its line goes on \(beyond(box, clip)) beyond the edge"
    case .area:
      // Of a marker on the edge half is enough to see what it is.
      let shown = clip.intersection(item.bounds)?.area ?? 0
      guard shown < 0.49 * item.bounds.area else { return nil }
      let share = item.bounds.area > 0 ? shown / item.bounds.area : 0
      return "\(Int(100 * share)) % of a marker is left"
    case .boxes(let boxes):
      let room = clip.inset(by: -tolerance)
      guard let box = boxes.first(where: { !room.contains($0) }) else { return nil }
      return "a bar goes on \(beyond(box, clip)) beyond the edge"
    case .text: return nil
    }
  }

  /// How far a box reaches out of another, `3.2 pt`.
  private static func beyond(_ box: Rect, _ room: Rect) -> String {
    let most = max(room.x - box.x, room.y - box.y, box.maxX - room.maxX, box.maxY - room.maxY)
    return "\(Measure.floored(max(most, 0), decimals: 1)) pt"
  }
}

extension Rect {
  func contains(_ other: Rect) -> Bool {
    other.x >= x && other.y >= y && other.maxX <= maxX && other.maxY <= maxY
  }
}
