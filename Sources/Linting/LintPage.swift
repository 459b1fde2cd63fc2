import Charting

/// A drawn chart with what several checks ask of it.
struct LintPage {
  let drawn: DrawnChart
  let painting: ScenePainting
  let boxes: TextBoxes
  let ground: Ground
  /// How much larger than on its page the figure is shown.
  let magnification: Double

  var chart: Chart { drawn.chart }
  var panels: [PlacedPanel] { drawn.panels }

  /// - Parameter width: How wide the figure will be shown, in points; nil for the page's.
  init(_ drawn: DrawnChart, width: Double? = nil) {
    self.drawn = drawn
    let painting = ScenePainting(drawn.scene)
    self.painting = painting
    magnification = width.map { $0 / painting.page.width } ?? 1
    boxes = TextBoxes(drawn.scene)
    let marks = Self.marks(of: drawn)
    self.marks = marks
    ground = Ground(painting) { item in Self.mark(of: item, in: marks)?.content }
  }

  // MARK: Marks

  /// Marks of each panel of the chart, by its number.
  private let marks: [[any Mark]]

  private static func marks(of drawn: DrawnChart) -> [[any Mark]] {
    drawn.chart.sections.flatMap(\.panels).map { $0?.marks ?? [] }
  }

  private static func mark(of item: PaintedItem, in marks: [[any Mark]]) -> (any Mark)? {
    guard let panel = item.panel, let mark = item.mark, marks.indices.contains(panel),
      marks[panel].indices.contains(mark)
    else { return nil }
    return marks[panel][mark]
  }

  /// The marks of a panel.
  func marks(of panel: PlacedPanel) -> [any Mark] {
    marks.indices.contains(panel.number) ? marks[panel.number] : []
  }

  func mark(of item: PaintedItem) -> (any Mark)? { Self.mark(of: item, in: marks) }

  /// The ink of a mark.
  func items(of mark: Int, in panel: PlacedPanel) -> [PaintedItem] {
    painting.items.filter { $0.panel == panel.number && $0.mark == mark }
  }

  // MARK: Names

  /// `panel 'SGD'`, `panel 'Xavier, layer 2'`, `panel 3`, or `the panel` where there is one.
  func name(of panel: PlacedPanel) -> String {
    guard panels.count > 1 else { return "the panel" }
    let grid = chart.sections[panel.section]
    var names: [String] = grid.title.isEmpty ? [] : [grid.title]
    if let title = grid.panels[panel.index]?.title, !title.isEmpty {
      names.append(title)
    } else {
      let (row, column) = (panel.index / grid.columns, panel.index % grid.columns)
      if grid.rowHeadings.indices.contains(row), !grid.headsBands {
        names.append(grid.rowHeadings[row].title)
      }
      if grid.columnTitles.indices.contains(column) { names.append(grid.columnTitles[column]) }
    }
    names = names.filter { !$0.isEmpty }
    return names.isEmpty ? "panel \(panel.number + 1)" : "panel '\(names.joined(separator: ", "))'"
  }

  func name(ofPanel number: Int) -> String {
    panels.first { $0.number == number }.map(name) ?? "panel \(number + 1)"
  }

  /// `series 'Adam'`, or what else a mark shows.
  func name(of mark: any Mark) -> String {
    switch mark.content {
    case .values(let series?), .smoothed(let series): "series '\(series.name)'"
    case .raw(let series): "raw values of series '\(series.name)'"
    case .values(nil): "data"
    case .spread:
      mark.legendEntries.first.map { "band '\($0.name)'" } ?? "band"
    case .reference: mark.words.first.map { "line '\($0)'" } ?? "line across"
    case .ground: "colours"
    case .sign: mark.words.first.map { "sign '\($0)'" } ?? "sign"
    }
  }
}

/// Numbers in findings.
enum Measure {
  /// With so many decimals, rounded towards zero: what falls short never reads as enough.
  static func floored(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return value.description }
    var factor = 1.0
    for _ in 0..<decimals { factor *= 10 }
    let mantissa = Int((value * factor).rounded(.towardZero))
    return NumberStyle.plain(decimals: decimals).text(
      Decimal10(mantissa: mantissa, exponent: -decimals))
  }

  /// Four significant digits at most.
  static func short(_ value: Double) -> String {
    Decimal10(value, significantDigits: 4)?.text ?? value.description
  }
}

extension Color {
  /// `#RRGGBB`.
  var hex: String {
    let digits = Array("0123456789ABCDEF")
    return "#"
      + [red, green, blue].map { "\(digits[Int($0 >> 4)])\(digits[Int($0 & 15)])" }.joined()
  }
}
