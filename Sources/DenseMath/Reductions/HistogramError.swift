/// Why a histogram cannot be made.
package enum HistogramError: Error, Equatable, CustomStringConvertible {
  /// The number of bins is not one that is allowed.
  case invalidBinCount(got: Int, allowed: ClosedRange<Int>)
  /// The range is empty or reaches beyond the Floats.
  case invalidRange(lower: Double, upper: Double)

  package var description: String {
    switch self {
    case .invalidBinCount(let got, let allowed):
      "invalid number of histogram bins: \(got) (\(allowed.lowerBound)...\(allowed.upperBound))"
    case .invalidRange(let lower, let upper):
      "invalid histogram range: \(lower) to \(upper) (ascending, within the finite Floats)"
    }
  }

  /// Whether the machine is at fault rather than the input: never.
  package var isMachineFault: Bool { false }
}
