internal import DenseMath

/// A parameter as kernels see it.
struct ParzenDimension: Equatable, Sendable {
  let parameter: SearchParameter
  /// The number of choices; nil for numbers.
  let choices: Int?
  /// Bounds on the scale, with half a step more at both ends.
  let low: Double
  let high: Double
  /// Whether the scale is one of logarithms.
  let isLog: Bool
  /// The distance of two values; zero where all are allowed.
  let step: Double
  /// Bounds of the values themselves.
  private let lowValue: Double
  private let highValue: Double

  init(_ parameter: SearchParameter) {
    self.parameter = parameter
    isLog = parameter.distribution.isLog
    (low, high) = parameter.distribution.scaleBounds ?? (0, 1)
    switch parameter.distribution {
    case .float(let range):
      choices = nil
      step = range.step ?? 0
      (lowValue, highValue) = (range.low, range.high)
    case .int(let range):
      choices = nil
      step = Double(range.step)
      (lowValue, highValue) = (Double(range.low), Double(range.high))
    case .categorical(let choices):
      self.choices = choices.count
      step = 1
      (lowValue, highValue) = (0, Double(choices.count - 1))
    }
  }

  /// Numbers without steps have densities, all others probabilities.
  var isContinuous: Bool { step == 0 }

  /// The number of values of a stepped scale; zero where all are allowed.
  var cells: Int {
    isContinuous
      ? 0 : Int(min(Elementary.nearestInteger((highValue - lowValue) / step), 0x1p40)) + 1
  }

  /// The place of a value among those of a stepped scale; nil for one between them or outside.
  func cell(of value: Double) -> Int? {
    let steps = (value - lowValue) / step
    let whole = Elementary.nearestInteger(steps)
    guard (steps - whole).magnitude < 1e-9, whole >= 0, whole < min(Double(cells), 0x1p31)
    else { return nil }
    return Int(whole)
  }

  /// The length of the scale.
  var range: Double { high - low }

  /// The place of an observed value on the scale, or the index of a choice.
  func place(_ value: Double) -> Double {
    choices == nil ? parameter.distribution.scaled(value) : min(max(value, 0), highValue)
  }

  /// The value at a place of the scale; the nearest allowed one where there are steps.
  func value(_ place: Double) -> Double {
    let value = isLog ? Elementary.exp(place) : place
    if isContinuous { return value }
    let steps = Elementary.nearestInteger((value - lowValue) / step)
    return min(max(lowValue + steps * step, lowValue), highValue)
  }

  /// The places half a step below and above a value.
  func cell(_ value: Double) -> (low: Double, high: Double) {
    let bounds = (low: value - step / 2, high: value + step / 2)
    return isLog ? (Elementary.log(bounds.low), Elementary.log(bounds.high)) : bounds
  }

  /// What divides the bell curve of a kernel, or its probability: the probability of the whole scale
  /// and, for a density, the width as a share of the scale.
  func share(mean: Double, width: Double) -> Double {
    let mass = TruncatedNormal.mass((low - mean) / width, (high - mean) / width)
    return isContinuous ? mass * (width / range) : mass
  }

  /// The logarithm of ``share(mean:width:)``, also where that underflows.
  func logShare(mean: Double, width: Double) -> Double {
    let mass = TruncatedNormal.logMass((low - mean) / width, (high - mean) / width)
    return isContinuous ? mass + Elementary.log(width / range) : mass
  }

  /// The probability of the cell of a value under a normal distribution.
  func cellMass(_ cell: (low: Double, high: Double), mean: Double, width: Double) -> Double {
    TruncatedNormal.mass((cell.low - mean) / width, (cell.high - mean) / width)
  }

  /// The least width of a kernel among `count` observations.
  ///
  /// - Source: Bergstra et al., hyperopt's "magic clip", as in Optuna 5.0.0.
  func leastWidth(_ count: Int) -> Double {
    range / min(100, Double(count + 2))
  }
}
