package import NeuralNet

/// What is run and shown on a surface unless the user says otherwise: the start, the rates and the
/// view that show its lesson.
extension Surface {
  package var defaultStart: Place {
    switch self {
    case .bowl: (-7, 2)
    case .rosenbrock: (-1.2, 1)
    // All but on the ridge: along x the gradient is a thousandth of that along y.
    case .saddle: (0.001, 1)
    case .beale: (1, 1.5)
    }
  }

  package var defaultSteps: Int {
    switch self {
    case .bowl, .saddle: 30
    case .rosenbrock: 200
    case .beale: 100
    }
  }

  package var defaultOptimizers: [Optimizer] {
    switch self {
    case .bowl: Self.four(sgd: 0.95, momentum: 0.1, adagrad: 1.5, adam: 0.3)
    case .rosenbrock: Self.four(sgd: 0.002, momentum: 0.001, adagrad: 0.5, adam: 0.4)
    case .saddle: Self.four(sgd: 0.1, momentum: 0.05, adagrad: 0.1, adam: 0.1)
    case .beale: Self.four(sgd: 0.002, momentum: 0.0015, adagrad: 1, adam: 0.3)
    }
  }

  private static func four(
    sgd: Double, momentum: Double, adagrad: Double, adam: Double
  ) -> [Optimizer] {
    [
      Optimizer(.sgd).with(rate: sgd), Optimizer(.momentum).with(rate: momentum),
      Optimizer(.adagrad).with(rate: adagrad), Optimizer(.adam).with(rate: adam),
    ]
  }

  /// The rate that shows how a rule behaves on this surface: that of the default figure for the
  /// four of the lesson; Nesterov's momentum has that of Momentum, AdamW that of Adam.
  ///
  /// RMSProp has its own: for want of a bias correction its first steps are longer than Adam's.
  package func lessonRate(of kind: Optimizer.Kind) -> Double {
    let shown: Optimizer.Kind
    switch kind {
    case .sgd, .momentum, .adagrad, .adam: shown = kind
    case .nesterov: shown = .momentum
    case .adamw: shown = .adam
    case .rmsprop:
      return switch self {
      case .bowl: 0.3
      case .rosenbrock: 0.02
      case .saddle, .beale: 0.1
      }
    }
    return (defaultOptimizers.first { $0.kind == shown } ?? Optimizer(kind)).rate
  }

  package var defaultView: SurfaceView {
    switch self {
    case .bowl: SurfaceView(x: -8...3, y: -3...3)
    case .rosenbrock: SurfaceView(x: -1.6...1.4, y: -0.4...1.6)
    case .saddle: SurfaceView(x: -0.6...3.4, y: -1...1.3)
    case .beale: SurfaceView(x: -0.2...4, y: -1.4...1.8)
    }
  }

  /// The default view, widened where it does not show a start.
  package func view(showing start: Place) -> SurfaceView {
    defaultView.showing(start)
  }

  /// The values between which contours tell something: a floor below is too small to be seen, and
  /// the walls above are one colour. Nil for a surface that is not bounded below.
  package var contourRange: ClosedRange<Double>? {
    switch self {
    case .bowl: 0.1...1000
    case .rosenbrock: 1...400
    case .saddle: nil
    case .beale: 0.1...60
    }
  }
}

/// A rectangle of a surface that is shown.
package struct SurfaceView: Codable, Equatable, Sendable {
  /// Ends of the range along x, and along y.
  package var x: [Double]
  package var y: [Double]

  package init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.x = [x.lowerBound, x.upperBound]
    self.y = [y.lowerBound, y.upperBound]
  }

  package var width: Double { x[1] - x[0] }
  package var height: Double { y[1] - y[0] }

  package func contains(_ px: Double, _ py: Double) -> Bool {
    px >= x[0] && px <= x[1] && py >= y[0] && py <= y[1]
  }

  /// Longest side over the other that is shown.
  package static let greatestRatio = 10.0

  /// This view, widened by a tenth around a place that lies outside, and then to a shape that can
  /// be seen.
  func showing(_ place: Surface.Place) -> SurfaceView {
    guard !contains(place.x, place.y) else { return self }
    var view = self
    view.x = Self.widened(x, to: place.x)
    view.y = Self.widened(y, to: place.y)
    let shape = Self.greatestRatio / 4
    view.x = Self.widened(view.x, length: view.height / shape)
    view.y = Self.widened(view.y, length: view.width / shape)
    return view
  }

  private static func widened(_ range: [Double], to value: Double) -> [Double] {
    guard value < range[0] || value > range[1] else { return range }
    let (low, high) = (min(range[0], value), max(range[1], value))
    let room = (high - low) / 10
    return value < range[0] ? [low - room, high] : [low, high + room]
  }

  private static func widened(_ range: [Double], length: Double) -> [Double] {
    let missing = length - (range[1] - range[0])
    guard missing > 0 else { return range }
    return [range[0] - missing / 2, range[1] + missing / 2]
  }
}
