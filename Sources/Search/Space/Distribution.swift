/// What values a hyper-parameter may take, and on which scale it is searched.
///
/// Samplers, pruners and importances work on *internal* values: a real number as it is, a whole
/// number as a Double, a choice as its place among the choices.
package enum Distribution: Hashable, Sendable {
  /// A real number.
  case float(FloatRange)
  /// A whole number.
  case int(IntRange)
  /// One of several values without an order.
  case categorical([ParameterValue])

  /// Creates a distribution of real numbers.
  ///
  /// - Throws: `DistributionError` as ``FloatRange`` does.
  package static func float(
    _ low: Double, _ high: Double, isLog: Bool = false, step: Double? = nil
  ) throws(DistributionError) -> Distribution {
    .float(try FloatRange(low: low, high: high, isLog: isLog, step: step))
  }

  /// Creates a distribution of whole numbers.
  ///
  /// - Throws: `DistributionError` as ``IntRange`` does.
  package static func int(
    _ low: Int, _ high: Int, isLog: Bool = false, step: Int = 1
  ) throws(DistributionError) -> Distribution {
    .int(try IntRange(low: low, high: high, isLog: isLog, step: step))
  }

  /// Creates a distribution of choices.
  ///
  /// - Throws: `DistributionError` where there is none, or one stands twice.
  package static func choices(
    _ choices: [ParameterValue]
  ) throws(DistributionError) -> Distribution {
    if choices.isEmpty { throw .noChoices }
    for (index, choice) in choices.enumerated() where choices[..<index].contains(choice) {
      throw .repeatedChoice(choice)
    }
    return .categorical(choices)
  }

  /// Whether there is one value only.
  package var isSingle: Bool {
    switch self {
    case .float(let range): range.isSingle
    case .int(let range): range.isSingle
    case .categorical(let choices): choices.count == 1
    }
  }

  /// Whether values are searched by their logarithm.
  package var isLog: Bool {
    switch self {
    case .float(let range): range.isLog
    case .int(let range): range.isLog
    case .categorical: false
    }
  }

  /// Whether an internal value is allowed.
  package func contains(_ value: Double) -> Bool {
    switch self {
    case .float(let range): range.contains(value)
    case .int(let range): range.contains(value)
    case .categorical(let choices):
      Int(exactly: value).map(choices.indices.contains) ?? false
    }
  }

  /// Returns the value that an internal one stands for; an index out of the choices is taken to the
  /// nearest one.
  package func external(_ value: Double) -> ParameterValue {
    switch self {
    case .float: return .double(value)
    case .int: return .int(Int(exactly: value) ?? 0)
    case .categorical(let choices):
      if value.isNaN { return choices[0] }
      return choices[Int(max(0, min(value, Double(choices.count - 1))))]
    }
  }

  /// Returns the internal value of one that its user knows; nil for one of another kind.
  package func `internal`(_ value: ParameterValue) -> Double? {
    switch (self, value) {
    case (.float, .double(let number)): number
    case (.float, .int(let number)): Double(number)
    case (.int, .int(let number)): Double(number)
    case (.int, .double(let number)): Int(exactly: number).map(Double.init)
    case (.categorical(let choices), _): choices.firstIndex(of: value).map(Double.init)
    default: nil
    }
  }

  /// Whether two distributions differ in their bounds at most, so that values of one may be meant
  /// for the other.
  func isSameKind(as other: Distribution) -> Bool {
    switch (self, other) {
    case (.float(let a), .float(let b)): a.isLog == b.isLog
    case (.int(let a), .int(let b)): a.isLog == b.isLog
    case (.categorical(let a), .categorical(let b)): a == b
    default: false
    }
  }
}
