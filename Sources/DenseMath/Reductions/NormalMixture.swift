internal import CKernels

/// Densities of mixtures whose kernels are products of normal densities.
package enum NormalMixture {
  /// Kernels go in eights: arrays over them have a multiple of this, filled up with weights and
  /// inverses of zero.
  package static let lanes = Int(DLPLOT_MIXTURE_LANES)

  /// Writes to `sums`, for each point `p`, the sum over the kernels `k` of `weights[k]` times
  /// `exp(logs[k] - 1/2 sum_d ((points[p, d] - means[d, k]) inverses[d, k])^2)`.
  ///
  /// The bits are the same on every processor.
  ///
  /// - Parameters:
  ///   - points: Shape `[sums.count, dimensions]`.
  ///   - means: Shape `[dimensions, weights.count]`.
  ///   - inverses: Of the standard deviations; shape `[dimensions, weights.count]`.
  ///   - logs: Factors of the kernels by their natural logarithms.
  ///   - kernels: How many of them count, the first ones.
  /// - Precondition: the shapes fit, and `kernels` is a multiple of ``lanes``.
  package static func densities(
    of points: [Double], dimensions: Int, means: [Double], inverses: [Double], logs: [Double],
    weights: [Double], kernels: Int, into sums: inout [Double]
  ) {
    let stride = weights.count
    precondition(
      points.count == sums.count * dimensions && means.count == dimensions * stride
        && inverses.count == means.count && logs.count == stride && kernels <= stride
        && kernels % lanes == 0,
      "shapes of a mixture of \(kernels) kernels in \(dimensions) dimensions")
    dlplot_mixture(
      points, sums.count, dimensions, means, inverses, stride, logs, weights, kernels, &sums)
  }
}
