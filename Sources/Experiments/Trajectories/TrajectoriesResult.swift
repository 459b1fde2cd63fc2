package import NeuralNet

/// What `TrajectoriesExperiment` measured: everything that the figure draws and says.
package struct TrajectoriesResult: Codable, Equatable, Sendable {
  package var config: TrajectoriesConfig
  /// Whole degrees between steepest descent at the start and the straight way to the minimum; 0
  /// where one of them has no direction.
  package var startAngle: Int
  /// One for each optimizer, in the order of the config.
  package var paths: [OptimizerPath]
}

/// The way of one optimizer.
package struct OptimizerPath: Codable, Equatable, Sendable {
  package var optimizer: Optimizer
  /// The start and the place after each step, as long as place and value are finite.
  package var x: [Double]
  package var y: [Double]
  /// The surface's value at each place.
  package var values: [Double]
  /// Distance of each place from the minimum or saddle point.
  package var distances: [Double]
  /// Steps that turn back along y: y changes the other way than before. Changes of at most a
  /// thousandth of the start's distance from the minimum are passed over, as none can be seen.
  package var zigzags: Int
  /// The most that the value rises again above the least value before.
  package var climb: Double
  /// The first step after which the path is outside the view and stays there; nil while the last
  /// place is inside.
  package var leftViewAt: Int?
  /// The first step whose place or value is not a finite number.
  package var nonFiniteAt: Int?
  /// On a saddle, the first step whose value is `PathVerdict.escapeDepth` below the saddle's.
  package var escapedAt: Int?

  /// Steps that end outside a view before the path comes back to it.
  package func stepsOutside(_ view: SurfaceView) -> Int {
    let last = leftViewAt ?? x.count
    return (0..<min(last, x.count)).count { !view.contains(x[$0], y[$0]) }
  }

  /// Steps that led to finite places.
  package var steps: Int { x.count - 1 }
}
