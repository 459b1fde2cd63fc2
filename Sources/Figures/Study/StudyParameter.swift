import Charting
import DenseMath
import Experiments
import Search

/// A hyper-parameter of a study as charts show it.
struct StudyParameter {
  let column: StudyTrials.Column

  init(_ column: StudyTrials.Column) { self.column = column }

  /// Rates and penalties by the letters that books have for them.
  static func symbol(of name: String) -> String {
    switch name {
    case "learning-rate", "learning_rate", "lr": "η"
    case "weight-decay", "weight_decay": "λ"
    default: name
    }
  }

  /// The name with its letter.
  static func title(of name: String) -> String {
    let symbol = symbol(of: name)
    return symbol == name ? name : "\(name) \(symbol)"
  }

  /// A value as the figure writes it.
  func text(of internalValue: Double) -> String {
    switch column.distributions[0] {
    case .categorical(let choices):
      choices.indices.contains(Int(internalValue))
        ? choices[Int(internalValue)].description : "?"
    case .int: DisplayNumber.whole(internalValue)
    case .float: DisplayNumber.significant(internalValue)
    }
  }

  var isLog: Bool { column.distributions.allSatisfy(\.isLog) }

  /// The choices of a categorical parameter; nil for numbers.
  var choices: [String]? {
    guard case .categorical(let choices) = column.distributions[0] else { return nil }
    return choices.map(\.description)
  }

  /// The range over all distributions, in internal values.
  var range: (low: Double, high: Double) {
    let ends = column.distributions.map { distribution -> (Double, Double) in
      switch distribution {
      case .float(let range): (range.low, range.high)
      case .int(let range): (Double(range.low), Double(range.high))
      case .categorical(let choices): (0, Double(choices.count - 1))
      }
    }
    return (ends.map(\.0).min() ?? 0, ends.map(\.1).max() ?? 1)
  }

  /// The axis of the parameter on its own scale, all of its range.
  func axis(title: String? = nil) -> Axis {
    let title = title ?? Self.title(of: column.name)
    if let choices { return Axis(title: title, kind: .bands(choices), grid: false) }
    let (low, high) = range
    guard high > low else { return Axis(title: title) }
    if isLog, low > 0 {
      let room = pow(high / low, 0.03)
      return Axis(title: title, kind: .log10, domain: .fixed(low / room, high * room))
    }
    let room = 0.03 * (high - low)
    return Axis(title: title, domain: .fixed(low - room, high + room))
  }

  /// Where a value lies within the range, on its scale, 0...1; NaN for none.
  func place(of value: Double) -> Double {
    let (low, high) = range
    guard value.isFinite, high > low else { return value.isFinite ? 0.5 : .nan }
    if isLog, low > 0 {
      return Elementary.log(value / low) / Elementary.log(high / low)
    }
    return (value - low) / (high - low)
  }

  private func pow(_ base: Double, _ exponent: Double) -> Double {
    Elementary.exp(exponent * Elementary.log(base))
  }

  /// What part of the range some values take up, on its scale, 0...1.
  func share(of values: [Double]) -> Double {
    let places = values.map(place).filter(\.isFinite)
    guard let least = places.min(), let greatest = places.max() else { return 0 }
    return greatest - least
  }

  /// From the least to the greatest of some values, or the choices among them.
  func span(of values: [Double]) -> String {
    let finite = values.filter(\.isFinite)
    guard let least = finite.min(), let greatest = finite.max() else { return "" }
    if choices != nil {
      let kept = Set(finite).sorted()
      return kept.map(text).joined(separator: "|")
    }
    return least == greatest ? text(of: least) : "\(text(of: least))…\(text(of: greatest))"
  }
}
