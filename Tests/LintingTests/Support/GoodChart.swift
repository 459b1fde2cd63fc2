import Charting

/// Charts with which nothing is wrong, to be spoiled in one way each.
enum GoodChart {
  static let x = (0...20).map(Double.init)

  /// Two lines that fall apart, named at their ends.
  static func lines(
    _ marks: [any Mark] = two, y: Axis = Axis(title: "loss", domain: .fixed(0, 1))
  ) -> Chart {
    Chart(
      title: "Two losses", subtitle: "One falls faster.",
      panels: PanelGrid(
        Panel(marks: marks), x: Axis(title: "epoch", domain: .fixed(0, 20), grid: false), y: y),
      notes: ["Made up."])
  }

  static let two: [any Mark] = [
    Line(x: x, y: x.map { 0.9 - 0.02 * $0 }, series: Series(0, "slow")),
    Line(x: x, y: x.map { 0.9 - 0.04 * $0 }, series: Series(1, "fast")),
  ]

  /// Values around a line that falls, alternately above and below it.
  static var noisy: [Double] { x.map { 0.8 - 0.03 * $0 + (Int($0) % 2 == 0 ? 0.05 : -0.05) } }

  /// A smoothed line over its raw values.
  static var smoothed: [any Mark] {
    [
      Line(
        x: x, y: noisy, series: Series(0, "loss"), ink: .faint(.series(0), 0.62), width: 0.75,
        isNamed: false, smoothing: .raw),
      Line(
        x: x, y: x.map { 0.8 - 0.03 * $0 }, series: Series(0, "loss"), smoothing: .smoothed),
    ]
  }

  /// Bars in four panels that share their axes.
  static func bars(
    y: Axis = Axis(title: "share (%)", domain: .fixed(0, 60)), ink: Ink = .accent
  ) -> Chart {
    let edges = [0.0, 1, 2, 3, 4]
    let heights: [[Double]] = [
      [10, 40, 40, 10], [25, 25, 25, 25], [50, 20, 20, 10], [5, 15, 30, 50],
    ]
    return Chart(
      title: "Four distributions",
      panels: PanelGrid(
        panels: heights.enumerated().map { index, heights in
          Panel(
            title: "case \(index + 1)", marks: [Bars(edges: edges, heights: heights, ink: ink)])
        },
        columns: 2, x: Axis(title: "value", domain: .fixed(0, 4), grid: false), y: y))
  }

  /// Cells of a heat map under a colour bar.
  static func cells(hasBar: Bool = true) throws -> Chart {
    let scale = try ColorScale(kind: .linear, lower: 0, upper: 1)
    return Chart(
      title: "A heat map",
      panels: PanelGrid(
        Panel(marks: [
          Cells(
            xEdges: (0...6).map(Double.init), yEdges: [0, 1, 2, 3],
            values: (0..<18).map { Double($0) / 17 }, scale: scale)
        ]),
        x: Axis(title: "epoch", domain: .fixed(0, 6), grid: false),
        y: Axis(title: "layer", domain: .fixed(0, 3), grid: false),
        colorBar: hasBar ? ColorBar("share", scale: scale) : nil))
  }
}
