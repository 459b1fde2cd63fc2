import Charting

/// Panels of one grid, which measure the same things, with different ranges of an axis.
struct UnequalAxesCheck: LintCheck {
  func findings(in page: LintPage) -> [Finding] {
    page.chart.sections.indices.flatMap { section -> [Finding] in
      let panels = page.panels.filter { $0.section == section }
      return [("x", \Frame.x), ("y", \Frame.y)].compactMap { name, axis in
        // Panels with an axis of their own measure something else.
        let panels = panels.filter { panel in
          let own = page.chart.sections[section].panels[panel.index]
          return (name == "x" ? own?.x : own?.y) == nil
        }
        guard let first = panels.first,
          let other = panels.first(where: { $0.frame[keyPath: axis] != first.frame[keyPath: axis] })
        else { return nil }
        let ranges = [first, other].map { AxisRange.text($0.frame[keyPath: axis]) }
        return Finding(
          .unequalAxes, "\(page.name(of: first)) and \(page.name(of: other))",
          "\(name) shows \(ranges[0]) and \(ranges[1])", allowed: "one range for what is compared")
      }
    }
  }
}

/// Bars, whose lengths are compared, on an axis that does not begin at zero.
struct BarsFromZeroCheck: LintCheck {
  func findings(in page: LintPage) -> [Finding] {
    page.panels.compactMap { panel in
      guard case .continuous(let scale) = panel.frame.y else { return nil }
      let marks = page.marks(of: panel)
      let levels =
        (marks.contains { $0 is Bars } ? [0.0] : []) + marks.compactMap { ($0 as? Area)?.baseline }
      let hasLevel = levels.allSatisfy {
        scale.kind == .linear && $0 >= scale.lower && $0 <= scale.upper
      }
      guard !hasLevel else { return nil }
      return Finding(
        .barsFromZero, page.name(of: panel), "y shows \(AxisRange.text(panel.frame.y))",
        allowed: "bars and areas begin at their level, on a linear axis")
    }
  }
}

/// A measure with two bounds, such as an accuracy, of which the axis shows only a part.
struct TruncatedMeasureCheck: LintCheck {
  func findings(in page: LintPage) -> [Finding] {
    page.panels.flatMap { panel -> [Finding] in
      let grid = page.chart.sections[panel.section]
      return [
        ("x", grid.xAxis(of: panel.index), panel.frame.x),
        ("y", grid.yAxis(of: panel.index), panel.frame.y),
      ].compactMap {
        name, axis, scale in
        guard case .continuous(let scale) = scale, let lower = axis.bounds.lower,
          let upper = axis.bounds.upper, scale.kind == .linear
        else { return nil }
        let slack = 1e-9 * (upper - lower)
        guard scale.lower > lower + slack || scale.upper < upper - slack else { return nil }
        return Finding(
          .truncatedMeasure, page.name(of: panel),
          "\(name) shows \(AxisRange.text(.continuous(scale)))",
          allowed: "\(Measure.short(lower)) to \(Measure.short(upper)), all that there is")
      }
    }
  }
}

/// An axis of numbers without a title on the page.
struct AxisTitleCheck: LintCheck {
  func findings(in page: LintPage) -> [Finding] {
    let titles = page.boxes.texts.filter { $0.role == .axisTitle }.map(\.string)
    return page.chart.sections.enumerated().flatMap { section, grid -> [Finding] in
      Self.axes(of: grid).compactMap { name, axis in
        if case .bands = axis.kind { return nil }
        // Titles that the page has no room for are found by `left-out`.
        guard axis.title.isEmpty || !titles.contains(axis.title),
          !page.drawn.omitted.contains(.axisTitles)
        else { return nil }
        let place = page.chart.sections.count > 1 ? "grid \(section + 1)" : "the panels"
        return Finding(
          .axisTitle, "\(name) axis of \(place)",
          axis.title.isEmpty ? "no title" : "its title '\(axis.title)' is not on the page",
          allowed: "what is measured, with its unit")
      }
    }
  }

  /// The axes of a grid, each once.
  private static func axes(of grid: PanelGrid) -> [(name: String, axis: Axis)] {
    var axes: [(name: String, axis: Axis)] = []
    for index in grid.panels.indices where grid.panels[index] != nil {
      for (name, axis) in [("x", grid.xAxis(of: index)), ("y", grid.yAxis(of: index))]
      where !axes.contains(where: { $0.name == name && $0.axis == axis }) {
        axes.append((name, axis))
      }
    }
    return axes
  }
}

/// An axis on which fewer than two numbers stand, so that no distance can be read.
struct FewNumbersCheck: LintCheck {
  func findings(in page: LintPage) -> [Finding] {
    var findings: [Finding] = []
    for section in page.chart.sections.indices {
      let panels = page.panels.filter { $0.section == section }
      let axes: [(String, (PlacedPanel) -> AxisScale, (PlacedPanel) -> [String])] = [
        ("x", { $0.frame.x }, \.xNumbers), ("y", { $0.frame.y }, \.yNumbers),
      ]
      for (name, scale, numbers) in axes {
        let panels = panels.filter { panel in
          if case .continuous = scale(panel) { true } else { false }
        }
        // Panels that share an axis leave their numbers to one of them.
        let shown = panels.filter { !numbers($0).isEmpty }
        let least = shown.map { numbers($0).count }.min() ?? 0
        guard let first = shown.first ?? panels.first, least < 2
        else { continue }
        findings.append(
          Finding(
            .fewNumbers, "\(name) axis of \(page.name(of: first))", "\(least) numbers",
            allowed: "two at least"))
      }
    }
    return findings
  }
}

/// Ranges in findings.
enum AxisRange {
  static func text(_ scale: AxisScale) -> String {
    switch scale {
    case .continuous(let scale):
      "\(Measure.short(scale.lower)) to \(Measure.short(scale.upper))"
        + (scale.kind == .log10 ? " (log)" : "") + (scale.isReversed ? " (reversed)" : "")
    case .bands(let bands): "\(bands.categories.count) bands"
    }
  }
}
