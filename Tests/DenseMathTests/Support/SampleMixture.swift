import DenseMath

/// A mixture with kernels of many sizes.
struct SampleMixture {
  let dimensions: Int
  let points: [Double]
  let means: [Double]
  let inverses: [Double]
  let logs: [Double]
  let weights: [Double]

  init(points: Int, dimensions: Int, kernels: Int) {
    let stream = RandomStream(seed: 4)
    self.dimensions = dimensions
    self.points = stream.substream(0).normalDoubles(points * dimensions)
    means = stream.substream(1).normalDoubles(dimensions * kernels)
    inverses = stream.substream(2).normalDoubles(dimensions * kernels).map { $0 * $0 * 5 }
    logs = stream.substream(3).normalDoubles(kernels).map { $0 * 20 }
    weights = stream.substream(4).normalDoubles(kernels).map { $0 * $0 }
  }

  func densities(kernels: Int? = nil) -> [Double] {
    var sums = [Double](repeating: .nan, count: dimensions == 0 ? 7 : points.count / dimensions)
    NormalMixture.densities(
      of: points, dimensions: dimensions, means: means, inverses: inverses, logs: logs,
      weights: weights, kernels: kernels ?? weights.count, into: &sums)
    return sums
  }

  /// One kernel's term at a point, by the exponential of one number.
  func term(_ point: Int, _ kernel: Int) -> Double {
    var squares = 0.0
    for d in 0..<dimensions {
      let place = d * weights.count + kernel
      let z = (points[point * dimensions + d] - means[place]) * inverses[place]
      squares += z * z
    }
    return weights[kernel] * Elementary.exp(logs[kernel] - squares * 0.5)
  }
}
