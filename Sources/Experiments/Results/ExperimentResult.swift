/// What an experiment gave: everything that its figure draws and says.
package protocol ExperimentResult: Codable, Equatable, Sendable {
  associatedtype Config: ExperimentConfig

  /// What was asked for.
  var config: Config { get }

  /// Checks all that a figure takes for granted, such as one value for each step: results are read
  /// from files, and files come from anywhere.
  ///
  /// The config is taken for valid.
  ///
  /// - Throws: `ResultError` that names the first place which does not fit the config.
  func validate() throws(ResultError)
}

/// Why a result is none of its config.
package enum ResultError: Error, Equatable, CustomStringConvertible {
  /// A number, or a count of numbers, that the config does not allow.
  case unfit(place: String, got: String, allowed: String)

  package var description: String {
    switch self {
    case .unfit(let place, let got, let allowed):
      "invalid result: \(place) is \(got) (\(allowed))"
    }
  }

  /// Whether the machine rather than the input is at fault.
  package var isMachineFault: Bool { false }
}

/// Checks of results, each of which names the place that it looks at.
enum ResultCheck {
  static func count(_ got: Int, _ expected: Int, _ place: String) throws(ResultError) {
    guard got == expected else {
      throw .unfit(place: "the count of \(place)", got: "\(got)", allowed: "\(expected)")
    }
  }

  static func integer(
    _ value: Int, in range: ClosedRange<Int>, _ place: String
  ) throws(ResultError) {
    guard range.contains(value) else {
      throw .unfit(
        place: place, got: "\(value)", allowed: "\(range.lowerBound)...\(range.upperBound)")
    }
  }

  static func equal<Value: Equatable>(
    _ got: Value, _ expected: Value, _ place: String
  ) throws(ResultError) {
    guard got == expected else {
      throw .unfit(place: place, got: "\(got)", allowed: "\(expected), as in the config")
    }
  }

  static func finite(_ values: [Double], _ place: String) throws(ResultError) {
    for value in values where !value.isFinite {
      throw .unfit(place: place, got: "\(value)", allowed: "a finite number")
    }
  }

  /// Shares of 1, or NaN.
  static func shares(_ values: [Double], _ place: String) throws(ResultError) {
    for value in values where !(value.isNaN || (0...1).contains(value)) {
      throw .unfit(place: place, got: "\(value)", allowed: "0...1, or NaN")
    }
  }

  /// A step at which something happened, from 1.
  static func step(_ step: Int?, of steps: Int, _ place: String) throws(ResultError) {
    if let step { try integer(step, in: 1...max(1, steps), place) }
  }

  /// SHA-256 in hexadecimal.
  static func digest(_ text: String, _ place: String) throws(ResultError) {
    let isDigest =
      text.utf8.count == 64
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
      }
    guard isDigest else {
      throw .unfit(
        place: place, got: "a text of \(text.utf8.count) bytes", allowed: "64 hexadecimal digits")
    }
  }

  /// Epochs after which a network was judged: ascending, none beyond the last.
  static func epochs(_ epochs: [Int], last: Int, _ place: String) throws(ResultError) {
    var least = 0
    for epoch in epochs {
      try integer(epoch, in: least...max(least, last), place)
      least = epoch + 1
    }
  }
}
