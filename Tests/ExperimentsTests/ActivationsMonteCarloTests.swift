import Experiments
import Foundation
import NeuralNet
import Testing

/// Means, spreads and histograms agree with the same model in NumPy.
///
/// The fixture holds, for each quantity of each layer, the mean over its seeds and the standard
/// deviation from seed to seed, in which the samples' dependence on each other is contained; and the
/// critical value of a permutation test over all quantities at once, which fails by chance for one
/// choice of seeds in a thousand. The script beside it tells how.
struct ActivationsMonteCarloTests {
  struct Table: Decodable {
    struct Layer: Decodable {
      /// The first share of each pool of neighbouring ones.
      var pools: [Int]
      /// Of five scalars and the pools.
      var mean: [Double]
      /// Zero where all seeds have the same value, negative where events are too rare to compare.
      var deviation: [Double]
    }
    struct Case: Decodable {
      var initializer: String
      var activation: String
      var range: [Double]
      var layers: [Layer]
    }
    var seeds: Int
    var comparedSeeds: Int
    var bins: Int
    var quantities: Int
    var critical: Double
    var cases: [Case]
  }

  @Test("statistics of every initializer and activation are NumPy's within sampling error")
  func agreement() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let data = try Data(
      contentsOf: folder.appendingPathComponent("Fixtures/activations_monte_carlo.json"))
    let table = try JSONDecoder().decode(Table.self, from: data)
    #expect(table.cases.count == 35)
    let shrinking =
      (1 / Double(table.comparedSeeds) + 1 / Double(table.seeds)).squareRoot()
    var scores: [Double] = []
    for reference in table.cases {
      let measured = try Self.measure(reference, in: table)
      for (layer, expected) in reference.layers.enumerated() {
        // What Float32 may lose against the reference, which computes in Double.
        let rounding = 0x1p-22 * (abs(expected.mean[0]) + expected.mean[1])
        for index in expected.mean.indices where expected.deviation[index] >= 0 {
          let name = "\(reference.initializer) \(reference.activation) \(layer + 1) #\(index)"
          let ours = measured[layer][index]
          let slack = index < 3 ? rounding : 1e-9
          let distance = max(0, abs(ours - expected.mean[index]) - slack)
          let error = expected.deviation[index] * shrinking
          if error > 0 {
            scores.append(distance / error)
            #expect(
              distance < table.critical * error,
              "\(name): \(ours) for \(expected.mean[index]) ± \(error)")
          } else {
            #expect(distance == 0, "\(name): \(ours) for \(expected.mean[index])")
          }
        }
      }
    }
    #expect(scores.count == table.quantities)
    // Were the errors misjudged (too wide to fail), the scores would not be near 1.
    let squares = scores.reduce(0) { $0 + $1 * $1 }
    let typical = (squares / Double(scores.count)).squareRoot()
    #expect(typical > 0.7 && typical < 1.3, "root mean square score \(typical)")
  }

  /// Means over the seeds of the five scalars and the pools of shares, layer by layer.
  static func measure(_ reference: Table.Case, in table: Table) throws -> [[Double]] {
    let initializer = try Initializer(name: reference.initializer)
    let activation = try #require(Activation(rawValue: reference.activation))
    var means = reference.layers.map { $0.mean.map { _ in 0.0 } }
    for seed in 0..<table.comparedSeeds {
      let config = ActivationsConfig(
        initializers: [initializer], activation: activation, bins: table.bins,
        range: reference.range[0]...reference.range[1], seed: UInt64(seed))
      let result = try ActivationsExperiment(config).run()
      for (index, layer) in result.rows[0].layers.enumerated() {
        let values = quantities(layer, pools: reference.layers[index].pools)
        for (place, value) in values.enumerated() {
          means[index][place] += value / Double(table.comparedSeeds)
        }
      }
    }
    return means
  }

  static func quantities(_ layer: LayerActivations, pools: [Int]) -> [Double] {
    let counts = [layer.below] + layer.counts + [layer.above]
    let total = Double(counts.reduce(0, +) + layer.nonFinite)
    let ends = pools.dropFirst() + [counts.count]
    let shares = zip(pools, ends).map { Double(counts[$0..<$1].reduce(0, +)) / total }
    return [
      layer.mean, layer.standardDeviation, layer.signal, layer.saturatedShare,
      layer.restingShare,
    ] + shares
  }
}
