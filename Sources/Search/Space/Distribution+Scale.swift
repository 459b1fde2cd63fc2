internal import DenseMath

/// Random numbers to values, by way of the scale on which a parameter is searched.
extension Distribution {
  /// The interval of the scale from which values are drawn evenly: logarithms on a log scale, and
  /// half a step more at both ends where there are steps, so that each value has the same share.
  /// Nil for choices.
  ///
  /// - Source: Optuna 5.0.0, `_transform.py`.
  package var scaleBounds: (low: Double, high: Double)? {
    switch self {
    case .float(let range):
      if range.isLog { return (Elementary.log(range.low), Elementary.log(range.high)) }
      let half = 0.5 * (range.step ?? 0)
      return (range.low - half, range.high + half)
    case .int(let range):
      let half = 0.5 * Double(range.step)
      let bounds = (low: Double(range.low) - half, high: Double(range.high) + half)
      if range.isLog { return (Elementary.log(bounds.low), Elementary.log(bounds.high)) }
      return bounds
    case .categorical: return nil
    }
  }

  /// The place of an internal value on the scale.
  package func scaled(_ value: Double) -> Double {
    isLog ? Elementary.log(value) : value
  }

  /// Returns the internal value of a place on the scale: the nearest allowed one, and without steps
  /// always below the upper bound.
  package func unscaled(_ place: Double) -> Double {
    switch self {
    case .float(let range):
      if let step = range.step {
        let value = Elementary.nearestInteger((place - range.low) / step) * step + range.low
        return min(max(value, range.low), range.high)
      }
      if range.isSingle { return range.low }
      if range.isLog {
        return min(max(Elementary.exp(place), range.low), range.high.nextDown)
      }
      return min(place, range.high.nextDown)
    case .int(let range):
      let (low, high, step) = (Double(range.low), Double(range.high), Double(range.step))
      if range.isLog {
        return min(max(Elementary.nearestInteger(Elementary.exp(place)), low), high)
      }
      let index = floor((place - low) / step + 0.5)
      return min(max(index * step + low, low), high)
    case .categorical(let choices):
      return min(max(floor(place), 0), Double(choices.count - 1))
    }
  }

  /// Returns the internal value for a number in [0, 1): evenly over the scale, or over the choices.
  package func value(atUnit unit: Double) -> Double {
    if case .categorical(let choices) = self { return unscaled(unit * Double(choices.count)) }
    guard let bounds = scaleBounds else { return 0 }
    return unscaled(bounds.low + (bounds.high - bounds.low) * unit)
  }

  /// The values of a grid: all of them where they are steps or choices, else `points` places at
  /// equal distances on the scale, both bounds included.
  ///
  /// - Precondition: `points` is at least 2.
  package func gridValues(points: Int) -> [Double] {
    precondition(points >= 2, "a grid of \(points) points")
    switch self {
    case .categorical(let choices): return choices.indices.map(Double.init)
    case .int(let range):
      return (0..<range.count).map { Double(range.low + $0 * range.step) }
    case .float(let range):
      if let step = range.step, let count = range.count {
        return (0..<count).map { min(range.low + Double($0) * step, range.high) }
      }
      if range.isSingle { return [range.low] }
      let (low, high) = (scaled(range.low), scaled(range.high))
      return (0..<points).map { i in
        if i == 0 { return range.low }
        if i == points - 1 { return range.high }
        let place = low + (high - low) * (Double(i) / Double(points - 1))
        return range.isLog ? Elementary.exp(place) : place
      }
    }
  }
}

/// The largest integer that is not above `x`, for magnitudes below 2^52: without the system's
/// `floor`.
private func floor(_ x: Double) -> Double {
  let nearest = Elementary.nearestInteger(x)
  return nearest > x ? nearest - 1 : nearest
}
