/// Why settings make no pruner.
package enum PrunerError: Error, Equatable, CustomStringConvertible {
  case percentile(Double)
  case startupTrials(Int)
  case warmupSteps(Int)
  case intervalSteps(Int)
  case leastTrials(Int)
  case resource(Int)
  case mostResource(Int, least: Int)
  case reductionFactor(Int)
  case earlyStoppingRate(Int)
  case bootstrapTrials(Int)
  case bootstrapWithoutResource(Int)

  package var description: String {
    switch self {
    case .percentile(let value): "percentile \(value) (0...100)"
    case .startupTrials(let count): "\(count) startup trials (0 or more)"
    case .warmupSteps(let count): "\(count) warm-up steps (0 or more)"
    case .intervalSteps(let count): "an interval of \(count) steps (1 or more)"
    case .leastTrials(let count): "at least \(count) trials (1 or more)"
    case .resource(let steps): "a least resource of \(steps) steps (1 or more)"
    case .mostResource(let steps, let least):
      "a largest resource of \(steps) steps (the least, \(least), or more)"
    case .reductionFactor(let factor): "reduction factor \(factor) (2 or more)"
    case .earlyStoppingRate(let rate): "early-stopping rate \(rate) (0 or more)"
    case .bootstrapTrials(let count): "\(count) bootstrap trials (0 or more)"
    case .bootstrapWithoutResource(let count):
      "\(count) bootstrap trials without a stated resource (0, or state it)"
    }
  }
}
