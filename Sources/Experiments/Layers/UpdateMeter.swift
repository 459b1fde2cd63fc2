import DenseMath
import NeuralNet

/// Measures the gradient of each step and how far it moved the weights, layer by layer.
struct UpdateMeter {
  private let ranges: [Range<Int>]
  private var before: [Float]
  private var steps = 0
  private var gradientSums: [Double]
  private var ratioSums: [Double]

  init(_ network: Network) {
    ranges = network.layout.layers.map { $0.weights..<$0.weights + $0.inputs * $0.units }
    before = network.parameters.elements
    gradientSums = [Double](repeating: 0, count: ranges.count)
    ratioSums = gradientSums
  }

  /// Takes the step that the network has just made.
  mutating func add(_ network: Network) {
    let after = network.parameters.elements
    let gradients = network.gradients.elements
    for (index, range) in ranges.enumerated() {
      // Steps are small beside the weights, so that these differences are exact or nearly so.
      let moved = range.map { after[$0] - before[$0] }
      gradientSums[index] += norm(gradients.span.extracting(range))
      ratioSums[index] += norm(moved.span) / norm(before.span.extracting(range))
    }
    before = after
    steps += 1
  }

  /// Appends the means over the epoch's steps, and begins the next epoch.
  mutating func finishEpoch(into layers: inout [LayerCourse]) {
    for index in ranges.indices {
      layers[index].gradientNorm.append(finite(gradientSums[index] / Double(steps)))
      layers[index].updateRatio.append(finite(ratioSums[index] / Double(steps)))
      gradientSums[index] = 0
      ratioSums[index] = 0
    }
    steps = 0
  }

  private func finite(_ value: Double) -> Double { value.isFinite ? value : .nan }

  /// Root of the sum of squares.
  private func norm(_ values: Span<Float>) -> Double {
    Reductions.dot(values, values).squareRoot()
  }
}
