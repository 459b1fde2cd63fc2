package import Charting
package import Experiments
import NeuralNet
import Training

/// Heat maps of layer against epoch, one for each quantity, with a verdict for each layer.
package struct LayersFigure: TrainingFigure {
  package typealias Experiment = LayersExperiment

  package static let experiment = "layers"
  package let result: LayersResult
  package let language: Language
  let layers: [LayerCourse]
  let verdicts: [LayerHealth]
  let text: LayersText

  package init(_ result: LayersResult, language: Language) {
    self.result = result
    self.language = language
    layers = result.layers
    verdicts = LayerHealth.verdicts(
      of: layers, activation: result.config.training.network.activation)
    text = LayersText(language: language, result: result, layers: layers, verdicts: verdicts)
  }

  package var defaultSize: Size {
    Size(width: 980, height: 176 + 44 * Double(max(4, layers.count)))
  }

  package var findings: [String] { text.findings }

  package var chart: Chart {
    let epochs = Double(result.config.training.length)
    return Chart(
      title: text.title, subtitle: text.summary,
      panels: PanelGrid(
        panels: LayerQuantity.allCases.map(panel), columns: LayerQuantity.allCases.count,
        x: Axis(title: text.xTitle, domain: .fixed(-0.5, epochs + 0.5), grid: false),
        y: Axis(kind: .bands(layers.indices.map(text.name)), grid: false),
        rowHeadings: layers.indices.map { index in
          RowHeading(
            title: "",
            verdict: Verdict(
              word: text.word(verdicts[index]), health: verdicts[index].health,
              reason: text.reason(index)))
        }, wraps: true,
        excerpt: Excerpt(
          panels: Excerpt.Part(
            of: LayerQuantity.allCases.count, ranks: LayerQuantity.ranks, text.shownQuantities),
          bands: Excerpt.Part(of: layers.count, text.namedLayers))),
      legend: .none, notes: text.notes,
      shortForms: text.shortForms)
  }

  private func panel(_ quantity: LayerQuantity) -> Panel {
    let scale = quantity.scale(of: layers, activation: result.config.training.network.activation)
    var marks: [any Mark] = []
    for (index, layer) in layers.enumerated() {
      let values = quantity.values(of: layer)
      guard let scale else { continue }
      guard !values.isEmpty else {
        marks.append(
          TextMark(
            x: Double(result.config.training.length) / 2, y: Double(index),
            text: text.noActivation, ink: .muted, align: .center, offset: Point(x: 0, y: 3)))
        continue
      }
      // Gradients and updates belong to the steps of an epoch: there are none before the first.
      let first = quantity.isOfSteps ? 1 : 0
      let row = Double(index)
      // A thin gap tells layers apart where their colours are alike.
      marks.append(
        Cells(
          xEdges: (0...values.count).map { Double(first + $0) - 0.5 },
          yEdges: [row - 0.47, row + 0.47], values: values.map { $0 * quantity.factor },
          scale: scale))
    }
    return Panel(
      title: text.title(of: quantity), marks: marks,
      colorBar: scale.map { ColorBar("", scale: $0) })
  }
}

extension LayerHealth {
  /// Its colour.
  var health: Health {
    switch self {
    case .healthy: .good
    case .vanishing, .fading, .slow, .restless: .poor
    case .diverged, .dead, .saturated, .exploding: .bad
    }
  }
}
