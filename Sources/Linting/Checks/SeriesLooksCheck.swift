import Charting

/// Series of one panel that colour alone tells apart, and that some readers see in one colour.
///
/// Told apart are series with other dashes, other markers, or of another kind, such as a line and
/// bars; of the rest the colours have to differ by at least `least` in every vision.
struct SeriesLooksCheck: LintCheck {
  /// The least distance of two colours, CIEDE2000.
  ///
  /// The palette of Okabe and Ito (2008), made for every kind of colour vision, holds 7.9 between any
  /// two of its eight colours under each of the simulated visions.
  static let least = 7.5

  let rule: LintRule
  let visions: [Vision]

  func findings(in page: LintPage) -> [Finding] {
    page.panels.flatMap { panel -> [Finding] in
      let looks = Self.looks(of: panel, page)
      var findings: [Finding] = []
      for (index, look) in looks.enumerated() {
        for other in looks[..<index] where !look.isToldApart(from: other) {
          let alike = visions.map { ($0, $0.difference(look.color, other.color)) }
            .filter { $0.1 < Self.least }
          guard !alike.isEmpty else { continue }
          let words = alike.map {
            "\(Measure.floored($0.1, decimals: 1)) in \($0.0.rawValue)"
          }
          findings.append(
            Finding(
              rule,
              "series '\(other.series.name)' and '\(look.series.name)' in \(page.name(of: panel))",
              "\(other.color.hex) and \(look.color.hex) differ by \(words.joined(separator: ", "))",
              allowed: "at least \(Measure.short(Self.least)), or other dashes or markers"))
        }
      }
      return findings
    }
  }

  /// The looks of a panel's series, those of several marks as one.
  static func looks(of panel: PlacedPanel, _ page: LintPage) -> [SeriesLook] {
    var looks: [SeriesLook] = []
    for (number, mark) in page.marks(of: panel).enumerated() {
      guard let series = mark.content.series else { continue }
      let items = page.items(of: number, in: panel)
      guard let look = SeriesLook(series, items: items, paper: page.painting.paper) else {
        continue
      }
      if let place = looks.firstIndex(where: { $0.series == series }) {
        looks[place].add(look)
      } else {
        looks.append(look)
      }
    }
    return looks
  }
}
