package import NeuralNet

/// What `dlplot trajectories` measures: the ways of optimizers over a surface, from one start.
///
/// Nothing is random, so there is no seed.
package struct TrajectoriesConfig: Codable, Equatable, Sendable {
  package var surface: Surface
  package var optimizers: [Optimizer]
  package var steps: Int
  /// x and y of the first point.
  package var start: [Double]
  /// What is shown; where a path leaves it for good is part of the result.
  package var view: SurfaceView
  /// Whether arrows show the way of steepest descent.
  package var field: Bool

  /// What is not given is what shows the lesson of the surface.
  package init(
    surface: Surface = .bowl, optimizers: [Optimizer]? = nil, steps: Int? = nil,
    start: Surface.Place? = nil, view: SurfaceView? = nil, field: Bool = false
  ) {
    let start = start ?? surface.defaultStart
    let optimizers = optimizers ?? surface.defaultOptimizers
    let steps = steps ?? surface.defaultSteps
    self.surface = surface
    self.optimizers = optimizers
    self.steps = steps
    self.start = [start.x, start.y]
    self.view = view ?? SurfaceView(of: optimizers, on: surface, steps: steps, start: start)
    self.field = field
  }

  package static let stepRange = 1...10_000
  package static let optimizerCountRange = 1...12
  /// Greatest distance from zero of the start and of the view's ends.
  package static let farthest = 1e6

  /// Checks every number against its range.
  ///
  /// - Throws: `ExperimentError` that names the option, its value and what is allowed.
  package func validate() throws(ExperimentError) {
    guard Self.optimizerCountRange.contains(optimizers.count) else {
      throw .invalidOption(
        "--optimizers", value: "\(optimizers.count) optimizers", allowed: "1...12")
    }
    for (index, one) in optimizers.enumerated() where optimizers[..<index].contains(one) {
      throw .invalidOption("--optimizers", value: "\(one.name) twice", allowed: "each once")
    }
    guard Self.stepRange.contains(steps) else {
      throw .invalidOption("--steps", value: "\(steps)", allowed: "1...10000")
    }
    guard start.count == 2, start.allSatisfy({ abs($0) <= Self.farthest }) else {
      throw .invalidOption(
        "--start", value: start.map(\.description).joined(separator: ","),
        allowed: "X,Y within -1e6...1e6")
    }
    try validateView()
  }

  private func validateView() throws(ExperimentError) {
    let ends = view.x + view.y
    let text = [view.x, view.y].map { $0.map(\.description).joined(separator: "..") }
      .joined(separator: ",")
    guard view.x.count == 2, view.y.count == 2, ends.allSatisfy({ abs($0) <= 2 * Self.farthest }),
      view.width > 0, view.height > 0
    else {
      throw .invalidOption(
        "--view", value: text, allowed: "X0..X1,Y0..Y1, both rising, within -2e6...2e6")
    }
    let ratio = max(view.width / view.height, view.height / view.width)
    // Far from zero a view needs room for numbers that differ.
    let size = ends.map(abs).max() ?? 0
    guard ratio <= SurfaceView.greatestRatio, min(view.width, view.height) >= 1e-9 * size else {
      throw .invalidOption(
        "--view", value: text,
        allowed: "sides of at most 10 to 1, each above a billionth of the greatest coordinate")
    }
  }
}

extension TrajectoriesConfig {
  package func work(on source: ImageSource?) -> Double {
    // A step is some hundred operations in double precision, one after the other.
    Double(steps * optimizers.count) * 10_000
  }
}
