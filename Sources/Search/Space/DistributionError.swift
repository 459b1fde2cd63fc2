internal import Provenance

/// Why bounds or choices make no distribution.
package enum DistributionError: Error, Equatable, CustomStringConvertible {
  case notFinite(Double)
  case lowAboveHigh(low: Double, high: Double)
  case logarithmOfNothing(low: Double)
  case stepNotPositive(Double)
  case logarithmWithStep(Double)
  case tooLarge(Double)
  case noChoices
  case repeatedChoice(ParameterValue)

  package var description: String {
    func text(_ value: Double) -> String { NumberText.text(of: value) }
    return switch self {
    case .notFinite(let value): "\(text(value)) is no bound (a finite number)"
    case .lowAboveHigh(let low, let high):
      "low \(text(low)) is above high \(text(high))"
    case .logarithmOfNothing(let low): "low \(text(low)) has no place on a log scale (above 0)"
    case .stepNotPositive(let step): "step \(text(step)) (above 0)"
    case .logarithmWithStep(let step): "step \(text(step)) on a log scale (no step, or no log)"
    case .tooLarge(let value): "\(text(value)) is too large (below 2^53)"
    case .noChoices: "no choices (at least one)"
    case .repeatedChoice(let choice):
      "choice \(MessageText.quoted(choice.description)) stands twice"
    }
  }
}
