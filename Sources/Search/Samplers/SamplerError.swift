/// Why a sampler has no parameters for a trial.
package enum SamplerError: Error, Equatable, CustomStringConvertible {
  /// A grid with more points than a study can have.
  case gridTooLarge(count: Int?, most: Int)
  /// A real parameter without steps, and no number of points for it.
  case gridWithoutSteps(name: String)
  /// A trial beyond the last point of a grid.
  case gridExhausted(number: Int, count: Int)
  /// More parameters than there are directions for.
  case tooManyDimensions(got: Int, most: Int)
  /// A trial beyond the last point of a sequence.
  case sequenceExhausted(number: Int, count: Int)
  /// A seed that NumPy does not take.
  case seedTooLarge(UInt64)

  package var description: String {
    switch self {
    case .gridTooLarge(let count, let most):
      "a grid of \(count.map { "\($0)" } ?? "more than 2^63") points (at most \(most)): "
        + "give steps or fewer choices"
    case .gridWithoutSteps(let name):
      "parameter \(name) has no steps for a grid (give it some, such as 0.1..0.5:0.1)"
    case .gridExhausted(let number, let count):
      "no point for trial \(number): the grid has \(count)"
    case .tooManyDimensions(let got, let most):
      "\(got) parameters in a Sobol sequence (at most \(most))"
    case .sequenceExhausted(let number, let count):
      "no point for trial \(number): the Sobol sequence has \(count)"
    case .seedTooLarge(let seed): "seed \(seed) for numpy (0...4294967295)"
    }
  }
}
