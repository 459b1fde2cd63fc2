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
