package import Charting
package import Experiments
import NeuralNet

/// The grid of histograms that answers whether an initialization keeps the signal alive.
package struct ActivationsFigure: Figure {
  package static let experiment = "activations"
  package let result: ActivationsResult
  package let language: Language
  let text: ActivationsText
  let healths: [SignalHealth]

  /// Most columns of a figure; of more layers it shows these many, evenly chosen.
  package static let mostColumns = 10

  package init(_ result: ActivationsResult, language: Language) {
    self.result = result
    self.language = language
    text = ActivationsText(language: language, result: result)
    healths = result.rows.map {
      SignalHealth(
        layers: $0.layers, activation: result.config.activation, width: result.config.width,
        hasSignal: result.hasSignal)
    }
  }

  /// Page in points unless the user gives another: every row has the same height, and of more than
  /// five layers each has room for the facts above its panels.
  package var defaultSize: Size {
    let rows = result.rows.count * (result.config.gradients ? 2 : 1)
    let sections = result.config.gradients ? 2.0 : 1.0
    let more = Double(max(0, shownLayers.count - 5))
    return Size(
      width: 900 + 72 * more, height: 90 + 34 * sections + (116 + 6 * more) * Double(rows))
  }

  /// One sentence for each initializer.
  package var findings: [String] {
    zip(result.rows, healths).map { text.finding($1, $0) }
  }

  package var chart: Chart {
    let layers = shownLayers
    let cut = cutHeight(layers: layers)
    var sections = [activationsGrid(layers: layers, cut: cut)]
    if result.config.gradients {
      sections[0].title = text.activationsHeading
      sections.append(gradientsGrid(layers: layers))
    }
    return Chart(
      title: text.title(healths),
      subtitle: healths.count > 1 ? text.summary(healths) : findings.first ?? "",
      sections: sections, legend: .none,
      notes: text.notes(cutAt: cut, shownLayers: layers), shortForms: text.shortForms(healths))
  }

  /// Layers by number from zero: all of them, or an even choice with the first and the last.
  var shownLayers: [Int] {
    let count = result.config.layers
    guard count > Self.mostColumns else { return Array(0..<count) }
    return (0..<Self.mostColumns).map { $0 * (count - 1) / (Self.mostColumns - 1) }
  }

  private func health(_ health: SignalHealth) -> Health {
    switch health {
    case .healthy: .good
    case .vanishing, .unjudged: .poor
    case .exploding, .saturated, .collapsed: .bad
    }
  }

  // MARK: Activations

  private func activationsGrid(layers: [Int], cut: Double?) -> PanelGrid {
    let config = result.config
    // Where no value is within the range, an axis of shares still has its whole height.
    let tallest = tallestBars(layers: layers).max() ?? 0
    let top = cut ?? (tallest > 0 ? tallest * 1.04 : 100)
    let panels: [Panel?] = zip(result.rows, healths).flatMap { row, health in
      layers.map { panel(row.layers[$0], ink: .health(self.health(health)), cut: cut) }
    }
    return PanelGrid(
      panels: panels, columns: layers.count,
      x: Axis(
        title: text.xTitle, domain: .fixed(config.range[0], config.range[1]), grid: false),
      y: Axis(
        title: text.yTitle, domain: .fixed(0, top), bounds: HardBounds(lower: 0)),
      columnTitles: layers.map { text.columnTitle($0 + 1) }, rowHeadings: headings,
      wraps: result.rows.count == 1, excerpt: excerpt(layers: layers))
  }

  /// Layers are an even choice; of the initializers the first are kept, as the user named them.
  private func excerpt(layers: [Int]) -> Excerpt {
    let rows = result.rows.count
    if rows == 1 { return Excerpt(panels: Excerpt.Part(of: layers.count, text.shownLayers)) }
    return Excerpt(
      rows: Excerpt.Part(of: rows, ranks: Array(0..<rows), text.shownInitializers),
      columns: Excerpt.Part(of: layers.count, text.shownLayers))
  }

  private var headings: [RowHeading] {
    zip(result.rows, healths).map { row, health in
      RowHeading(
        title: text.name(of: row.initializer), detail: text.formula(of: row),
        verdict: Verdict(
          word: text.word(health), health: self.health(health),
          reason: text.reason(health, row)))
    }
  }

  private func panel(_ layer: LayerActivations, ink: Ink, cut: Double?) -> Panel {
    let heights = percentages(layer)
    let config = result.config
    let step = (config.range[1] - config.range[0]) / Double(config.bins)
    let edges = (0...config.bins).map {
      $0 == config.bins ? config.range[1] : config.range[0] + Double($0) * step
    }
    var marks: [any Mark] = [
      Bars(
        edges: edges, heights: heights, ink: ink,
        cutLabels: cut == nil ? [] : heights.map { DisplayNumber.percent($0 / 100) })
    ]
    if layer.below > 0 { marks.append(Overflow(.low)) }
    if layer.above > 0 { marks.append(Overflow(.high)) }
    if layer.nonFinite == total(layer) {
      marks.append(remark(text.noneFinite, at: (config.range[0] + config.range[1]) / 2))
    }
    return Panel(statistics: text.statistics(of: layer), marks: marks)
  }

  /// What a panel without bars says in their place.
  private func remark(_ text: String, at x: Double) -> TextMark {
    TextMark(x: x, y: 0, text: text, ink: .muted, align: .center, offset: Point(x: 0, y: -10))
  }

  func total(_ layer: LayerActivations) -> Int {
    layer.counts.reduce(0, +) + layer.below + layer.above + layer.nonFinite
  }

  /// Height of each bar: the share of all values of the layer, in percent.
  private func percentages(_ layer: LayerActivations) -> [Double] {
    let total = Double(total(layer))
    return layer.counts.map { 100 * Double($0) / total }
  }

  /// The tallest bar of each panel, in percent.
  func tallestBars(layers: [Int]) -> [Double] {
    result.rows.flatMap { row in layers.map { percentages(row.layers[$0]).max() ?? 0 } }
  }

  /// Where the axis is cut because single bars tower over all others, in percent.
  ///
  /// Compared are the tallest bar of all panels and the third tallest of any panel (a peak in the
  /// middle of two bins has two towers). Beyond three times, the axis ends at twice the latter.
  func cutHeight(layers: [Int]) -> Double? {
    var tallest = 0.0
    var ordinary = 0.0
    for row in result.rows {
      for layer in layers {
        let sorted = percentages(row.layers[layer]).sorted(by: >)
        tallest = max(tallest, sorted.first ?? 0)
        if sorted.count > 2 { ordinary = max(ordinary, sorted[2]) }
      }
    }
    guard ordinary > 0.5, tallest > 3 * ordinary else { return nil }
    return 2 * ordinary
  }

  // MARK: Gradients

  private func gradientsGrid(layers: [Int]) -> PanelGrid {
    let edges = LayerGradients.edges
    // All panels show the same powers of ten: those in which any of them has values.
    var first = edges.count - 2
    var last = 0
    for row in result.rows {
      for layer in layers {
        let counts = row.gradients[layer].counts
        if let low = counts.firstIndex(where: { $0 > 0 }) { first = min(first, low) }
        if let high = counts.lastIndex(where: { $0 > 0 }) { last = max(last, high) }
      }
    }
    if first > last { (first, last) = (0, edges.count - 2) }
    let panels: [Panel?] = zip(result.rows, healths).flatMap { row, health in
      layers.map { number in
        let layer = row.gradients[number]
        let total = layer.total
        var marks: [any Mark] = [
          Bars(
            edges: edges, heights: layer.counts.map { 100 * Double($0) / Double(total) },
            ink: .health(self.health(health)))
        ]
        if layer.below > 0 { marks.append(Overflow(.low, hasRim: true)) }
        if layer.above > 0 { marks.append(Overflow(.high, hasRim: true)) }
        let middle = (edges[first] * edges[last + 1]).squareRoot()
        if layer.nonFinite == total { marks.append(remark(text.noneFinite, at: middle)) }
        if layer.zeros == total { marks.append(remark(text.allZero, at: middle)) }
        return Panel(statistics: text.gradientStatistics(of: layer), marks: marks)
      }
    }
    return PanelGrid(
      title: text.gradientsHeading, panels: panels, columns: layers.count,
      x: Axis(
        title: text.gradientXTitle, kind: .log10, domain: .fixed(edges[first], edges[last + 1]),
        grid: false),
      y: Axis(title: text.yTitle, domain: .data(includeZero: true), bounds: HardBounds(lower: 0)),
      columnTitles: layers.map { text.columnTitle($0 + 1) },
      rowHeadings: result.rows.map { RowHeading(title: text.name(of: $0.initializer)) },
      wraps: result.rows.count == 1, excerpt: excerpt(layers: layers))
  }
}
