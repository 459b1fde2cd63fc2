import Experiments
import NeuralNet
import Testing

struct TrajectoriesExperimentTests {
  private func paths(_ config: TrajectoriesConfig) throws -> [OptimizerPath] {
    try TrajectoriesExperiment(config).run().paths
  }

  private func path(
    _ surface: Surface, _ optimizer: String, steps: Int? = nil, start: Surface.Place? = nil,
    view: SurfaceView? = nil
  ) throws -> OptimizerPath {
    try paths(
      TrajectoriesConfig(
        surface: surface, optimizers: [try Optimizer(name: optimizer)], steps: steps, start: start,
        view: view))[0]
  }

  @Test("SGD zigzags down the bowl; AdaGrad and Adam do not, Momentum swings")
  func lesson() throws {
    let paths = try paths(TrajectoriesConfig())
    #expect(paths.map(\.optimizer.name) == ["sgd:0.95", "momentum:0.1", "adagrad:1.5", "adam:0.3"])
    let turns = paths.map(\.zigzags)
    // Each step of SGD multiplies y by 1 - 2 * 0.95 = -0.9: all but the first turn back.
    #expect(turns[0] == 29)
    #expect(turns[1] >= 3 && turns[1] <= 6)
    #expect(turns[2] == 0)
    #expect(turns[3] <= 2)
    #expect(
      paths.map { PathVerdict($0, on: .bowl) } == [.zigzags, .overshoots, .arrives, .overshoots])
    // Adam is near the minimum, and was nearer: it ends over twice as high as at its lowest place.
    let adam = paths[3]
    #expect(adam.distances[30] < 0.05 * adam.distances[0])
    #expect(adam.values[30] > 2 * adam.values[24] && adam.values[24] < adam.values[23])
    // AdaGrad ends at less than half of any other's distance.
    let left = paths.map { $0.distances[30] }
    #expect(left[2] < left[0] / 2 && left[2] < left[1] / 2 && left[2] < left[3] / 2)
    #expect(paths.allSatisfy { $0.leftViewAt == nil && $0.nonFiniteAt == nil })
  }

  @Test("the ends are those of closed forms and of PyTorch")
  func ends() throws {
    let paths = try paths(TrajectoriesConfig())
    #expect(paths.allSatisfy { $0.x.count == 31 && $0.steps == 30 && $0.x[0] == -7 })
    // Each step of SGD multiplies x by 1 - 0.95 / 10 and y by 1 - 2 * 0.95.
    var (x, y) = (-7.0, 2.0)
    for step in 0...30 {
      #expect(abs(paths[0].x[step] - x) < 1e-12 && abs(paths[0].y[step] - y) < 1e-12)
      #expect(abs(paths[0].values[step] - (x * x / 20 + y * y)) < 1e-12)
      (x, y) = (0.905 * x, -0.9 * y)
    }
    // torch 2.13.0 in float64, four digits.
    let expected = [(-0.3504, 0.08478), (0.8964, 0.08809), (-0.1202, 0), (0.136, 0.3182)]
    for (path, end) in zip(paths, expected) {
      #expect(abs(path.x[30] - end.0) < 6e-5 && abs(path.y[30] - end.1) < 6e-5)
    }
  }

  @Test("the defaults of every surface tell paths apart")
  func defaults() throws {
    func verdicts(_ surface: Surface) throws -> [PathVerdict] {
      try paths(TrajectoriesConfig(surface: surface)).map { PathVerdict($0, on: surface) }
    }
    #expect(try verdicts(.rosenbrock) == [.crawls, .overshoots, .crawls, .overshoots])
    #expect(try verdicts(.saddle) == [.lingers, .escapes, .escapes, .escapes])
    #expect(try verdicts(.beale) == [.crawls, .descends, .descends, .arrives])
  }

  @Test("a path that grows says when it left the view and when its numbers ended")
  func divergence() throws {
    // y is 2 (-1.1)^k, so it passes 3 at k = 5: 1.1^4 = 1.46, 1.1^5 = 1.61.
    let growing = try path(.bowl, "sgd:1.05")
    #expect(growing.leftViewAt == 5)
    #expect(growing.nonFiniteAt == nil && growing.x.count == 31)
    #expect(PathVerdict(growing, on: .bowl) == .diverges)
    let exploding = try path(.rosenbrock, "sgd:1000000")
    let step = try #require(exploding.nonFiniteAt)
    #expect(exploding.x.count == step && exploding.leftViewAt == 1)
    #expect((exploding.x + exploding.y + exploding.values).allSatisfy { $0.isFinite })
    #expect(PathVerdict(exploding, on: .rosenbrock) == .diverges)
  }

  @Test("a path that comes back has not left the view")
  func comesBack() throws {
    let view = SurfaceView(x: -1...1, y: -1...1)
    let zoomed = try path(.bowl, "sgd:0.95", view: view)
    // |x| is 7 * 0.905^k and |y| 2 * 0.9^k: both are below 1 from k = 20 on.
    #expect(zoomed.leftViewAt == nil)
    #expect(try path(.bowl, "sgd:0.95", steps: 5, view: view).leftViewAt == 0)
  }

  @Test("the view holds paths that stay within reason, and follows none that diverges")
  func view() throws {
    for surface in Surface.allCases {
      #expect(TrajectoriesConfig(surface: surface).view == surface.defaultView)
    }
    let config = TrajectoriesConfig(steps: 100, start: (6, -5))
    for path in try paths(config) {
      #expect(path.stepsOutside(config.view) == 0 && path.leftViewAt == nil)
    }
    // A tenth beyond the greatest place that SGD steps to: 0.9 * 5.
    #expect(config.view.y[1] > 4.5 && config.view.y[1] < 6.5)
    let start = Surface.bowl.view(showing: (6, -5))
    let diverging = TrajectoriesConfig(optimizers: [.sgd(rate: 1.5)], steps: 100, start: (6, -5))
    #expect(diverging.view == start)
  }

  @Test("steps outside the view are those before a path comes back")
  func outside() throws {
    let view = SurfaceView(x: -8...3, y: -1...1)
    let path = try path(.bowl, "sgd:0.95", view: view)
    // |y| is 2 * 0.9^k: above 1 up to k = 6.
    #expect(path.leftViewAt == nil && path.stepsOutside(view) == 7)
    // Of one that does not come back none is counted.
    let lost = try self.path(.bowl, "sgd:1.05")
    #expect(lost.stepsOutside(SurfaceView(x: -8...3, y: -3...3)) == 0)
  }

  @Test("a saddle is escaped by its own growth")
  func escape() throws {
    // x is 0.001 * 1.2^k and y next to zero: x² passes 0.25 at k = 35, for 1.2^34 = 493.
    let path = try path(.saddle, "sgd:0.1", steps: 40)
    #expect(path.escapedAt == 35)
    #expect(PathVerdict(path, on: .saddle) == .escapes)
    #expect(try self.path(.saddle, "sgd:0.1", steps: 34).escapedAt == nil)
    #expect(try self.path(.bowl, "sgd:0.1").escapedAt == nil)
  }

  @Test("steps too small to be seen are no turns")
  func turns() throws {
    #expect(try path(.bowl, "rmsprop:0.3").zigzags == 0)
    // y is 2, -2, 2, ... : the value does not rise, so it zigzags rather than diverges.
    let bouncing = try path(.bowl, "sgd:1", steps: 20)
    #expect(bouncing.zigzags == 19)
    #expect(PathVerdict(bouncing, on: .bowl) == .zigzags)
  }

  @Test("a start at the minimum stays there")
  func resting() throws {
    for surface in Surface.allCases {
      let target = surface.target
      let path = try path(surface, "sgd:0.1", steps: 3, start: target)
      #expect(path.distances == [0, 0, 0, 0] && path.zigzags == 0 && path.climb == 0)
      #expect(PathVerdict(path, on: surface) == (surface.hasMinimum ? .arrives : .lingers))
    }
  }

  @Test("the angle between steepest descent and the way to the minimum is rounded to degrees")
  func angle() throws {
    func angle(_ x: Double, _ y: Double, _ surface: Surface = .bowl) throws -> Int {
      try TrajectoriesExperiment(
        TrajectoriesConfig(surface: surface, steps: 1, start: (x, y))
      ).run().startAngle
    }
    // acos((0.7 * 7 + 4 * 2) / (|(0.7, 4)| |(7, 2)|)) = 64.13 degrees.
    #expect(try angle(-7, 2) == 64)
    #expect(try angle(1, 0) == 0)
    #expect(try angle(0, 0) == 0)
    // atan2(2, 0.1) - 45 degrees = 87.14 - 45.
    #expect(try angle(1, 1) == 42)
    #expect(try angle(0.001, 1, .saddle) == 0)
  }

  @Test(
    "numbers out of range are named with what is allowed",
    arguments: [
      ("steps", "invalid --steps: 0 (1...10000)"),
      ("start", "invalid --start: nan,0.0 (X,Y within -1e6...1e6)"),
      ("far", "invalid --start: 0.0,2000000.0 (X,Y within -1e6...1e6)"),
      ("none", "invalid --optimizers: 0 optimizers (1...12)"),
      ("twice", "invalid --optimizers: sgd:0.1 twice (each once)"),
      (
        "view",
        "invalid --view: 0.0..0.0,0.0..1.0 (X0..X1,Y0..Y1, both rising, within -2e6...2e6)"
      ),
      (
        "strip",
        "invalid --view: 0.0..1.0,0.0..100.0 (sides of at most 10 to 1, each above a billionth of "
          + "the greatest coordinate)"
      ),
    ])
  func limits(field: String, message: String) {
    var config = TrajectoriesConfig()
    switch field {
    case "steps": config.steps = 0
    case "start": config.start = [.nan, 0]
    case "far": config.start = [0, 2e6]
    case "none": config.optimizers = []
    case "twice": config.optimizers = [.sgd(rate: 0.1), .sgd(rate: 0.1)]
    case "view": config.view = SurfaceView(x: 0...0, y: 0...1)
    default: config.view = SurfaceView(x: 0...1, y: 0...100)
    }
    let error = #expect(throws: ExperimentError.self) { try TrajectoriesExperiment(config) }
    #expect(error?.description == message)
  }
}
