/// Reads the text of an option, with one form of error for all: `invalid --bins: 0 (1...1000)`.
enum OptionValue {
  static func integer(
    _ option: String, _ text: String, in range: ClosedRange<Int>
  ) throws(UsageError) -> Int {
    guard let value = Int(text), range.contains(value) else {
      throw .invalid(
        option, value: text, allowed: "\(range.lowerBound)...\(range.upperBound)")
    }
    return value
  }

  static func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ option: String, _ text: String, as type: Choice.Type = Choice.self
  ) throws(UsageError) -> Choice {
    guard let value = Choice(rawValue: text) else {
      throw .invalid(
        option, value: text, allowed: type.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return value
  }

  static func number(
    _ option: String, _ text: String, in range: ClosedRange<Double>, allowed: String
  ) throws(UsageError) -> Double {
    guard let value = Double(text), range.contains(value) else {
      throw .invalid(option, value: text, allowed: allowed)
    }
    return value
  }

  /// Two numbers as `LOW..HIGH`.
  static func range(_ option: String, _ text: String) throws(UsageError) -> ClosedRange<Double> {
    let parts = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let low = Double(parts[0]), let high = Double(parts[1]),
      low.isFinite, high.isFinite, low < high
    else {
      throw .invalid(option, value: text, allowed: "LOW..HIGH with LOW < HIGH, such as -1..1")
    }
    return low...high
  }
}
