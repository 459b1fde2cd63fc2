import DenseMath
import NeuralNet

/// Lets optimizers descend a surface, all from one start.
package struct TrajectoriesExperiment: Sendable {
  package let config: TrajectoriesConfig

  /// - Throws: `ExperimentError` for a config out of its limits.
  package init(_ config: TrajectoriesConfig) throws(ExperimentError) {
    try config.validate()
    self.config = config
  }

  package func run() -> TrajectoriesResult {
    TrajectoriesResult(
      config: config, startAngle: startAngle, paths: config.optimizers.map(path))
  }

  private func path(_ optimizer: Optimizer) -> OptimizerPath {
    let surface = config.surface
    var descent = Descent(optimizer, parameterCount: 2)
    var place = config.start
    var path = OptimizerPath(
      optimizer: optimizer, x: [place[0]], y: [place[1]],
      values: [surface.value(place[0], place[1])],
      distances: [surface.distance(place[0], place[1])], zigzags: 0, climb: 0)
    for step in 1...config.steps {
      let slope = surface.gradient(place[0], place[1])
      descent.step(&place, gradient: [slope.x, slope.y])
      let value = surface.value(place[0], place[1])
      let distance = surface.distance(place[0], place[1])
      guard place[0].isFinite, place[1].isFinite, value.isFinite, distance.isFinite else {
        path.nonFiniteAt = step
        break
      }
      path.x.append(place[0])
      path.y.append(place[1])
      path.values.append(value)
      path.distances.append(distance)
    }
    path.zigzags = zigzags(of: path)
    path.climb = climb(of: path.values)
    path.leftViewAt = leftView(path)
    if !surface.hasMinimum {
      let depth = surface.value(surface.target.x, surface.target.y) - PathVerdict.escapeDepth
      path.escapedAt = path.values.firstIndex { $0 < depth }
    }
    return path
  }

  /// Part of the start's distance from the minimum up to which a change of y counts as none.
  private static let leastChange = 1e-3

  private func zigzags(of path: OptimizerPath) -> Int {
    let least = Self.leastChange * path.distances[0]
    let changes = zip(path.y, path.y.dropFirst()).map { $1 - $0 }.filter { abs($0) > least }
    return zip(changes, changes.dropFirst()).count { ($0 < 0) != ($1 < 0) }
  }

  private func climb(of values: [Double]) -> Double {
    var least = values[0]
    var climb = 0.0
    for value in values {
      climb = max(climb, value - least)
      least = min(least, value)
    }
    return climb
  }

  private func leftView(_ path: OptimizerPath) -> Int? {
    let lastInside = path.x.indices.last { config.view.contains(path.x[$0], path.y[$0]) } ?? -1
    return lastInside < path.x.count - 1 || path.nonFiniteAt != nil ? lastInside + 1 : nil
  }

  /// The angle rounded to whole degrees, by a search: no inverse function is needed.
  private var startAngle: Int {
    let surface = config.surface
    let slope = surface.gradient(config.start[0], config.start[1])
    let way = (x: surface.target.x - config.start[0], y: surface.target.y - config.start[1])
    let lengths =
      (slope.x * slope.x + slope.y * slope.y).squareRoot()
      * (way.x * way.x + way.y * way.y).squareRoot()
    guard surface.hasMinimum, lengths > 0, lengths.isFinite else { return 0 }
    let cosine = (-slope.x * way.x - slope.y * way.y) / lengths
    let degree = 3.14159265358979323846 / 180
    return (0..<180).first { Elementary.cos((Double($0) + 0.5) * degree) < cosine } ?? 180
  }
}
