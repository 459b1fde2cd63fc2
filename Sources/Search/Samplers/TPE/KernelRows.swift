internal import DenseMath

/// The continuous parts of kernels as ``NormalMixture`` takes them.
struct KernelRows: Sendable {
  let means: [Double]
  let inverses: [Double]
  let logs: [Double]
  /// The length of a row.
  let stride: Int
  /// How many kernels count, a multiple of ``NormalMixture/lanes``.
  let kernels: Int

  /// Takes the kernels of some entries, one after the other if compact, else each at its own place
  /// among `count`.
  init(_ source: ParzenKernels, _ entries: [Int32], _ count: Int, isCompact: Bool) {
    func filledUp(_ count: Int) -> Int {
      (count + NormalMixture.lanes - 1) / NormalMixture.lanes * NormalMixture.lanes
    }
    guard isCompact else {
      (means, inverses, logs) = (source.means, source.inverses, source.logs)
      stride = source.stride
      kernels = filledUp(count)
      return
    }
    let stride = filledUp(entries.count)
    let filler = repeatElement(0.0, count: stride - entries.count)
    var (means, inverses): ([Double], [Double]) = ([], [])
    for row in source.continuous.indices {
      means += entries.map { source.means[row * source.stride + Int($0)] } + filler
      inverses += entries.map { source.inverses[row * source.stride + Int($0)] } + filler
    }
    self.means = means
    self.inverses = inverses
    logs = entries.map { source.logs[Int($0)] } + filler
    self.stride = stride
    kernels = stride
  }
}
