/// Where samplers take their random numbers from.
protocol UniformSource {
  /// Returns the next number in [0, 1), a multiple of 2^-53.
  mutating func uniform() -> Double
}

extension UniformSource {
  /// Returns the next numbers.
  mutating func uniforms(_ count: Int) -> [Double] {
    var numbers: [Double] = []
    numbers.reserveCapacity(count)
    for _ in 0..<count { numbers.append(uniform()) }
    return numbers
  }

  /// Indices with the given shares, one number each: that of the first running total above it.
  mutating func uniformChoices(_ size: Int, weights: [Double]) -> [Int] {
    var totals: [Double] = []
    totals.reserveCapacity(weights.count)
    var total = 0.0
    for weight in weights {
      total += weight
      totals.append(total)
    }
    precondition(total > 0, "no positive weight among \(weights.count)")
    for i in totals.indices { totals[i] /= total }
    var indices: [Int] = []
    indices.reserveCapacity(size)
    for _ in 0..<size {
      let number = uniform()
      var (low, high) = (0, totals.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if totals[middle] > number { high = middle } else { low = middle + 1 }
      }
      indices.append(low)
    }
    return indices
  }
}
