import ArgumentParser
import Experiments
import Search

/// What is searched and how; each option changes what it names, and leaves the rest as it is.
struct SearchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A parameter and its range; may be given several times: learning-rate=log:1e-6..1e-2, "
        + "hidden=50..200:50, init=std=0.01|xavier|he, dropout=0..0.5.",
      valueName: "name=range"))
  var space: [String] = []

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Trials (default: 100).", valueName: "count"))
  var trials: String?

  @Option(help: ArgumentHelp("random, grid, sobol or tpe (default: random).", valueName: "name"))
  var sampler: String?

  @Option(
    help: ArgumentHelp("none, median, halving or hyperband (default: none).", valueName: "name"))
  var pruner: String?

  @Option(
    help: ArgumentHelp(
      "Measured on the validation images: accuracy or loss (default: accuracy).",
      valueName: "name"))
  var objective: String?

  @Option(help: ArgumentHelp("Of which epoch: last or best (default: last).", valueName: "name"))
  var epoch: String?

  @Option(
    help: ArgumentHelp(
      "Random numbers of the sampler: counter, or numpy, which draws what Optuna draws (default: "
        + "counter).", valueName: "name"))
  var rng: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Trials that tpe and pruners draw at a time (default: 8).", valueName: "count"))
  var generation: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Share of the images for validation (default: 0.2).", valueName: "share"))
  var validation: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Trials to draw (default: 20).", valueName: "count")
  )
  var shown: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Then search as many trials again over the ranges of so many best ones.",
      valueName: "count"))
  var narrow: String?

  @Option(
    help: ArgumentHelp(
      "A chart of the search in place of its best trials: history, intermediate, importance, edf, "
        + "parallel, scatter, rank, narrowing or all.",
      valueName: "name"))
  var plot: String?

  @Flag(
    help: "Run as many trials at random besides, for --plot history, edf or all to compare with.")
  var baseline = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Repeat a search that --timeout stopped after so many trials, as its figure says.",
      valueName: "count"))
  var stoppedAfter: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Say that the test images were judged before, after so many trials, as its figure says.",
      valueName: "count,..."))
  var judgedAfter: String?

  /// Changes what the options name.
  ///
  /// - Throws: `UsageError`, `SpaceError` for what cannot be read.
  func apply(to config: inout SearchConfig) throws {
    if !space.isEmpty { config.space = try TuningParameter.space(texts: space) }
    func set(
      _ option: String, _ text: String?, in range: ClosedRange<Int>, _ value: inout Int
    ) throws(UsageError) {
      if let text { value = try OptionValue.integer(option, text, in: range) }
    }
    try set("--trials", trials, in: SearchConfig.trialRange, &config.trials)
    try set("--generation", generation, in: SearchConfig.generationRange, &config.generation)
    try set("--shown", shown, in: SearchConfig.shownRange, &config.shown)
    if let sampler { config.sampler = try OptionValue.choice("--sampler", sampler) }
    if let pruner { config.pruner = try OptionValue.choice("--pruner", pruner) }
    if let objective { config.metric = try OptionValue.choice("--objective", objective) }
    if let epoch { config.moment = try OptionValue.choice("--epoch", epoch) }
    if let rng { config.generator = try OptionValue.choice("--rng", rng) }
    if let validation {
      config.validationShare = try OptionValue.number(
        "--validation", validation, in: SearchConfig.shareRange, allowed: "0.01...0.9")
    }
    if let plot {
      let chosen: StudyPlot = try OptionValue.choice("--plot", plot)
      config.plot = chosen == .best ? nil : chosen
    }
    if baseline { config.baseline = true }
    if let narrow {
      config.narrow = try OptionValue.integer("--narrow", narrow, in: 2...max(2, config.trials))
    }
    if let stoppedAfter {
      config.stoppedAfter = try OptionValue.integer(
        "--stopped-after", stoppedAfter, in: 1...config.allTrials)
    }
    if let judgedAfter {
      config.judgedAfter = try judgedAfter.split(separator: ",", omittingEmptySubsequences: false)
        .map { text throws(UsageError) in
          try OptionValue.integer(
            "--judged-after", String(text), in: 1...2 * SearchConfig.trialRange.upperBound)
        }
    }
  }
}
