package import Training

/// The loss of one training run, step by step.
package struct LossRun: Codable, Equatable, Sendable {
  package var seed: UInt64
  /// Mean cross-entropy of each batch in nats, `[steps]`; NaN once the run had diverged.
  package var losses: [Float]
  /// The step, from 1, at which the run diverged; nil for none.
  package var divergedAt: Int?
  /// SHA-256 of the last parameters, see `TrainingHistory`.
  package var parametersDigest: String

  package init(_ history: TrainingHistory, seed: UInt64) {
    self.seed = seed
    losses = history.losses
    divergedAt = history.divergedAt
    parametersDigest = history.parametersDigest
  }
}

/// How an axis of losses is divided.
package enum LossAxis: String, CaseIterable, Codable, Equatable, Sendable {
  case log, linear
}

/// What the experiments that compare losses have in common.
package enum LossComparison {
  /// Weight of a neighbour in the smoothed line of a run of so many steps: batches within about
  /// 1.5 % of the run to either side count. 0.97 for 2000.
  package static func smoothing(steps: Int) -> Double {
    let weight = 1 - 60 / Double(max(steps, 60))
    return (100 * weight).rounded() / 100
  }

  package static let smoothingRange = 0.0...0.9999
  /// Most variants of one figure.
  package static let mostVariants = 8
  package static let seedsRange = 1...100
  /// Most losses that a result holds: variants, seeds and steps multiplied.
  package static let mostLosses = 50_000_000

  /// Checks what the configs of such experiments share.
  ///
  /// - Parameters:
  ///   - option: The option that lists the variants.
  ///   - names: What its list says, one for each variant.
  static func validate(
    _ training: TrainingConfig, _ option: String, _ names: [String], seeds: Int, smoothing: Double?
  ) throws {
    try training.validate()
    guard (1...mostVariants).contains(names.count) else {
      throw ExperimentError.invalidOption(
        option, value: "\(names.count) of them", allowed: "1...\(mostVariants)")
    }
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      throw ExperimentError.invalidOption(option, value: "\(name) twice", allowed: "each once")
    }
    if let smoothing, !smoothingRange.contains(smoothing) {
      throw ExperimentError.invalidOption(
        "--smoothing", value: "\(smoothing)", allowed: "0...0.9999")
    }
    try validate(seeds: seeds, from: training.seed)
  }

  /// Checks a number of seeds from the first on.
  static func validate(seeds: Int, from first: UInt64) throws {
    guard seedsRange.contains(seeds) else {
      throw ExperimentError.invalidOption("--seeds", value: "\(seeds)", allowed: "1...100")
    }
    // Not their sum, which may be beyond any number.
    guard first <= TrainingConfig.seedRange.upperBound - UInt64(seeds - 1) else {
      throw ExperimentError.invalidOption(
        "--seed", value: "\(first)", allowed: "0...9007199254740992, with --seeds added")
    }
  }

  /// Checks that a result of so many runs stays within memory.
  static func validate(_ training: TrainingConfig, runs: Int, images: Int) throws {
    let steps = training.batch > 0 ? training.stepCount(images: images) : 0
    guard Double(steps) * Double(runs) <= Double(mostLosses) else {
      throw ExperimentError.invalidOption(
        training.unit == .epochs ? "--epochs" : "--iterations",
        value: "\(steps) steps of \(runs) runs",
        allowed: "at most \(mostLosses) losses in all")
    }
  }
}
