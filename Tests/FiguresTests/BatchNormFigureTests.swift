import Charting
import Figures
import NeuralNet
import Provenance
import Testing
import Training

@testable import Experiments

struct BatchNormFigureTests {
  /// Three scales: the plain network diverges, learns, guesses; the other always learns.
  static func result(seeds: Int = 1, scales: Int = 3) -> BatchNormResult {
    var config = BatchNormConfig(scales: scales, range: 0.01...1, seeds: seeds)
    config.training.length = 4
    let rows = config.standardDeviations.enumerated().map { index, deviation in
      let ends: [Double] = [.nan, 0.9, 0.1]
      let end = ends[index % 3]
      return BatchNormResult.Row(
        standardDeviation: deviation,
        plain: (0..<seeds).map { run([0.1, 0.12, end, end, end], offset: $0) },
        normalized: (0..<seeds).map { run([0.1, 0.4, 0.7, 0.9, 1], offset: $0) })
    }
    return BatchNormResult(
      config: config,
      source: ImageSource(name: "mnist5k", inputs: 784, classes: 10, images: 1000, testImages: 0),
      epochs: [0, 1, 2, 3, 4], rows: rows)
  }

  private static func run(_ accuracy: [Double], offset: Int) -> BatchNormResult.Run {
    BatchNormResult.Run(
      trainingAccuracy: accuracy.map { $0 - 0.01 * Double(offset) },
      divergedAt: accuracy[4].isNaN ? 12 : nil, parametersDigest: "00")
  }

  @Test("one scale is no scales")
  func oneScale() {
    let title = BatchNormFigure(Self.result(scales: 1), language: .english).chart.title
    #expect(title.contains("Initial weights of 1 scale, with"))
  }

  @Test("the finding counts scales, and names those that learn and diverge")
  func findings() {
    let findings = BatchNormFigure(Self.result(), language: .english).findings
    #expect(
      findings == [
        "Batch normalization learns at 3 of 3 weight scales, the plain network at 1.",
        "With it: learns for σ from 0.010 to 1.0.",
        "Without it: learns for σ = 0.10; diverges for σ = 1.0.",
      ])
  }

  @Test("a diverged run ends in NaN on the chart, never at the accuracy of guessing")
  func divergence() throws {
    let panel = try #require(
      BatchNormFigure(Self.result(), language: .english).chart.sections[0].panels[0])
    let lines = panel.marks.compactMap { $0 as? Line }
    #expect(lines.count == 2)
    #expect(lines[1].y.prefix(2) == [10, 12])
    #expect(lines[1].y.suffix(3).allSatisfy { $0.isNaN })
    #expect(lines[1].legendEntries.count == 2)
    #expect(panel.statistics == ["with 100 %", "without diverged"])
  }

  @Test("several seeds are a median in a band that says what it is")
  func seeds() throws {
    let panel = try #require(
      BatchNormFigure(Self.result(seeds: 3), language: .english).chart.sections[0].panels[1])
    let bands = panel.marks.compactMap { $0 as? Band }
    #expect(bands.map(\.meaning) == [String](repeating: "min to max of 3 seeds", count: 2))
    let lines = panel.marks.compactMap { $0 as? Line }
    #expect(abs(lines[0].y[1] - 39) < 1e-9)
    #expect(abs(bands[0].low[1] - 38) < 1e-9 && abs(bands[0].high[1] - 40) < 1e-9)
  }

  @Test("the command is rebuilt from the config, defaults left out")
  func arguments() throws {
    var result = Self.result()
    result.config = BatchNormConfig()
    #expect(BatchNormFigure(result, language: .english).arguments == ["batchnorm"])
    result.config = BatchNormConfig(scales: 9, range: 0.001...0.5, seeds: 4)
    result.config.training.network.activation = .tanh
    result.config.training.seed = 3
    let arguments = BatchNormFigure(result, language: .english).arguments
    #expect(arguments.starts(with: ["batchnorm", "--scales", "9", "--range", "0.001..0.5"]))
    for pair in [["--activation", "tanh"], ["--seeds", "4"], ["--seed", "3"]] {
      #expect(zip(arguments, arguments.dropFirst()).contains { [$0, $1] == pair })
    }
  }

  @Test("the table has a row for each network, seed and epoch")
  func table() throws {
    let table = try BatchNormFigure(Self.result(seeds: 2), language: .english).table()
    #expect(table.rows.count == 3 * 2 * 2 * 5)
    #expect(
      table.rows[0] == [.number(1), .flag(false), .integer(0), .integer(0), .number(0.1)])
  }

  @Test("every page is drawn and whole", arguments: [(1, 16), (5, 16), (1, 3), (1, 36)])
  func layout(seeds: Int, scales: Int) throws {
    let sweep = try LayoutSweep()
    for language in Language.allCases {
      let chart = BatchNormFigure(
        Self.result(seeds: seeds, scales: scales), language: language
      ).chart
      sweep.check(chart, "\(language) \(seeds) seeds \(scales) scales", themes: [.light])
    }
  }
}
