import Charting

/// A series that another one, drawn later, lies over from end to end, so that nobody sees it.
///
/// Dashes cover nothing: what lies under them shows in their gaps.
struct CoveredCheck: LintCheck {
  /// The part of a series that has to be covered.
  private static let share = 0.95
  private static let mostPlaces = 64

  func findings(in page: LintPage) -> [Finding] {
    page.panels.flatMap { panel -> [Finding] in
      let numbers = page.painting.items.indices.filter { index in
        let item = page.painting.items[index]
        return item.panel == panel.number && item.mark != nil && item.color.alpha == 255
      }
      return page.marks(of: panel).enumerated().compactMap { number, mark in
        guard mark.content.series != nil else { return nil }
        let own = numbers.filter {
          page.painting.items[$0].mark == number
            && page.painting.items[$0].color != page.painting.paper
        }
        let later = numbers.filter {
          (page.painting.items[$0].mark ?? 0) > number && !page.painting.items[$0].isDashed
        }
        guard !own.isEmpty, !later.isEmpty else { return nil }
        return finding(mark, own, later, panel, page)
      }
    }
  }

  private func finding(
    _ mark: any Mark, _ own: [Int], _ later: [Int], _ panel: PlacedPanel, _ page: LintPage
  ) -> Finding? {
    let items = page.painting.items
    let places = own.flatMap { items[$0].inkPlaces(atMost: Self.mostPlaces) }
    let step = places.count / Self.mostPlaces + 1
    let chosen = stride(from: 0, to: places.count, by: step).map { places[$0] }
    let covers = chosen.map { place in later.first { items[$0].covers(place) } }
    let covered = covers.compactMap { $0 }
    guard let first = covered.first,
      Double(covered.count) >= Self.share * Double(max(1, chosen.count))
    else { return nil }
    let other = page.mark(of: items[first]).map(page.name) ?? "other ink"
    return Finding(
      .covered, "\(page.name(of: mark)) in \(page.name(of: panel))",
      "\(100 * covered.count / chosen.count) % of it lie under \(other)",
      allowed: "some of it shows, as between dashes")
  }
}

extension PaintedItem {
  var isDashed: Bool {
    if case .lines(_, let style) = shape { !style.dashes.isEmpty } else { false }
  }

  /// Places in the item's ink; of a marker also halfway to the corners of its outline.
  fileprivate func inkPlaces(atMost most: Int) -> [Point] {
    guard case .area(let outlines) = shape else { return places(atMost: most) }
    let middle = Point(x: bounds.midX, y: bounds.midY)
    let halfway = outlines.joined().map {
      Point(x: (middle.x + $0.x) / 2, y: (middle.y + $0.y) / 2)
    }
    return ([middle] + halfway).filter(covers)
  }
}
