import Foundation
import NeuralNet
import Testing

/// Every rule takes the steps that PyTorch takes in float64 (see the script beside the numbers).
struct OptimizerDescentTests {
  struct Table: Decodable {
    struct Case: Decodable {
      var optimizer: String
      var surface: String
      var start: [Double]
      /// x and y after each step.
      var points: [Double]
    }
    var steps: Int
    var cases: [Case]
  }

  private static func table() throws -> Table {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let data = try Data(
      contentsOf: folder.appendingPathComponent("Fixtures/descent_reference.json"))
    return try JSONDecoder().decode(Table.self, from: data)
  }

  private static func gradient(of surface: String, at point: [Double]) -> [Double] {
    let (x, y) = (point[0], point[1])
    return surface == "bowl"
      ? [x / 10, 2 * y] : [2 * (x - 1) - 400 * x * (y - x * x), 200 * (y - x * x)]
  }

  @Test("all seven rules agree with PyTorch over 25 steps on two surfaces")
  func agreement() throws {
    let table = try Self.table()
    #expect(table.steps == 25 && table.cases.count == 24)
    var kinds: [Optimizer.Kind] = []
    var worst = 0.0
    for reference in table.cases {
      let optimizer = try Optimizer(name: reference.optimizer)
      #expect(optimizer.name == reference.optimizer)
      if !kinds.contains(optimizer.kind) { kinds.append(optimizer.kind) }
      var descent = Descent(optimizer, parameterCount: 2)
      var point = reference.start
      for step in 0..<table.steps {
        descent.step(&point, gradient: Self.gradient(of: reference.surface, at: point))
        for index in 0..<2 {
          let expected = reference.points[2 * step + index]
          // Rounding in another order; relative to the parameter, absolute near zero.
          let error = abs(point[index] - expected) / max(abs(expected), 1e-3)
          worst = max(worst, error)
          #expect(
            error < 1e-11,
            "\(reference.optimizer) on \(reference.surface), step \(step + 1): \(point[index])")
        }
      }
    }
    #expect(kinds == Optimizer.Kind.allCases)
    // Not the same numbers by accident of reading them: PyTorch rounds elsewhere.
    #expect(worst > 0)
  }

  @Test("the first steps are those of a hand computation")
  func firstSteps() {
    func first(_ optimizer: Optimizer) -> [Double] {
      var descent = Descent(optimizer, parameterCount: 2)
      var point = [1.0, -2.0]
      descent.step(&point, gradient: [0.5, -4])
      return point
    }
    #expect(first(.sgd(rate: 0.5)) == [0.75, 0])
    #expect(first(.momentum(rate: 0.5, momentum: 0.9)) == [0.75, 0])
    #expect(first(.nesterov(rate: 0.5, momentum: 0.5)) == [0.625, 1])
    // Without ε each parameter moves by the rate, whatever the size of its gradient.
    #expect(first(.adagrad(rate: 0.5, epsilon: 0)) == [0.5, -1.5])
    #expect(first(.rmsprop(rate: 0.5, decay: 0.75, epsilon: 0)) == [0, -1])
    #expect(first(.adam(rate: 0.5, beta1: 0.5, beta2: 0.75, epsilon: 0)) == [0.5, -1.5])
    #expect(
      first(.adamw(rate: 0.5, beta1: 0.5, beta2: 0.75, epsilon: 0, decay: 0.5)) == [0.25, -1])
  }
}
