import Charting
import Experiments
import Figures
import NeuralNet
import Provenance
import Testing

struct ActivationsFigureTests {
  @Test("the command is rebuilt from the config, defaults left out")
  func arguments() throws {
    func arguments(_ config: ActivationsConfig) throws -> [String] {
      ActivationsFigure(try ActivationsExperiment(config).run(), language: .english).arguments
    }
    #expect(try arguments(ActivationsConfig()) == ["activations"])
    #expect(
      try arguments(
        ActivationsConfig(
          initializers: [.he, .normal(standardDeviation: 0.5)], activation: .relu, layers: 2,
          width: 10, samples: 20, bins: 7, range: -1...2.5, gradients: true, seed: 9))
        == [
          "activations", "--init", "he,std=0.5", "--activation", "relu", "--layers", "2",
          "--width", "10", "--samples", "20", "--bins", "7", "--range", "-1.0..2.5",
          "--gradients", "--seed", "9",
        ])
  }

  @Test("default rows get the verdicts that theory gives them")
  func verdicts() throws {
    func words(_ activation: Activation) throws -> [String] {
      let result = try ActivationsExperiment(ActivationsConfig(activation: activation)).run()
      return ActivationsFigure(result, language: .english).findings.map {
        String($0.split(separator: " ").first { $0.hasSuffix(".") && $0.count > 5 } ?? "")
      }
    }
    // A sigmoid's slope is at most 1/4, so weights of variance 1/n and 2/n let differences fade.
    #expect(try words(.sigmoid) == ["saturated.", "collapsed.", "vanishing.", "vanishing."])
    #expect(try words(.tanh) == ["saturated.", "vanishing.", "healthy.", "healthy."])
    #expect(try words(.relu) == ["exploding.", "vanishing.", "healthy.", "healthy."])
  }

  @Test("the title answers for the rows that are there")
  func titles() throws {
    func title(_ activation: Activation, _ initializers: [Initializer]) throws -> String {
      let config = ActivationsConfig(initializers: initializers, activation: activation)
      let result = try ActivationsExperiment(config).run()
      return ActivationsFigure(result, language: .english).chart.title
    }
    let small = Initializer.normal(standardDeviation: 0.01)
    #expect(
      try title(.sigmoid, [small, .xavier])
        == "Does the signal survive 5 sigmoid layers unharmed? With none of these weights")
    #expect(
      try title(.tanh, [small, .xavier])
        == "Does the signal survive 5 tanh layers unharmed? It depends on the initial weights")
    #expect(
      try title(.tanh, [.he, .xavier])
        == "Does the signal survive 5 tanh layers unharmed? With all of these weights")
    #expect(try title(.tanh, [.he]) == "Activations of 5 tanh layers, He weights")
  }

  @Test(
    "a panel without a finite value says so, and an axis without a value in range starts at zero")
  func emptyPanels() throws {
    let config = ActivationsConfig(
      initializers: [.normal(standardDeviation: 1e6)], activation: .relu, layers: 12, width: 50,
      samples: 20, gradients: true)
    let chart = ActivationsFigure(try ActivationsExperiment(config).run(), language: .english).chart
    let last = try #require(chart.sections[0].panels.last ?? nil)
    #expect(last.marks.compactMap { ($0 as? TextMark)?.text } == ["none finite"])
    #expect(last.statistics == ["not finite 100 %"])
    let first = try #require(chart.sections[0].panels[0])
    #expect(!first.marks.contains { $0 is TextMark })
    let beyond = ActivationsConfig(initializers: [.he], layers: 2, samples: 20, range: 5...6)
    let empty = ActivationsFigure(try ActivationsExperiment(beyond).run(), language: .english)
    #expect(empty.chart.sections[0].y.domain == .fixed(0, 100))
  }

  @Test("the default page of ten layers has room for the facts above the panels")
  func facts() throws {
    let typography = try LayoutSweep().typography
    for activation in Activation.allCases {
      for language in Language.allCases {
        let config = ActivationsConfig(activation: activation, layers: 10, samples: 50)
        let figure = ActivationsFigure(try ActivationsExperiment(config).run(), language: language)
        let drawn = try figure.chart.drawn(
          size: figure.defaultSize, pixelsPerPoint: 2, theme: Theme(.light),
          typography: typography)
        #expect(!drawn.omitted.contains(.statistics), "\(activation), \(language)")
      }
    }
  }

  @Test("one bin, one unit and one value are not several")
  func singular() throws {
    var config = ActivationsConfig(
      initializers: [.he], activation: .relu, layers: 2, width: 1, samples: 2, bins: 1)
    for seed in 0..<20 {
      config.seed = UInt64(seed)
      let figure = ActivationsFigure(try ActivationsExperiment(config).run(), language: .english)
      #expect(figure.chart.notes[0].hasPrefix("Bars: share of a layer’s 2 values in the one bin;"))
      #expect(figure.alternativeText.contains("of 1 unit for 2 standard normal samples"))
      #expect(!figure.findings[0].contains("1 of 1 unit"))
      if figure.findings[0].contains("collapsed") {
        #expect(figure.findings[0].hasSuffix("The only unit of layer 2 is off for every sample."))
      }
    }
  }

  @Test("the words say where bars are cut, and how tall the tallest is")
  func cutBars() throws {
    func text(_ activation: Activation, _ language: Language) throws -> String {
      let config = ActivationsConfig(
        initializers: [.normal(standardDeviation: 0.01), .he], activation: activation)
      return ActivationsFigure(try ActivationsExperiment(config).run(), language: language)
        .alternativeText
    }
    // All values of the fifth layer lie within the first bin.
    #expect(try text(.relu, .english).contains(" %, taller bars cut, up to 100 %): "))
    #expect(try text(.relu, .korean).contains(" %, 더 높은 막대는 잘림, 최고 100 %), "))
    let config = ActivationsConfig(initializers: [.xavier], activation: .tanh)
    let whole = ActivationsFigure(try ActivationsExperiment(config).run(), language: .english)
    #expect(!whole.alternativeText.contains("cut"))
  }

  @Test("of one sample nothing is said that needs two")
  func oneSample() throws {
    for layers in [1, 5] {
      let config = ActivationsConfig(
        initializers: [.he, .xavier], activation: .tanh, layers: layers, samples: 1)
      let result = try ActivationsExperiment(config).run()
      for language in Language.allCases {
        let figure = ActivationsFigure(result, language: language)
        let said =
          figure.findings + [
            figure.chart.title, figure.chart.subtitle, figure.alternativeText,
          ]
        #expect(said.allSatisfy { !$0.contains("NaN") })
      }
      let figure = ActivationsFigure(result, language: .english)
      #expect(
        figure.findings[0]
          == "He: not judged. One sample alone has no signal: nothing can differ from sample to "
          + "sample.")
      #expect(figure.chart.title.hasSuffix("No signal enters"))
      #expect(
        figure.chart.subtitle
          == "Nothing can be said of He and Xavier, for no signal enters.")
    }
  }

  @Test("the table has every bin once, and its shares add up to one")
  func table() throws {
    let config = ActivationsConfig(
      initializers: [.xavier], layers: 2, width: 10, samples: 30, bins: 5)
    let table = try ActivationsFigure(
      try ActivationsExperiment(config).run(), language: .english
    ).table()
    #expect(table.rows.count == 2 * (5 + 3))
    var shares = 0.0
    for row in table.rows {
      if case .number(let share) = row[6] { shares += share }
    }
    #expect(abs(shares - 2) < 1e-12)
  }

  @Test("numbers are written with few digits")
  func numbers() {
    let cases: [(Double, String)] = [
      (0, "0"), (1, "1.0"), (0.0999, "0.10"), (0.00061, "6.1×10⁻⁴"), (-2.345, "−2.3"),
      (12_345, "12,000"), (9_999_999, "1.0×10⁷"), (.infinity, "∞"), (99.6, "100"),
      (0.00999, "0.010"), (1e-300, "1.0×10⁻³⁰⁰"),
    ]
    for (value, text) in cases { #expect(DisplayNumber.significant(value) == text) }
    #expect(DisplayNumber.percent(0) == "0 %")
    #expect(DisplayNumber.percent(0.0004) == "<0.1 %")
    #expect(DisplayNumber.percent(0.9995) == ">99.9 %")
    #expect(DisplayNumber.percent(1) == "100 %")
    #expect(DisplayNumber.percent(0.055) == "5.5 %")
    #expect(DisplayNumber.grouped(-1_234_567) == "−1,234,567")
  }
}
