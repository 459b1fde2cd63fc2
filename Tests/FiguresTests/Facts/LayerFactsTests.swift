import Figures
import NeuralNet
import Testing

@testable import Experiments

struct LayerFactsTests {
  @Test("layers: verdicts, what they rest on, each quantity at the end, ranges of colours")
  func layers() {
    let facts = StatedFacts(LayersFigure(LayersFigureTests.result(), language: .english))
    #expect(facts.keysAreUnique)
    #expect(
      facts.series == [
        "", "mean", "spread", "blocked_share", "gradient_norm", "update_ratio", "layer 1",
        "layer 2", "layer 3", "layer 4", "output",
      ])
    #expect(facts["", .xAxis] == "−0.5 to 3.5")
    #expect(facts["", .yAxis] == nil)
    #expect(facts["mean", .colors] == "0 to 1")
    // Spreads of 0.01 to 0.04, from zero on.
    #expect(facts["spread", .colors] == "0 to 0.04")
    #expect(facts["blocked_share", .colors] == "0 to 100")
    // 0.0005 and 0.5: whole decades around them.
    #expect(facts["gradient_norm", .colors] == "1×10⁻⁴ to 1")
    #expect(facts["", .finalAccuracy] == "25 %")
    #expect(facts["layer 1", .verdict] == "vanishing")
    #expect(facts["layer 1", .relativeGradient] == "0.0010")
    #expect(facts["layer 1", .typicalUpdate] == "1.0×10⁻⁶")
    #expect(facts["layer 3", .verdict] == "saturated")
    #expect(facts["layer 3", .saturated] == "75 %")
    #expect(facts["layer 4", .spread] == "0.040")
    #expect(facts["output", .verdict] == "healthy")
    #expect(facts["output", .relativeGradient] == nil)
    #expect(facts["output", .mean] == nil)
    #expect(facts["output", .gradientNorm] == "0.50")
  }

  /// Two ReLU layers of 4 units for 5 samples, 20 values each.
  static var activations: ActivationsResult {
    let config = ActivationsConfig(
      initializers: [.he], activation: .relu, layers: 2, width: 4, samples: 5, bins: 4,
      range: 0...4, gradients: true)
    func layer(_ counts: [Int], above: Int, dead: Int, deviation: Double) -> LayerActivations {
      LayerActivations(
        mean: 0.5, standardDeviation: deviation, signal: deviation, minimum: 0, maximum: 9,
        saturatedShare: 0, restingShare: 0.25, deadUnits: dead, counts: counts, below: 0,
        above: above, nonFinite: 0, digest: "")
    }
    func gradients(zeros: Int, size: Double) -> LayerGradients {
      var counts = [Int](repeating: 0, count: 56)
      counts[40] = 20 - zeros
      return LayerGradients(
        rootMeanSquare: size, counts: counts, zeros: zeros, below: 0, above: 0, nonFinite: 0,
        digest: "")
    }
    return ActivationsResult(
      config: config, features: 4, inputMean: 0, inputStandardDeviation: 1,
      rows: [
        ActivationsResult.Row(
          initializer: .he, weightStandardDeviations: [0.5, 0.5],
          layers: [
            layer([10, 5, 3, 1], above: 1, dead: 0, deviation: 1),
            layer([8, 6, 4, 2], above: 0, dead: 1, deviation: 0.75),
          ], gradients: [gradients(zeros: 5, size: 2), gradients(zeros: 0, size: 1)])
      ])
  }

  @Test("activations: the verdict of each row, and what stands above each histogram")
  func signals() {
    let facts = StatedFacts(ActivationsFigure(Self.activations, language: .english))
    #expect(facts.keysAreUnique)
    #expect(facts.series == ["", "gradients", "he", "he, layer 1", "he, layer 2"])
    #expect(facts["", .xAxis] == "0 to 4")
    // The tallest bar holds 10 of 20 values; 4 % more.
    #expect(facts["", .yAxis] == "0 to 52")
    #expect(facts["he", .verdict] == "healthy")
    #expect(facts["he", .weightDeviation] == "0.50")
    #expect(facts["he, layer 1", .mean] == "0.50")
    #expect(facts["he, layer 1", .zeros] == "25 %")
    #expect(facts["he, layer 1", .deadUnits] == "0")
    #expect(facts["he, layer 1", .above] == "5.0 %")
    #expect(facts["he, layer 1", .below] == nil)
    #expect(facts["he, layer 1", .saturated] == nil)
    #expect(facts["he, layer 1", .gradientSize] == "2.0")
    #expect(facts["he, layer 1", .gradientZeros] == "25 %")
    #expect(facts["he, layer 2", .deadUnits] == "1")
    #expect(facts["he, layer 2", .signal] == "0.75")
  }

  @Test("of many layers those are stated that are shown")
  func manyLayers() throws {
    let config = ActivationsConfig(initializers: [.he], layers: 37, width: 4, samples: 5)
    let facts = StatedFacts(
      ActivationsFigure(try ActivationsExperiment(config).run(), language: .english))
    // Ten of them, evenly: every fourth.
    let layers = facts.series.filter { $0.hasPrefix("he, ") }
    #expect(layers.count == 10)
    #expect(layers.first == "he, layer 1" && layers[1] == "he, layer 5")
    #expect(layers.last == "he, layer 37")
  }

  @Test("trajectories: where each path ends, its lowest value, and what happened on its way")
  func trajectories() throws {
    // On f = x²/20 + y² a rate of 0.5 multiplies x by 0.95 at each step and y by 0.
    let config = TrajectoriesConfig(
      optimizers: [.sgd(rate: 0.5), .sgd(rate: 1.05)], steps: 2, start: (-7, 2))
    let figure = TrajectoriesFigure(try TrajectoriesExperiment(config).run(), language: .english)
    let facts = StatedFacts(figure)
    #expect(facts.keysAreUnique)
    #expect(facts.range("", .xAxis) == config.view.x)
    #expect(facts.range("", .yAxis) == config.view.y)
    #expect(facts["", .startAngle] == nil)
    let x = -7 * 0.95 * 0.95
    #expect(abs(try #require(facts.number("sgd:0.5", .finalX)) - x) < 1e-12)
    #expect(facts["sgd:0.5", .finalY] == "0")
    #expect(facts["sgd:0.5", .finalDistance] == "6.3")
    // 6.3175² / 20 = 1.9955.
    #expect(facts["sgd:0.5", .finalValue] == "2.0")
    #expect(facts["sgd:0.5", .lowestValueAt] == "2")
    #expect(facts["sgd:0.5", .turns] == "0")
    #expect(facts["sgd:0.5", .climb] == nil)
    #expect(facts["sgd:0.5", .verdict] == "crawls")
    // A rate of 1.05 multiplies y by -1.1: 2, -2.2, 2.42, which turns once and climbs.
    #expect(facts["sgd:1.05", .turns] == "1")
    #expect(facts["sgd:1.05", .finalY] == "2.4")
    #expect(facts["sgd:1.05", .lowestValueAt] == "0")
    #expect(facts["sgd:1.05", .verdict] == "diverges")
  }

  @Test("where the field is drawn, the angle at the start is stated; a saddle has no turns")
  func field() throws {
    func facts(_ config: TrajectoriesConfig) throws -> StatedFacts {
      StatedFacts(TrajectoriesFigure(try TrajectoriesExperiment(config).run(), language: .english))
    }
    #expect(try facts(TrajectoriesConfig(field: true))["", .startAngle] == "64")
    let saddle = try facts(TrajectoriesConfig(surface: .saddle))
    #expect(saddle.facts.allSatisfy { $0.quantity != .turns })
    let adam = try #require(saddle.series.first { $0.hasPrefix("adam") })
    #expect(saddle[adam, .escapedAt] == "7" && saddle[adam, .verdict] == "escapes")
  }
}
