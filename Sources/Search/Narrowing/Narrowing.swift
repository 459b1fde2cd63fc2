internal import DenseMath

/// The refinement of a search: the same parameters over the ranges in which its best trials lie.
///
/// On the scale of a number, the new range goes from the least to the greatest place of the best
/// trials, and half a gap further on both sides, where the gap is the mean distance of two
/// neighbours among them; where all stand on one place, it is the old range divided by their number.
/// It never leaves the old range. Whole and stepped numbers are rounded outward. Of choices those
/// remain that one of the best trials has.
///
/// - Source: Saito, "Deep learning from scratch", 2016, section 6.5.2, which reads the new range off
///   the best trials by eye.
package enum Narrowing {
  /// Returns the space around the `best` trials of a study with the best values, of equal ones the
  /// first; nil where no complete trial has all parameters of the space.
  ///
  /// - Precondition: `best` is positive.
  package static func narrowed(_ study: Study, best: Int) -> SearchSpace? {
    precondition(best > 0, "a range around \(best) trials")
    let names = study.space.parameters.map(\.name)
    let trials = study.trials.filter { trial in
      trial.state == .complete && trial.value.map { !$0.isNaN } ?? false
        && names.allSatisfy { trial[$0] != nil }
    }
    let sorted = trials.indices.sorted {
      let (a, b) = (loss(trials[$0], study), loss(trials[$1], study))
      return a != b ? a < b : $0 < $1
    }
    let chosen = sorted.prefix(best).map { trials[$0] }
    if chosen.isEmpty { return nil }
    return try? SearchSpace(
      study.space.parameters.map { parameter in
        let values = chosen.compactMap { $0[parameter.name] }
        return SearchParameter(
          name: parameter.name, distribution: parameter.distribution.narrowed(to: values))
      })
  }

  private static func loss(_ trial: Trial, _ study: Study) -> Double {
    trial.value.map(study.direction.loss) ?? .infinity
  }
}

extension Distribution {
  /// The distribution around internal values; see ``Narrowing``.
  func narrowed(to values: [Double]) -> Distribution {
    let narrowed: Distribution?
    switch self {
    case .categorical(let choices):
      let kept = choices.indices.filter { values.contains(Double($0)) }
      narrowed = kept.isEmpty ? nil : .categorical(kept.map { choices[$0] })
    case .float(let range):
      guard let bounds = bounds(around: values, range.low, range.high) else { return self }
      if let step = range.step {
        let (first, last) = outward(bounds, from: range.low, by: step)
        narrowed = try? .float(
          range.low + first * step, min(range.low + last * step, range.high), step: step)
      } else {
        narrowed = try? .float(bounds.low, bounds.high, isLog: range.isLog)
      }
    case .int(let range):
      guard let bounds = bounds(around: values, Double(range.low), Double(range.high)) else {
        return self
      }
      let (first, last) = outward(bounds, from: Double(range.low), by: Double(range.step))
      narrowed = try? .int(
        range.low + Int(first) * range.step, min(range.low + Int(last) * range.step, range.high),
        isLog: range.isLog, step: range.step)
    }
    return narrowed ?? self
  }

  /// The values at the ends of the range around some of them.
  private func bounds(
    around values: [Double], _ least: Double, _ greatest: Double
  ) -> (low: Double, high: Double)? {
    let places = values.map(scaled)
    guard let first = places.min(), let last = places.max() else { return nil }
    let count = Double(places.count)
    let gap =
      first == last ? (scaled(greatest) - scaled(least)) / count : (last - first) / (count - 1)
    func value(_ place: Double) -> Double {
      min(max(isLog ? Elementary.exp(place) : place, least), greatest)
    }
    return (value(first - 0.5 * gap), value(last + 0.5 * gap))
  }

  /// The steps that enclose bounds, up to a millionth of one.
  private func outward(
    _ bounds: (low: Double, high: Double), from start: Double, by step: Double
  ) -> (first: Double, last: Double) {
    let (low, high) = ((bounds.low - start) / step, (bounds.high - start) / step)
    let (below, above) = (Elementary.nearestInteger(low), Elementary.nearestInteger(high))
    return (below > low + 1e-6 ? below - 1 : below, above < high - 1e-6 ? above + 1 : above)
  }
}
