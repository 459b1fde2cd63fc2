/// Finds the fullest layout that a page can hold.
///
/// Texts are left out step by step until the plots have their comfort. At each step the chart's own
/// arrangement comes first; where its plots would be too small or ill shaped, others are looked at,
/// before more is left out. Then what has room after all comes back.
struct PageSolver {
  let chart: Chart
  let size: Size
  let theme: Theme
  let text: TextSetter

  /// Whether plots are large enough that a page need not leave something more out for them.
  ///
  /// One plot has the page for itself; several share over a third of its height, up to what is
  /// enough for their shapes to be compared, or for a place to be found in them.
  private func isComfortable(_ plan: PagePlan) -> Bool {
    guard chart.sections.contains(where: { $0.panels.count > 1 }) else {
      return plan.isAtLeast(Size(width: 100, height: 70))
    }
    let share = 0.36 * size.height / Double(plan.rows)
    let enough = chart.sections.contains(where: \.equalAspect) ? 80.0 : 44
    return plan.isAtLeast(Size(width: 44, height: max(30, min(enough, share))))
  }

  /// Whether plots that no omission makes comfortable keep their size: words come back beside them
  /// only.
  private func isAsLarge(_ plan: PagePlan, as other: PagePlan) -> Bool {
    plan.merit >= 0.98 * other.merit
      && zip(plan.sections, other.sections).allSatisfy {
        // Of a slit the height may go.
        $0.panelSize.height >= min(0.95 * $1.panelSize.height, $1.panelSize.width)
      }
  }

  /// Least plot of a page that shows a part of the panels: as panels are left out for their sake,
  /// plots keep more than the least.
  private static let legible = Size(width: 36, height: 24)

  /// The layout with the fewest omissions in which everything has its room.
  ///
  /// - Throws: `ChartError.pageTooSmall` when even the barest layout has none.
  func solve() throws(ChartError) -> PagePlan {
    if let plan = try plan() { return plan }
    throw ChartError.pageTooSmall(
      width: size.width, height: size.height,
      rows: chart.sections.reduce(0) { $0 + $1.rows },
      columns: chart.sections.map(\.columns).max() ?? 1, least: try leastSize())
  }

  /// The layout, or nil where the page is too small.
  private func plan() throws(ChartError) -> PagePlan? {
    let steps = Omission.allCases.filter { $0 != .panels }
    var whole = Candidates(chart: chart, excerpt: nil)
    // Small print is left out for plots that are no slits too, where there is a choice.
    if whole.arrangements.count > 1 {
      for level in 0...steps.count(where: { $0 < .longForms }) {
        let isGood = { (plan: PagePlan) in isComfortable(plan) && plan.isWideEnough }
        if let found = try best(of: &whole, omitting: Array(steps.prefix(level)), where: isGood) {
          return try restored(found, where: isGood)
        }
      }
    }
    for level in 0...steps.count {
      if let found = try best(
        of: &whole, omitting: Array(steps.prefix(level)), where: isComfortable)
      {
        return try restored(found, where: isComfortable)
      }
    }
    if let found = try best(of: &whole, omitting: steps, where: { _ in true }) {
      return try restored(found) { isAsLarge($0, as: found.plan) }
    }
    for least in [Self.legible, GridSolver.leastPanel] {
      for counts in ExcerptCounts.choices(for: chart) {
        var part = Candidates(chart: chart, excerpt: counts)
        if let found = try best(
          of: &part, omitting: Omission.allCases, where: { $0.isAtLeast(least) })
        {
          return try restored(found) { isAsLarge($0, as: found.plan) }
        }
      }
    }
    return nil
  }

  // MARK: Arrangements

  /// The arrangements of a chart, made when they are first looked at.
  private struct Candidates {
    let chart: Chart
    let arrangements: [Arrangement]
    private var charts: [ArrangedChart?]

    init(chart: Chart, excerpt: ExcerptCounts?) {
      self.chart = chart
      arrangements = Arrangement.all(for: chart, excerpt: excerpt)
      charts = arrangements.map { _ in nil }
    }

    mutating func chart(_ index: Int) throws(ChartError) -> ArrangedChart {
      if let chart = charts[index] { return chart }
      let arranged = try ArrangedChart(chart, arrangements[index])
      charts[index] = arranged
      return arranged
    }
  }

  private struct Found {
    var plan: PagePlan
    var chart: ArrangedChart
  }

  /// Plots of another arrangement must be so much larger than those of the chart's own.
  private static let gain = 1.25

  /// The best arrangement with a good layout; nil where none has one.
  private func best(
    of candidates: inout Candidates, omitting omitted: [Omission],
    where isGood: (PagePlan) -> Bool
  ) throws(ChartError) -> Found? {
    var best: (found: Found, worth: Double)?
    for index in candidates.arrangements.indices {
      let chart = try candidates.chart(index)
      guard let plan = try attempt(chart, omitting: omitted, where: isGood) else { continue }
      let isOwn = index == 0
      if isOwn && plan.isWellShaped { return Found(plan: plan, chart: chart) }
      let worth = plan.merit * (isOwn ? Self.gain : 1)
      if best.map({ worth > $0.worth }) ?? true {
        best = (Found(plan: plan, chart: chart), worth)
      }
    }
    return best?.found
  }

  /// The layout with what it can hold of the things that were left out on the way to it.
  private func restored(
    _ found: Found, where isGood: (PagePlan) -> Bool
  ) throws(ChartError) -> PagePlan {
    var plan = found.plan
    for omission in plan.omitted.reversed() {
      // Reasons stand in the column of verdicts; what notes say of all panels may not hold of a
      // part of them.
      if omission == .panels || omission == .reasons && plan.omitted.contains(.verdictColumn)
        || omission == .notes && plan.omitted.contains(.panels)
      {
        continue
      }
      let fewer = plan.omitted.filter { $0 != omission }
      if let richer = try attempt(found.chart, omitting: fewer, where: isGood) { plan = richer }
    }
    return plan
  }

  /// The layout with the first naming of the series that makes it good.
  private func attempt(
    _ chart: ArrangedChart, omitting omitted: [Omission], where isGood: (PagePlan) -> Bool
  ) throws(ChartError) -> PagePlan? {
    let page = PageLayout(
      chart: chart, omitted: omitted, size: size, theme: theme, text: text)
    for naming in chart.namings(omitting: omitted, pageWidth: size.width) {
      if let plan = try page.solve(naming: naming), isGood(plan) { return plan }
    }
    return nil
  }

  // MARK: The least page

  /// The greatest page that is looked at, in points.
  private static let greatest = 4000.0

  /// A page that holds the chart, with as little as can be added to one side of this one.
  private func leastSize() throws(ChartError) -> Size? {
    for keepsWidth in [true, false] {
      func page(_ length: Double) -> Size {
        keepsWidth
          ? Size(width: size.width, height: length) : Size(width: length, height: size.height)
      }
      var low = keepsWidth ? size.height : size.width
      var high = Self.greatest
      guard try holds(page(high)) else { continue }
      while high - low > 1 {
        let middle = ((low + high) / 2).rounded()
        guard middle > low, middle < high else { break }
        if try holds(page(middle)) { high = middle } else { low = middle }
      }
      return page(high)
    }
    return nil
  }

  private func holds(_ size: Size) throws(ChartError) -> Bool {
    try PageSolver(chart: chart, size: size, theme: theme, text: text).plan() != nil
  }
}
