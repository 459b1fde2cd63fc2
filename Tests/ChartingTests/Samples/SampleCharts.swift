import Charting
import DenseMath

/// Charts of the kinds that figures are made of, over made-up numbers.
enum SampleCharts {
  struct Sample {
    var name: String
    var chart: Chart
    /// Page in points on which nothing is left out.
    var size: Size
  }

  static func all() throws -> [Sample] {
    [
      Sample(name: "losses", chart: try losses(), size: Size(width: 720, height: 440)),
      Sample(name: "seeds", chart: seeds(), size: Size(width: 640, height: 400)),
      Sample(name: "norms", chart: norms(), size: Size(width: 820, height: 760)),
      Sample(name: "gaps", chart: gaps(), size: Size(width: 860, height: 380)),
      Sample(name: "paths", chart: try paths(), size: Size(width: 760, height: 560)),
      Sample(name: "bowl", chart: try bowl(), size: Size(width: 640, height: 480)),
      Sample(name: "heat", chart: try heat(), size: Size(width: 720, height: 380)),
      Sample(name: "points", chart: points(), size: Size(width: 640, height: 420)),
    ]
  }

  static let optimizers = [
    "SGD", "momentum", "Nesterov", "AdaGrad", "RMSProp", "Adam", "AdamW",
  ]

  /// A noisy loss of `count` iterations that falls from 2.3 to a floor.
  static func loss(
    _ index: Int, count: Int, noise: Double = 0.35, diverging: Int? = nil
  ) -> [Double] {
    var random = TickRandom(seed: UInt64(100 + index))
    let floor = 0.03 + 0.045 * Double(index)
    let speed = 60.0 + 90 * Double(index)
    return (0..<count).map { step in
      if let diverging, step >= diverging { return .nan }
      let rise = diverging == nil ? 0 : Elementary.exp(0.2 * Double(step - 20))
      let level = floor + 2.27 * Elementary.exp(-Double(step) / speed)
      return level * (1 + noise * (random.unit() + random.unit() - 1)) + rise
    }
  }

  static func losses() throws -> Chart {
    let count = 2000
    let steps = (0..<count).map(Double.init)
    var curves = optimizers.prefix(6).enumerated().map { index, name in
      Curve(x: steps, y: loss(index, count: count), series: Series(index, name))
    }
    curves.append(
      Curve(
        x: steps, y: loss(6, count: count, diverging: 38), series: Series(6, "SGD, rate 1"),
        divergence: Divergence(label: "diverged at iteration 37", meaning: "diverged")))
    return Chart(
      title: "Adam gets there first, SGD gets lower",
      subtitle: "Training loss of seven optimizers on 60,000 digits, smoothed over the raw values.",
      panels: PanelGrid(
        Panel(
          marks: Line.rawAndSmoothed(curves, average: try ExponentialAverage(weight: 0.95))),
        x: Axis(title: "iteration", domain: .fixed(0, 2000)),
        y: Axis(title: "training loss", kind: .log10)),
      notes: ["Smoothed: exponential moving average of weight 0.95, unbiased at the start."])
  }

  static func seeds() -> Chart {
    let epochs = (1...30).map(Double.init)
    let marks = ["Adam", "SGD"].enumerated().flatMap { index, name -> [any Mark] in
      let runs = (0..<5).map { seed in
        var random = TickRandom(seed: UInt64(10 * index + seed))
        return RunCurve(
          x: epochs,
          y: epochs.map { epoch in
            let level = 1 - 0.6 * Elementary.exp(-epoch / (index == 0 ? 4 : 9))
            return level - 0.04 - 0.05 * random.unit() * (1 + 6 / epoch)
          })
      }
      return RunBand.range.marks(
        of: runs, series: Series(index, name), meaning: "min to max of 5 seeds")
    }
    return Chart(
      title: "Both end alike; Adam needs half the epochs",
      panels: PanelGrid(
        Panel(marks: marks + [Rule(.horizontal(0.95), label: "0.95, the goal")]),
        x: Axis(title: "epoch"), y: Axis(title: "test accuracy", bounds: .share)),
      notes: ["Lines are medians of 5 seeds."])
  }

  static func norms() -> Chart {
    let epochs = (0...20).map(Double.init)
    let scales = (0..<16).map { 0.0001 * Elementary.pow(10, Double($0) / 3.75) }
    let panels = scales.enumerated().map { index, scale in
      let diverges = index >= 13
      let with = epochs.map { 1 - 0.88 * Elementary.exp(-$0 / (3 + abs(Double(index) - 8))) }
      let without = epochs.map { epoch in
        diverges && epoch > Double(17 - index)
          ? .nan
          : (diverges ? 0.1 : 1 - 0.9 * Elementary.exp(-epoch / (5 + 4 * abs(Double(index) - 7))))
      }
      return Panel(
        title: "scale \(Decimal10(scale, significantDigits: 2)?.text ?? "")",
        marks: [
          Line(x: epochs, y: with, series: Series(0, "with batch norm")),
          Line(
            x: epochs, y: without, series: Series(1, "without batch norm"),
            divergence: Divergence(label: "diverged", meaning: "diverged (not a number)")),
        ])
    }
    return Chart(
      title: "Batch norm learns from every scale of the initial weights",
      subtitle: "Training accuracy of sixteen networks that differ in the scale of their weights.",
      panels: PanelGrid(
        panels: panels, columns: 4, x: Axis(title: "epoch", domain: .fixed(0, 20)),
        y: Axis(title: "training accuracy", domain: .fixed(0, 1), bounds: .share)),
      notes: ["1,000 digits, five layers of 100 units, SGD at a rate of 0.01."])
  }

  static func gaps() -> Chart {
    let epochs = (1...60).map(Double.init)
    let rows: [(String, Double, Double)] = [
      ("no regularisation", 1, 0.716), ("weight decay 0.1", 0.93, 0.80),
      ("dropout 0.15", 0.96, 0.86),
    ]
    let panels = rows.enumerated().map { index, row in
      var random = TickRandom(seed: UInt64(index))
      let train = epochs.map { row.1 - (row.1 - 0.15) * Elementary.exp(-$0 / 8) }
      let test = epochs.map {
        row.2 - (row.2 - 0.14) * Elementary.exp(-$0 / 6) + 0.012 * (random.unit() - 0.5)
      }
      let gap = zip(train, test).map { $0 - $1 }
      let widest = gap.indices.max { (gap[$0], -$0) < (gap[$1], -$1) } ?? 0
      let last = gap.count - 1
      func points(_ value: Double) -> String {
        NumberStyle.plain(decimals: 1).text(
          Decimal10(mantissa: Int((value * 1000).rounded()), exponent: -1))
      }
      return Panel(
        title: row.0,
        marks: [
          Band(x: epochs, low: test, high: train, ink: .muted, meaning: "generalisation gap"),
          Line(x: epochs, y: train, series: Series(0, "training")),
          Line(x: epochs, y: test, series: Series(1, "test")),
          Bracket(
            x: epochs[widest], from: test[widest], to: train[widest],
            label: "largest \(points(gap[widest]))", ink: .muted),
          Bracket(
            x: epochs[last], from: test[last], to: train[last],
            label: "gap \(points(gap[last])) points", offset: 5),
        ])
    }
    return Chart(
      title: "Dropout closes most of the gap",
      subtitle: "Accuracy on 300 training digits and on 10,000 test digits.",
      panels: PanelGrid(
        panels: panels, columns: 3, x: Axis(title: "epoch", domain: .fixed(0, 63)),
        y: Axis(title: "accuracy", domain: .fixed(0, 1), bounds: .share)))
  }

  /// Steps of plain descent with momentum on `x^2 / 20 + y^2`.
  private static func descent(rate: Double, momentum: Double, count: Int) -> [Point] {
    var place = Point(x: -7, y: 2)
    var speed = Point(x: 0, y: 0)
    var path = [place]
    for _ in 0..<count {
      speed.x = momentum * speed.x - rate * place.x / 10
      speed.y = momentum * speed.y - rate * 2 * place.y
      place = Point(x: place.x + speed.x, y: place.y + speed.y)
      path.append(place)
    }
    return path
  }

  private static func lattice(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
    (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
  }

  static func paths() throws -> Chart {
    let grid = try ContourGrid(
      x: lattice(-8, 8, 161), y: lattice(-4, 4, 81)
    ) { x, y in x * x / 20 + y * y }
    let levels = ContourLevels.choose(min: 0, max: 19.2, count: 7)
    let ways: [(String, [Point])] = [
      ("SGD", descent(rate: 0.95, momentum: 0, count: 30)),
      ("momentum", descent(rate: 0.1, momentum: 0.9, count: 30)),
      ("heavy momentum", descent(rate: 0.05, momentum: 0.95, count: 30)),
      ("slow SGD", descent(rate: 0.2, momentum: 0, count: 30)),
    ]
    let panels = ways.enumerated().map { index, way in
      Panel(
        title: way.0,
        marks: [
          Contours(grid, levels: levels),
          Trajectory(
            x: way.1.map(\.x), y: way.1.map(\.y), series: Series(index, way.0),
            startLabel: "start", isNamed: false),
          Points(
            x: [0], y: [0], series: Series(9, "minimum"), ink: .ink, marker: .star, radius: 3.6,
            hasRim: true),
        ])
    }
    return Chart(
      title: "Momentum rolls along the valley that SGD zigzags across",
      subtitle: "Thirty steps on x²/20 + y² from the same start.",
      panels: PanelGrid(
        panels: panels, columns: 2, x: Axis(title: "x", domain: .fixed(-8, 8), grid: false),
        y: Axis(title: "y", domain: .fixed(-4, 4), grid: false), equalAspect: true),
      legend: .above, notes: ["A marker stands at every step."])
  }

  static func bowl() throws -> Chart {
    let grid = try ContourGrid(
      x: lattice(-2, 2, 81), y: lattice(-1, 3, 81)
    ) { x, y in (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x) }
    let levels = ContourLevels.choose(min: 0, max: 2500, count: 9)
    let nodes = lattice(-1.8, 1.8, 10).flatMap { x in lattice(-0.8, 2.8, 10).map { (x, $0) } }
    return Chart(
      title: "The gradient of the Rosenbrock function points across its valley",
      panels: PanelGrid(
        Panel(marks: [
          Contours(grid, levels: levels),
          Arrows(
            x: nodes.map(\.0), y: nodes.map(\.1),
            dx: nodes.map { 2 * (1 - $0.0) + 400 * $0.0 * ($0.1 - $0.0 * $0.0) },
            dy: nodes.map { -200 * ($0.1 - $0.0 * $0.0) }, length: .equal(14), ink: .ink),
          Points(
            x: [1], y: [1], series: Series(9, "minimum"), ink: .ink, marker: .star, radius: 4,
            hasRim: true),
          TextMark(x: 1, y: 1, text: "minimum", offset: Point(x: 7, y: 3)),
        ]),
        x: Axis(title: "x", domain: .fixed(-2, 2), grid: false),
        y: Axis(title: "y", domain: .fixed(-1, 3), grid: false), equalAspect: true))
  }

  static func heat() throws -> Chart {
    let layers = 8
    let epochs = 30
    var values: [Double] = []
    for layer in 0..<layers {
      var random = TickRandom(seed: UInt64(layer))
      for epoch in 0..<epochs {
        let size = Elementary.pow(10, -0.9 * Double(layers - layer) + 0.05 * Double(epoch))
        values.append(layer == 5 && epoch > 22 ? .nan : size * (0.6 + 0.8 * random.unit()))
      }
    }
    let scale = try ColorScale(kind: .log10, lower: 1e-8, upper: 1)
    return Chart(
      title: "The gradient fades towards the first layers",
      subtitle: "Size of the gradient at each layer after each epoch.",
      panels: PanelGrid(
        Panel(marks: [
          Cells(
            xEdges: (0...epochs).map { Double($0) + 0.5 },
            yEdges: (0...layers).map { Double($0) - 0.5 }, values: values, scale: scale)
        ]),
        x: Axis(title: "epoch", domain: .fixed(0.5, Double(epochs) + 0.5), grid: false),
        y: Axis(kind: .bands((1...layers).map { "layer \($0)" }), grid: false),
        rowHeadings: (0..<layers).map { layer in
          RowHeading(
            title: "",
            verdict: layer < 4
              ? Verdict(word: "vanishing", health: .poor, reason: "under 10⁻³")
              : (layer == 5
                ? Verdict(word: "exploded", health: .bad, reason: "from epoch 24")
                : Verdict(word: "healthy", health: .good)))
        },
        colorBar: ColorBar("root mean square of the gradient", scale: scale, missing: "not finite")),
      notes: ["An empty cell is a value that is not finite."])
  }

  static func points() -> Chart {
    let marks = optimizers.prefix(6).enumerated().flatMap { index, name -> [any Mark] in
      var random = TickRandom(seed: UInt64(index + 40))
      let x = (1...8).map { Double($0) * 12 }
      let y = x.map { 0.3 + 0.09 * Double(index) + 0.001 * $0 + 0.03 * random.unit() }
      let series = Series(index, name)
      return [Line(x: x, y: y, series: series), Points(x: x, y: y, series: series, radius: 3)]
    }
    return Chart(
      title: "Six series that are told apart without colour",
      panels: PanelGrid(
        Panel(marks: marks), x: Axis(title: "batch size"), y: Axis(title: "accuracy")),
      legend: .above)
  }
}
