import Charting
import Experiments
import Figures
import NeuralNet
import Provenance
import Testing

struct TrajectoriesFigureTests {
  private func figure(
    _ config: TrajectoriesConfig, _ language: Language = .english
  ) throws -> TrajectoriesFigure {
    TrajectoriesFigure(try TrajectoriesExperiment(config).run(), language: language)
  }

  @Test("the command is rebuilt from the config, defaults left out")
  func arguments() throws {
    for surface in Surface.allCases where surface != .bowl {
      #expect(
        try figure(TrajectoriesConfig(surface: surface)).arguments
          == ["trajectories", "--surface", surface.rawValue])
    }
    #expect(try figure(TrajectoriesConfig()).arguments == ["trajectories"])
    #expect(
      try figure(
        TrajectoriesConfig(
          optimizers: [.sgd(rate: 0.5), try Optimizer(name: "adam:0.25:beta1=0.5")], steps: 7,
          start: (-1.5, 2), view: SurfaceView(x: -2...2, y: -3...3), field: true)
      ).arguments == [
        "trajectories", "--optimizers", "sgd:0.5,adam:0.25:beta1=0.5", "--start", "-1.5,2.0",
        "--steps", "7", "--view", "-2.0..2.0,-3.0..3.0", "--field",
      ])
    // A view that only follows from the start is not repeated.
    #expect(
      try figure(TrajectoriesConfig(start: (20, 1))).arguments == [
        "trajectories", "--start", "20.0,1.0",
      ])
  }

  @Test("a sentence says who does what, with the numbers")
  func summary() throws {
    #expect(
      try figure(TrajectoriesConfig()).chart.subtitle
        == "SGD zigzags across the valley, 29 turns in 30 steps; Momentum and Adam "
        + "overshoot; AdaGrad arrives, 0.12 from the minimum.")
    #expect(
      try figure(TrajectoriesConfig(surface: .saddle)).chart.subtitle
        == "SGD lingers where the gradient is nearly zero; Momentum, AdaGrad and Adam escape, "
        + "Adam first, at step 7.")
    #expect(
      try figure(TrajectoriesConfig(field: true)).chart.subtitle.hasSuffix(
        "At the start the steepest way points 64° off the way to the minimum."))
    #expect(
      try figure(
        TrajectoriesConfig(optimizers: [.sgd(rate: 1.05), .sgd(rate: 0.5)])
      ).chart.subtitle
        == "SGD 1.05 diverges, out of view from step 5 on; SGD 0.5 is on its way; SGD 0.5 ends "
        + "nearest, 1.5 from the minimum.")
  }

  @Test("findings have a sentence for each path, in both languages and for every verdict")
  func findings() throws {
    let slow = TrajectoriesConfig(optimizers: [.sgd(rate: 0.001), .sgd(rate: 1e6)])
    for config in Surface.allCases.map({ TrajectoriesConfig(surface: $0) }) + [slow] {
      for language in Language.allCases {
        let figure = try figure(config, language)
        #expect(figure.findings.count == config.optimizers.count)
        #expect(figure.findings.allSatisfy { $0.hasSuffix(".") })
        for finding in figure.findings { #expect(figure.alternativeText.contains(finding)) }
      }
    }
    let figure = try figure(slow)
    #expect(
      figure.findings == [
        "SGD 0.001: crawls. After 30 steps 99.3 % of the way to the minimum is left.",
        "SGD 1000000: diverges. Its numbers overflow at step 25. It is out of view from step 1 on.",
      ])
  }

  @Test("of paths that start at the minimum no share of the way is told")
  func startsAtMinimum() throws {
    for language in Language.allCases {
      let figure = try figure(TrajectoriesConfig(start: (0, 0)), language)
      let said = figure.findings + [figure.chart.subtitle, figure.alternativeText]
      #expect(said.allSatisfy { !$0.contains("NaN") })
    }
    let figure = try figure(TrajectoriesConfig(start: (0, 0)))
    #expect(
      figure.findings[0]
        == "SGD 0.95: arrives. It starts at the minimum, where no gradient leads away.")
    #expect(figure.chart.subtitle == "SGD, Momentum, AdaGrad and Adam start at the minimum.")
  }

  @Test("a path that leaves is drawn to the edge of the view and ends there")
  func edge() throws {
    let panel = try #require(
      try figure(TrajectoriesConfig(optimizers: [.sgd(rate: 1.05)])).chart.sections[0].panels[0])
    let path = try #require(panel.marks.compactMap { $0 as? Trajectory }.first)
    // The start, four steps, the edge, and the end.
    #expect(path.x.count == 7)
    #expect(path.y[5] == -3 && path.x[6].isNaN && path.y[6].isNaN)
    #expect(path.x[4] < path.x[5])
    #expect(path.divergence?.label == "left at step 5")
  }

  @Test("the table has the start and every step of each path")
  func table() throws {
    let config = TrajectoriesConfig(
      optimizers: [.sgd(rate: 0.5), .sgd(rate: 0.25)], steps: 3, start: (4, 1))
    let table = try figure(config).table()
    #expect(table.columns == ["optimizer", "step", "x", "y", "value", "distance"])
    #expect(table.rows.count == 8)
    // x falls by the factor 1 - 0.5 / 10, y by 1 - 2 * 0.5.
    #expect(
      table.rows[1] == [
        .text("sgd:0.5"), .integer(1), .number(4 - 0.5 * 0.4), .number(0),
        .number(3.8 * 3.8 / 20), .number(3.8),
      ])
  }
}
