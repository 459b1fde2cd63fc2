import Charting
import DenseMath
import Experiments
import Search

/// A hyper-parameter of a study as charts show it.
struct StudyParameter {
  let column: StudyTrials.Column

  init(_ column: StudyTrials.Column) { self.column = column }

  /// A value as the figure writes it.
  func text(of internalValue: Double) -> String {
    switch column.distributions[0] {
    case .categorical: choice(internalValue)
    case .int: DisplayNumber.whole(internalValue)
    case .float: number(internalValue)
    }
  }

  private func choice(_ place: Double) -> String {
    guard let choices, place >= 0, place < Double(choices.count) else { return "?" }
    return choices[Int(place)]
  }

  /// As many digits as keep a number within its range and tell its place in it to a hundredth.
  private func number(_ value: Double) -> String {
    let (low, high) = range
    for digits in 2...4 {
      guard let rounded = Decimal10(value, significantDigits: digits)?.value else { break }
      if rounded >= low, rounded <= high, abs(place(of: rounded) - place(of: value)) <= 0.01 {
        return DisplayNumber.significant(value, digits: digits)
      }
    }
    return DisplayNumber.significant(value, digits: value == 0 ? 2 : 4)
  }

  var isLog: Bool { column.distributions.allSatisfy(\.isLog) }

  /// Whether the values are counts.
  var isWhole: Bool {
    column.distributions.allSatisfy { if case .int = $0 { true } else { false } }
  }

  private static let longestChoice = 18

  /// The choices of a categorical parameter; nil for numbers.
  var choices: [String]? {
    guard case .categorical(let choices) = column.distributions[0] else { return nil }
    return choices.map { StudyNames.shortened($0.description, to: Self.longestChoice) }
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
  ///
  /// - Parameter isUpward: Whether it is a y axis, on which choices rise as numbers do.
  func axis(title: String, isUpward: Bool = false) -> Axis {
    if let choices {
      return Axis(
        title: title, kind: .bands(isUpward ? choices.reversed() : choices), grid: false,
        keepsNames: choices.reduce(0) { $0 + $1.count + 2 } <= Self.mostLetters)
    }
    let (low, high) = range
    guard high > low else { return Axis(title: title, isWhole: isWhole) }
    if isLog, low > 0 {
      let room = pow(high / low, 0.03)
      return Axis(
        title: title, kind: .log10, domain: .fixed(low / room, high * room), isWhole: isWhole)
    }
    let room = 0.03 * (high - low)
    return Axis(title: title, domain: .fixed(low - room, high + room), isWhole: isWhole)
  }

  /// Letters of choices that have their names on every page.
  private static let mostLetters = 30

  /// Where a value stands on an upward axis.
  func height(of value: Double) -> Double {
    choices.map { Double($0.count - 1) - value } ?? value
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
      let kept = Set(finite).sorted().map(text)
      let most = 4
      return kept.prefix(most).joined(separator: "|") + (kept.count > most ? "|…" : "")
    }
    return least == greatest ? text(of: least) : "\(text(of: least))…\(text(of: greatest))"
  }
}
