import Experiments
import Foundation
import NeuralNet
import Testing

/// Means, spreads and histograms agree with the same model in NumPy.
///
/// The fixture holds, for each quantity of each layer, the mean over 40 seeds and the standard
/// deviation from seed to seed (see the script beside it). Ours are means over 20 seeds of a quarter
/// of the initializer's cost each; the difference of the two means has a standard deviation of
/// `s sqrt(1/20 + 1/40)`.
struct ActivationsMonteCarloTests {
  struct Table: Decodable {
    struct Case: Decodable {
      var initializer: String
      var activation: String
      var range: [Double]
      var mean: [[Double]]
      var deviation: [[Double]]
    }
    var seeds: Int
    var cases: [Case]
  }

  static let seeds = 20

  @Test("statistics of every initializer and activation are NumPy's within sampling error")
  func agreement() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let data = try Data(
      contentsOf: folder.appendingPathComponent("Fixtures/activations_monte_carlo.json"))
    let table = try JSONDecoder().decode(Table.self, from: data)
    #expect(table.cases.count == 35)
    var compared = 0
    var squares = 0.0
    var used = 0
    var worst = (0.0, "")
    for reference in table.cases {
      let activation = try #require(Activation(rawValue: reference.activation))
      var sums = reference.mean.map { $0.map { _ in 0.0 } }
      for seed in 0..<Self.seeds {
        let config = ActivationsConfig(
          initializers: [try Initializer(name: reference.initializer)], activation: activation,
          range: reference.range[0]...reference.range[1], seed: UInt64(seed))
        let result = try ActivationsExperiment(config).run(threads: 1)
        for (layer, measured) in result.rows[0].layers.enumerated() {
          for (index, value) in Self.quantities(measured).enumerated() {
            sums[layer][index] += value
          }
        }
      }
      for layer in sums.indices {
        for index in sums[layer].indices {
          let ours = sums[layer][index] / Double(Self.seeds)
          let expected = reference.mean[layer][index]
          let error =
            reference.deviation[layer][index]
            * (1 / Double(Self.seeds) + 1 / Double(table.seeds)).squareRoot()
          // The fixture has six digits, and Float32 rounds saturated values to the ends.
          let slack = 3e-6 * abs(expected) + 2e-6
          let distance = max(0, abs(ours - expected) - slack)
          compared += 1
          // A unit of a deep layer is nearly constant: its 1000 samples fall into one bin together,
          // so that one seed adds a step of 1/100, 1/2000 in the mean of 20. What happens to a few
          // units of all seeds is counted in such steps, up to the Poisson limit of a dozen.
          let isRare = index > 2 && expected < 2e-3
          let name = "\(reference.initializer) \(reference.activation) \(layer + 1) #\(index)"
          if isRare {
            #expect(distance < 6e-3, "\(name): \(ours) for \(expected)")
          } else if error > 0 {
            let score = distance / error
            if score > worst.0 { worst = (score, name) }
            squares += score * score
            used += 1
            #expect(score < 7, "\(name): \(ours) for \(expected) ± \(error)")
          } else {
            #expect(distance < 1e-4, "\(name): \(ours) for \(expected)")
          }
        }
      }
    }
    #expect(compared == 35 * 5 * 37)
    // Were the errors misjudged (too wide to fail), the scores would not be near 1.
    let typical = (squares / Double(used)).squareRoot()
    #expect(typical > 0.5 && typical < 1.5, "root mean square score \(typical)")
  }

  static func quantities(_ layer: LayerActivations) -> [Double] {
    let total = Double(layer.counts.reduce(0, +) + layer.below + layer.above + layer.nonFinite)
    return [
      layer.mean, layer.standardDeviation, layer.signal, layer.saturatedShare,
      layer.restingShare,
    ] + layer.counts.map { Double($0) / total } + [
      Double(layer.below) / total, Double(layer.above) / total,
    ]
  }
}
