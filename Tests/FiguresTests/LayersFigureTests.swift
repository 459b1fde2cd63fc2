import Charting
import Figures
import NeuralNet
import Provenance
import Testing
import Training

@testable import Experiments

struct LayersFigureTests {
  /// Two vanishing layers, one saturated, one healthy, and the output layer.
  static func result(epochs: Int = 3, seeds: Int = 1, layers: Int = 4) -> LayersResult {
    var config = LayersConfig(seeds: seeds)
    config.training.length = epochs
    config.training.network.hidden = [Int](repeating: 100, count: layers)
    let run = LayersResult.Run(
      layers: (0...layers).map { index in
        var layer = LayerCourse(units: index < layers ? 100 : 10)
        if index < layers {
          layer.mean = [Double](repeating: 0.5, count: epochs + 1)
          layer.spread = (0...epochs).map { 0.01 * Double($0 + 1) }
          layer.blockedShare = [Double](repeating: index == 2 ? 0.75 : 0.02, count: epochs + 1)
        }
        let gradient = index < 2 ? 0.0005 : 0.5
        layer.gradientNorm = [Double](repeating: gradient, count: epochs)
        layer.updateRatio = [Double](repeating: gradient / 500, count: epochs)
        return layer
      }, trainingAccuracy: 0.25, divergedAt: nil, parametersDigest: "00")
    return LayersResult(
      config: config,
      source: ImageSource(name: "mnist5k", inputs: 784, classes: 10, images: 1000, testImages: 0),
      runs: [LayersResult.Run](repeating: run, count: seeds))
  }

  @Test("the finding groups layers by verdict and says what became of the training")
  func findings() {
    let findings = LayersFigure(Self.result(), language: .english).findings
    #expect(
      findings[0]
        == "Layer 3 is saturated; the gradient vanishes in layers 1 and 2; layer 4 and the output "
        + "layer are healthy. "
        + "After 3 epochs: 25 % of the training images right.")
    #expect(findings[1] == "layer 1: vanishing. Gradient 1/1,000 of the output layer’s.")
    #expect(findings.count == 6)
  }

  @Test("each quantity is one heat map; what has no activation function has no such cells")
  func panels() throws {
    let grid = LayersFigure(Self.result(), language: .english).chart.sections[0]
    #expect(grid.panels.count == 5)
    #expect(grid.panels.map { $0?.marks.count } == [5, 5, 5, 5, 5])
    let shares = try #require(grid.panels[2]?.marks[2] as? Cells)
    #expect(shares.values == [75, 75, 75, 75])
    #expect(shares.xEdges == [-0.5, 0.5, 1.5, 2.5, 3.5] && shares.yEdges == [2 - 0.47, 2 + 0.47])
    let gradients = try #require(grid.panels[3]?.marks[0] as? Cells)
    #expect(gradients.xEdges == [0.5, 1.5, 2.5, 3.5])
    #expect(
      grid.rowHeadings.map { $0.verdict?.word } == [
        "vanishing", "vanishing", "saturated", "healthy", "healthy",
      ])
  }

  @Test("a layer whose signal fades says how far, and one short of dead how many units are off")
  func fading() {
    var result = Self.result()
    for run in result.runs.indices {
      result.runs[run].layers[3].spread = [0.04, 0.03, 0.02, 0.002]
      result.runs[run].layers[2].blockedShare = [0, 0, 0, 0.4]
    }
    let findings = LayersFigure(result, language: .english).findings
    #expect(
      findings[0].hasPrefix(
        "The gradient vanishes in layers 1 and 2; the signal fades in layer 4; "
          + "layer 3 and the output layer are healthy."))
    #expect(
      findings[3]
        == "layer 3: healthy. 40 % of values at an end; a step moves weights by 0.10 %.")
    #expect(findings[4] == "layer 4: fading. Spread 1/20 of layer 1’s.")
  }

  @Test("quantities without a finite number are crossed out under a colour bar")
  func diverged() throws {
    var result = Self.result()
    for run in result.runs.indices {
      for layer in result.runs[run].layers.indices {
        result.runs[run].layers[layer].gradientNorm = [.nan, .nan, .nan]
        result.runs[run].layers[layer].updateRatio = [.nan, .nan, .nan]
      }
    }
    let chart = LayersFigure(result, language: .english).chart
    for panel in chart.sections[0].panels.suffix(2) {
      let panel = try #require(panel)
      #expect(panel.colorBar != nil)
      #expect(panel.marks.compactMap { $0 as? Cells }.count == 5)
    }
    #expect(chart.notes.joined().contains("Crossed out: not finite."))
    #expect(
      !LayersFigure(Self.result(), language: .english).chart.notes.joined().contains("Crossed"))
  }

  @Test("the command is rebuilt from the config, defaults left out")
  func arguments() {
    var result = Self.result()
    result.config = LayersConfig()
    #expect(LayersFigure(result, language: .english).arguments == ["layers"])
    result.config.probe = 100
    result.config.training.network.initializer = .he
    result.config.training.network.batchNorm = true
    let arguments = LayersFigure(result, language: .english).arguments
    #expect(arguments.starts(with: ["layers", "--probe", "100"]))
    #expect(arguments.contains("he") && arguments.contains("--batch-norm"))
  }

  @Test("the table has a row for each quantity of each layer, seed and epoch")
  func table() throws {
    let table = try LayersFigure(Self.result(seeds: 2), language: .english).table()
    #expect(table.rows.count == 2 * (4 * 3 * 4 + 5 * 2 * 3))
    #expect(
      table.rows[0] == [.integer(0), .integer(1), .integer(0), .text("mean"), .number(0.5)])
  }

  @Test(
    "every page is drawn and whole",
    arguments: [(3, 1, 4), (200, 3, 5), (1, 1, 1), (20, 1, 12)])
  func layout(epochs: Int, seeds: Int, layers: Int) throws {
    let sweep = try LayoutSweep()
    for language in Language.allCases {
      let chart = LayersFigure(
        Self.result(epochs: epochs, seeds: seeds, layers: layers), language: language
      ).chart
      sweep.check(
        chart, "\(language) \(epochs) epochs \(seeds) seeds \(layers) layers", themes: [.light])
    }
  }
}
