extension OptionValue {
  /// The longest time that can be given, in seconds: some thirty years.
  private static let longestDuration = 1e9

  /// A time in seconds, written as `90`, `90s`, `10m` or `2h`, with a fraction or without.
  static func duration(_ option: String, _ text: String) throws(UsageError) -> Double {
    let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600]
    let unit = text.last.flatMap { units[$0] }
    let number = unit == nil ? text : String(text.dropLast())
    guard number.utf8.allSatisfy({ (48...57).contains($0) || $0 == 46 }),
      let value = Double(number)
    else { throw invalidDuration(option, text) }
    let seconds = value * (unit ?? 1)
    guard seconds > 0, seconds <= longestDuration else { throw invalidDuration(option, text) }
    return seconds
  }

  private static func invalidDuration(_ option: String, _ text: String) -> UsageError {
    .invalid(option, value: text, allowed: "a time such as 90, 90s, 10m or 2h")
  }
}
