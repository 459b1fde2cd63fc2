/// A function of two variables that optimizers descend: value, gradient and where it has its point
/// of interest.
///
/// Every value is made of sums, products and quotients of Doubles in the order that is written, so
/// that it has the same bits everywhere.
package enum Surface: String, CaseIterable, Codable, Equatable, Sendable {
  /// `f(x, y) = x²/20 + y²`: a long valley, twenty times as steep across as along.
  ///
  /// - Source: Saito, "Deep Learning from Scratch", O'Reilly Japan, 2016, section 6.1.
  case bowl
  /// `f(x, y) = (1 − x)² + 100 (y − x²)²`: a curved valley with a nearly flat floor.
  ///
  /// - Source: Rosenbrock, "An Automatic Method for Finding the Greatest or Least Value of a
  ///   Function", The Computer Journal 3(3), 1960.
  case rosenbrock
  /// `f(x, y) = y² − x²`: a minimum along y, a maximum along x, a gradient of zero at the origin.
  ///
  /// - Source: why such points matter, Dauphin et al., "Identifying and attacking the saddle point
  ///   problem in high-dimensional non-convex optimization", NeurIPS 2014.
  case saddle
  /// `f(x, y) = (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²`: a flat basin between
  /// steep walls.
  ///
  /// - Source: Beale, "On an iterative method for finding a local minimum of a function of more
  ///   than one variable", Princeton, 1958; Moré, Garbow and Hillstrom, "Testing Unconstrained
  ///   Optimization Software", ACM TOMS 7(1), 1981, problem 5.
  case beale

  /// A place on the surface.
  package typealias Place = (x: Double, y: Double)

  /// The height at a place.
  package func value(_ x: Double, _ y: Double) -> Double {
    switch self {
    case .bowl:
      return x * x / 20 + y * y
    case .rosenbrock:
      let (along, across) = (1 - x, y - x * x)
      return along * along + 100 * (across * across)
    case .saddle:
      return y * y - x * x
    case .beale:
      let (a, b, c) = bealeTerms(x, y)
      return a * a + b * b + c * c
    }
  }

  /// The derivatives of `value` by x and by y.
  package func gradient(_ x: Double, _ y: Double) -> Place {
    switch self {
    case .bowl:
      return (x / 10, 2 * y)
    case .rosenbrock:
      let across = y - x * x
      return (-2 * (1 - x) - 400 * (x * across), 200 * across)
    case .saddle:
      return (-2 * x, 2 * y)
    case .beale:
      let (a, b, c) = bealeTerms(x, y)
      let square = y * y
      return (
        2 * (a * (y - 1) + b * (square - 1) + c * (square * y - 1)),
        2 * x * (a + 2 * (b * y) + 3 * (c * square))
      )
    }
  }

  private func bealeTerms(_ x: Double, _ y: Double) -> (Double, Double, Double) {
    let square = y * y
    return (1.5 - x + x * y, 2.25 - x + x * square, 2.625 - x + x * (square * y))
  }

  /// The minimum, or the saddle point: the gradient is zero there.
  package var target: Place {
    switch self {
    case .bowl, .saddle: (0, 0)
    case .rosenbrock: (1, 1)
    case .beale: (3, 0.5)
    }
  }

  /// Whether `target` is a minimum; else it is a saddle point, to be left.
  package var hasMinimum: Bool { self != .saddle }

  /// Distance from `target`.
  package func distance(_ x: Double, _ y: Double) -> Double {
    let (dx, dy) = (x - target.x, y - target.y)
    return (dx * dx + dy * dy).squareRoot()
  }
}
