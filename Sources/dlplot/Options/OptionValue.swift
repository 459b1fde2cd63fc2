import Provenance

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
      throw unknown(option, text, among: type.allCases.map(\.rawValue))
    }
    return value
  }

  /// The error for a word that is none of `names`; it points out the one that looks most like it.
  static func unknown(_ option: String, _ text: String, among names: [String]) -> UsageError {
    .invalid(
      option, value: text, allowed: names.joined(separator: ", ") + hint(for: text, among: names))
  }

  /// `; did you mean dark?`, or nothing where no name is near.
  static func hint(for text: String, among names: [String]) -> String {
    NearestName.nearest(to: text.lowercased(), among: names).map { "; did you mean \($0)?" } ?? ""
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
