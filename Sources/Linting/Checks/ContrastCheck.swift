import Charting

/// Text and marks that stand out too little from what lies under them.
///
/// Exempt are grid lines, translucent bands (their edges are told by lines), colours of cells and
/// contours (they are read by their key and their numbers), and raw lines where their smoothed line
/// is there.
///
/// - Source: WCAG 2.2, 1.4.3 (text 4.5:1, from 18 pt or 14 pt bold on 3:1) and 1.4.11 (graphics 3:1).
struct ContrastCheck: LintCheck {
  static let text = 4.5
  static let graphics = 3.0
  /// The part of an item's places that may fall short, such as where it crosses something.
  private static let share = 0.1

  func findings(in page: LintPage) -> [Finding] {
    var groups: [Group] = []
    for (index, item) in page.painting.items.enumerated() {
      guard let sample = sample(item, index, page) else { continue }
      if let place = groups.firstIndex(where: { $0.key == sample.key }) {
        groups[place].add(sample)
      } else {
        groups.append(sample)
      }
    }
    return Self.merged(groups.compactMap { $0.shortfall(share: Self.share) })
  }

  // MARK: Samples

  /// Ink of one kind and colour, and the colours under it.
  private struct Group {
    /// What is compared as one: a mark's ink of a colour, texts of a role.
    var key: String
    var what: String
    var place: String
    var color: Color
    var least: Double
    var grounds: [Color]

    mutating func add(_ other: Group) { grounds += other.grounds }

    func shortfall(share: Double) -> Shortfall? {
      let seen = grounds.map { ground in (color.over(ground).contrast(with: ground), ground) }
        .sorted { $0.0 < $1.0 }
      guard !seen.isEmpty else { return nil }
      let (contrast, ground) = seen[Int(share * Double(seen.count))]
      guard contrast < least else { return nil }
      return Shortfall(
        what: what, place: place, color: color, ground: ground, contrast: contrast, least: least)
    }
  }

  private struct Shortfall {
    var what: String
    var place: String
    var color: Color
    var ground: Color
    var contrast: Double
    var least: Double
    var others = 0
  }

  private func sample(_ item: PaintedItem, _ index: Int, _ page: LintPage) -> Group? {
    if case .text(let run) = item.shape { return textSample(run, item, index, page) }
    guard let what = subject(item, page) else { return nil }
    let panel = item.panel.map { " in \(page.name(ofPanel: $0))" } ?? ""
    let grounds = page.ground.colors(at: item.places(atMost: 64), under: index)
    return Group(
      key: "\(item.panel ?? -1) \(item.mark ?? -1) \(item.color.hex) \(what)", what: what,
      place: what + panel, color: item.color, least: Self.graphics, grounds: grounds)
  }

  private func textSample(
    _ run: GlyphRun, _ item: PaintedItem, _ index: Int, _ page: LintPage
  ) -> Group? {
    let box = page.painting.rect(TextBoxes.Text(run: run, role: item.role, clip: nil).ink)
    let places = (0..<9).flatMap { column in
      (0..<3).map { row in
        Point(
          x: box.x + box.width * (Double(column) + 0.5) / 9,
          y: box.y + box.height * (Double(row) + 0.5) / 3)
      }
    }
    let size = Double(run.glyphs.map(\.size).max() ?? 0) * page.painting.unit
    // Titles are set in bold.
    let isLarge = size >= 18 || (size >= 14 && item.role == .title)
    return Group(
      key: "text \(index)", what: "\(RoleName.of(item.role)) of \(item.color.hex)",
      place: "\(RoleName.of(item.role)) '\(run.text)'", color: item.color,
      least: isLarge ? Self.graphics : Self.text,
      grounds: page.ground.colors(at: places, under: index))
  }

  /// What an item is, for those that have to stand out.
  private func subject(_ item: PaintedItem, _ page: LintPage) -> String? {
    guard item.color != page.painting.paper || isAllPaper(item, page) else { return nil }
    switch item.role {
    case .data:
      guard let mark = page.mark(of: item), isRead(mark, item, page) else { return nil }
      return page.name(of: mark)
    case .annotation: return item.color.alpha == 255 ? "sign" : nil
    case .legend: return item.color.alpha == 255 ? "legend" : nil
    case .axis: return "axis"
    default: return nil
    }
  }

  /// Whether a mark has no other ink than that of the paper, which then is no rim.
  private func isAllPaper(_ item: PaintedItem, _ page: LintPage) -> Bool {
    guard let panel = item.panel, let mark = item.mark, item.role == .data else { return false }
    return page.painting.items.allSatisfy {
      $0.panel != panel || $0.mark != mark || $0.color == item.color
    }
  }

  private func isRead(_ mark: any Mark, _ item: PaintedItem, _ page: LintPage) -> Bool {
    let neighbours = page.panels.first { $0.number == item.panel }.map(page.marks) ?? []
    switch mark.content {
    case .ground, .spread: return false
    case .raw(let series): return !neighbours.contains { $0.content == .smoothed(series) }
    case .values(let series):
      // A translucent area under the line of its series.
      guard item.color.alpha < 255, mark is Area else { return true }
      return !neighbours.contains { $0 is Line && $0.content.series == series }
    case .smoothed, .reference, .sign: return true
    }
  }

  // MARK: Words

  /// One finding for all that fall short alike: the first is named, the others counted.
  private static func merged(_ shortfalls: [Shortfall]) -> [Finding] {
    var kept: [Shortfall] = []
    for next in shortfalls {
      let alike = kept.firstIndex {
        $0.what == next.what && $0.color == next.color && $0.ground == next.ground
      }
      if let alike { kept[alike].others += 1 } else { kept.append(next) }
    }
    return kept.map { one in
      let others = one.others == 0 ? "" : " and \(one.others) more"
      let contrast = Measure.floored(one.contrast, decimals: 2)
      return Finding(
        .contrast, one.place + others,
        "\(contrast):1, \(one.color.over(one.ground).hex) on \(one.ground.hex)",
        allowed: "at least \(Measure.short(one.least)):1")
    }
  }
}

/// Roles as findings call them.
enum RoleName {
  static func of(_ role: SceneGroup.Role?) -> String {
    switch role {
    case .legend: "legend"
    case .panelTitle: "panel title"
    case .rowTitle: "row title"
    case .columnTitle: "column title"
    case .axisTitle: "axis title"
    case .tickLabels: "number"
    case .annotation, .data: "label"
    case let role?: role.rawValue
    case nil: "text"
    }
  }
}
