internal import DenseMath

/// Grid search: every combination of the values of a grid, once.
package struct GridSampler: Sampler {
  /// In which order the points come.
  package enum Order: Hashable, Sendable {
    /// As numbers count: the last parameter changes fastest.
    case written
    /// Shuffled by the streams of a seed, so that a search that stops early has seen all parts.
    case shuffled(seed: UInt64)
    /// Parameters sorted by name and the points shuffled by NumPy's generator: the order of Optuna
    /// 5.0.0's `GridSampler` with this seed. Without one Optuna takes 0.
    case numpy(seed: UInt32)
  }

  /// The number of points.
  package let count: Int
  private let names: [String]
  private let values: [[Double]]
  private let order: [Int]?

  /// The most points that a grid may have.
  package static let mostPoints = 10_000_000

  /// Lays out a grid.
  ///
  /// - Parameter points: Values of a real parameter without steps, at equal distances on its scale;
  ///   without it, such a parameter is an error.
  /// - Throws: `SamplerError` for a grid of more than ``mostPoints``, or one without steps.
  package init(
    _ space: SearchSpace, order: Order, points: Int? = nil
  ) throws(SamplerError) {
    let parameters: [SearchParameter]
    if case .numpy = order { parameters = space.sorted } else { parameters = space.parameters }
    var count = 1
    for parameter in parameters {
      let size: Int
      switch parameter.distribution {
      case .categorical(let choices): size = choices.count
      case .int(let range): size = range.count
      case .float(let range):
        guard let known = range.count ?? points else {
          throw .gridWithoutSteps(name: parameter.name)
        }
        size = known
      }
      let product = count.multipliedReportingOverflow(by: size)
      if product.overflow || product.partialValue > Self.mostPoints {
        throw .gridTooLarge(
          count: product.overflow ? nil : product.partialValue, most: Self.mostPoints)
      }
      count = product.partialValue
    }
    self.count = count
    names = parameters.map(\.name)
    values = parameters.map { $0.distribution.gridValues(points: max(points ?? 2, 2)) }
    switch order {
    case .written: self.order = nil
    case .shuffled(let seed):
      self.order = RandomStream(seed: seed).substream(.trial).permutation(of: count)
    case .numpy(let seed):
      var numbers = Array(0..<count)
      var state = LegacyRandomState(seed: seed)
      state.shuffle(&numbers)
      self.order = numbers
    }
  }

  /// Returns the point of a trial, which depends on its number alone.
  ///
  /// - Throws: `SamplerError.gridExhausted` beyond the last point.
  package func suggest(
    number: Int, for study: Study
  ) throws(SamplerError) -> [TrialParameter] {
    guard number < count else { throw .gridExhausted(number: number, count: count) }
    var rest = order?[number] ?? number
    var point: [String: Double] = [:]
    for (name, values) in zip(names, values).reversed() {
      point[name] = values[rest % values.count]
      rest /= values.count
    }
    return study.space.parameters.map {
      TrialParameter(
        name: $0.name, distribution: $0.distribution, value: point[$0.name] ?? 0)
    }
  }
}
