/// Why an experiment cannot run.
package enum ExperimentError: Error, Equatable, CustomStringConvertible {
  case invalidOption(_ option: String, value: String, allowed: String)
  case notEnoughImages(wanted: Int, there: Int, dataSet: String)

  package var description: String {
    switch self {
    case .invalidOption(let option, let value, let allowed):
      "invalid \(option): \(value) (\(allowed))"
    case .notEnoughImages(let wanted, let there, let dataSet):
      "invalid --samples: \(wanted) (1...\(there) with the training images of \(dataSet))"
    }
  }

  /// Whether the machine rather than the input is at fault.
  package var isMachineFault: Bool { false }
}

extension ExperimentError {
  /// - Throws: `invalidOption` for a value out of its range.
  static func check(
    _ option: String, _ value: Int, in range: ClosedRange<Int>
  ) throws(ExperimentError) {
    guard range.contains(value) else {
      throw .invalidOption(
        option, value: "\(value)", allowed: "\(range.lowerBound)...\(range.upperBound)")
    }
  }

  /// - Throws: `invalidOption` for a value out of its range.
  static func check(
    _ option: String, _ value: Double, in range: ClosedRange<Double>
  ) throws(ExperimentError) {
    guard range.contains(value) else {
      throw .invalidOption(
        option, value: "\(value)", allowed: "\(range.lowerBound)...\(range.upperBound)")
    }
  }
}
