import Charting

/// A figure without words for readers that cannot see it.
///
/// - Source: WCAG 2.2, 1.1.1.
struct AlternativeTextCheck: LintCheck {
  func findings(in page: LintPage) -> [Finding] {
    guard page.drawn.alternativeText.allSatisfy(\.isWhitespace) else { return [] }
    return [
      Finding(
        .alternativeText, "the figure", "no alternative text", allowed: "what it shows, in words")
    ]
  }
}

/// Text that is too small to read at the size at which the figure is shown.
///
/// - Source: Elsevier's artwork guide: 7 pt for text, 6 pt at the least.
struct SmallTextCheck: LintCheck {
  static let least = 6.0

  func findings(in page: LintPage) -> [Finding] {
    let sizes = page.boxes.texts.compactMap { text -> (String, Double)? in
      // Raised and lowered characters may be smaller than the word that they belong to.
      guard let size = text.run.glyphs.map(\.size).max() else { return nil }
      return (text.string, Double(size) * page.painting.unit * page.magnification)
    }
    let small = sizes.filter { $0.1 < Self.least - 0.01 }
    guard let least = small.min(by: { $0.1 < $1.1 }) else { return [] }
    let others = small.count > 1 ? " and \(small.count - 1) more" : ""
    let width = Measure.short((page.painting.page.width * page.magnification).rounded())
    return [
      Finding(
        .smallText, "'\(least.0)'\(others)",
        "\(Measure.floored(least.1, decimals: 1)) pt where the figure is \(width) pt wide",
        allowed: "at least \(Measure.short(Self.least)) pt")
    ]
  }
}

/// More series in a panel than a reader can keep apart.
///
/// - Source: C. Healey, "Choosing effective colours for data visualization", IEEE Visualization 1996,
///   found that seven colours can be told apart at a glance; a theme has eight dashes.
struct ManySeriesCheck: LintCheck {
  static let most = 8

  func findings(in page: LintPage) -> [Finding] {
    page.panels.compactMap { panel in
      var series: [Series] = []
      for mark in page.marks(of: panel) {
        if let one = mark.content.series, !series.contains(one) { series.append(one) }
      }
      guard series.count > Self.most else { return nil }
      return Finding(
        .manySeries, page.name(of: panel), "\(series.count) series",
        allowed: "at most \(Self.most)")
    }
  }
}

/// A panel in which no ink of data is to be seen, and no words say why.
struct EmptyPanelCheck: LintCheck {
  func findings(in page: LintPage) -> [Finding] {
    page.panels.compactMap { panel in
      let hasInk = page.painting.items.contains { item in
        item.panel == panel.number && item.role == .data && item.color != page.painting.paper
          && item.visible != nil
      }
      // The name of a place says nothing of data.
      let saysWhy = page.marks(of: panel).contains {
        ($0 as? TextMark).map { $0.around == nil } ?? false
      }
      guard !hasInk, !saysWhy else { return nil }
      return Finding(
        .emptyPanel, page.name(of: panel), "no data", allowed: "a panel shows something")
    }
  }
}

/// Words that found no room: kinds of text that the page is too small for, and labels of marks.
struct LeftOutCheck: LintCheck {
  func findings(in page: LintPage) -> [Finding] {
    var findings: [Finding] = []
    if !page.drawn.omitted.isEmpty {
      let size =
        "\(Measure.short(page.painting.page.width))x"
        + Measure.short(page.painting.page.height)
      findings.append(
        Finding(
          .leftOut, "the page of \(size) pt",
          "without " + page.drawn.omitted.map(Self.name).joined(separator: ", "),
          allowed: "a page that holds them"))
    }
    for panel in page.panels {
      let texts = page.painting.items.compactMap { item -> String? in
        guard item.panel == panel.number, case .text(let run) = item.shape else { return nil }
        return run.text
      }
      for word in page.marks(of: panel).flatMap(\.words) where !texts.contains(word) {
        findings.append(
          Finding(
            .leftOut, "'\(word)' in \(page.name(of: panel))", "no free place for it",
            allowed: "every label of a mark"))
      }
    }
    return findings
  }

  private static func name(_ omission: Omission) -> String {
    switch omission {
    case .notes: "notes"
    case .statistics: "facts above the panels"
    case .reasons: "reasons beside the verdicts"
    case .headingDetails: "second lines of row names"
    case .longForms: "full titles and names"
    case .subtitle: "the sentence under the title"
    case .verdictColumn: "the column of verdicts"
    case .axisTitles: "axis titles"
    case .panels: "some of the panels"
    }
  }
}
