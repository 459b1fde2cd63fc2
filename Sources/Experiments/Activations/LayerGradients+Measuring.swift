extension LayerGradients {
  /// Measures the gradient that reaches one layer, `[samples, units]`, row by row.
  init(measuring values: [Float]) throws {
    var counts = [Int](
      repeating: 0,
      count: (Self.lastExponent - Self.firstExponent) * Self.binsPerDecade)
    var sum = 0.0
    var finite = 0
    var zeros = 0
    var below = 0
    var above = 0
    let edges = Self.edges
    for value in values {
      guard value.isFinite else { continue }
      finite += 1
      let size = Double(value.magnitude)
      sum += size * size
      if size == 0 {
        zeros += 1
      } else if size < edges[0] {
        below += 1
      } else if size >= edges[edges.count - 1] {
        above += 1
      } else {
        // The last edge that is not above the size.
        var low = 0
        var high = edges.count - 1
        while high - low > 1 {
          let middle = (low + high) / 2
          if edges[middle] <= size { low = middle } else { high = middle }
        }
        counts[low] += 1
      }
    }
    self.init(
      rootMeanSquare: finite > 0 ? (sum / Double(finite)).squareRoot() : 0, counts: counts,
      zeros: zeros, below: below, above: above, nonFinite: values.count - finite,
      digest: try floatDigest(of: values))
  }

  /// Ends of the bins: quarters of powers of ten, `10^(k/4 - 10)`.
  package static let edges: [Double] = {
    // The powers as literals and the quarters as correctly rounded roots: nothing to accumulate.
    let powers: [Double] = [
      1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1, 1e1, 1e2, 1e3, 1e4,
    ]
    let quarters = [1, 1.7782794100389228, 3.1622776601683795, 5.623413251903491]
    return powers.dropLast().flatMap { power in quarters.map { $0 * power } } + [1e4]
  }()
}
