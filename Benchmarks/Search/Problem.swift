import DenseMath
import Search

/// A function to minimise; ``Tests/Parity/search_parity.py`` has the same ones for Optuna.
enum Problem: String, CaseIterable {
  case branin, hartmann6, rosenbrock6, ackley10, mixed, whole

  /// The least value; of the mixed ones not known, zero.
  var minimum: Double {
    switch self {
    case .branin: 0.39788735772973816
    case .hartmann6: -3.322368011391339
    default: 0
    }
  }

  func space() throws -> SearchSpace {
    switch self {
    case .branin:
      return try SearchSpace(texts: ["x1=-5.0..10", "x2=0.0..15"])
    case .hartmann6: return try SearchSpace(texts: (1...6).map { "x\($0)=0.0..1" })
    case .rosenbrock6: return try SearchSpace(texts: (1...6).map { "x\($0)=-5.0..10" })
    case .ackley10:
      return try SearchSpace(texts: (1...10).map { "x\($0)=-32.768..32.768" })
    case .mixed:
      return try SearchSpace(texts: [
        "lr=log:1e-6..1e-2", "wd=log:1e-8..1e-4", "hidden=50..200:50", "init=std|xavier|he",
      ])
    case .whole:
      return try SearchSpace(texts: [
        "units=log:4..512", "depth=1..6", "dropout=0..0.5:0.1", "optimizer=sgd|adam",
        "rate=log:1e-4..1e-1",
      ])
    }
  }

  /// The value of internal parameters, in the order of the space.
  func value(_ x: [Double]) -> Double {
    switch self {
    case .branin:
      let (b, c) = (5.1 / (4 * Double.pi * Double.pi), 5 / Double.pi)
      let inner = x[1] - b * x[0] * x[0] + c * x[0] - 6
      return inner * inner + 10 * (1 - 1 / (8 * Double.pi)) * Elementary.cos(x[0]) + 10
    case .hartmann6:
      var sum = 0.0
      for i in 0..<4 {
        var inner = 0.0
        for j in 0..<6 {
          let difference = x[j] - Self.places[i][j]
          inner += Self.scales[i][j] * difference * difference
        }
        sum += [1, 1.2, 3, 3.2][i] * Elementary.exp(-inner)
      }
      return -sum
    case .rosenbrock6:
      var sum = 0.0
      for i in 0..<5 {
        let (a, b) = (x[i + 1] - x[i] * x[i], 1 - x[i])
        sum += 100 * a * a + b * b
      }
      return sum
    case .ackley10:
      var (squares, cosines) = (0.0, 0.0)
      for v in x {
        squares += v * v
        cosines += Elementary.cos(2 * Double.pi * v)
      }
      let n = Double(x.count)
      return 20 + Elementary.exp(1) - 20 * Elementary.exp(-0.2 * (squares / n).squareRoot())
        - Elementary.exp(cosines / n)
    case .mixed:
      let (a, b) = (Elementary.log10(x[0]) + 3, Elementary.log10(x[1]) + 6)
      return a * a + 0.1 * b * b + (x[2] - 100) / 1000 + [0.5, 0.2, 0][Int(x[3])]
    case .whole:
      let (a, b) = (Elementary.log2(x[0]) - 6, Elementary.log10(x[4]) + 2.5)
      return a * a + 0.3 * (x[1] - 3) * (x[1] - 3) + 4 * x[2] + x[3] * 0.5 + b * b
    }
  }

  private static let scales: [[Double]] = [
    [10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8],
    [17, 8, 0.05, 10, 0.1, 14],
  ]

  private static let places: [[Double]] = [
    [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886],
    [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
    [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.6650],
    [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
  ]
}
