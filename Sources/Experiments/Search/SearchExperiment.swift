package import Datasets
import DenseMath
import Provenance
import Search
package import Training

/// Searches for hyper-parameters on a validation split, and judges the best ones once on the test
/// images. A search that goes on after its end judges them again, and its config says so.
///
/// Trials are trained side by side; which worker runs which, and how many there are, changes nothing.
/// The test images are not read before the last step.
package struct SearchExperiment: Sendable {
  package let config: SearchConfig
  private let data: Dataset
  private let source: ImageSource
  private let split: ValidationSplit

  /// - Throws: `ExperimentError`, `TuningError`, `TrainingError` or `SamplerError` for a config out of
  ///   its limits, or that does not fit the images.
  package init(_ config: SearchConfig, data: Dataset, source: ImageSource) throws {
    try config.validate()
    self.config = config
    self.data = data
    self.source = source
    let images = config.training.images ?? data.training.count
    guard (2...data.training.count).contains(images) else {
      throw ExperimentError.invalidOption(
        "--images", value: "\(images)", allowed: "2...\(data.training.count), the training images")
    }
    split = ValidationSplit(
      data, images: images, share: config.validationShare, seed: config.training.seed)
    _ = try Proposer(config)
    if config.sampler == .grid, config.narrow != nil {
      throw ExperimentError.invalidOption(
        "--narrow", value: "\(config.narrow ?? 0)", allowed: "not with --sampler grid")
    }
    try config.training.validate(
      inputs: data.training.featureCount, classes: data.training.classCount,
      images: split.trials.training.count)
  }

  /// Runs everything, several trials at a time.
  ///
  /// - Parameter threads: Workers; their number changes the time and nothing else.
  package func run(threads: Int, progress: TrainingProgress?) throws -> SearchResult {
    try run(threads: threads, progress: progress, ledger: MemoryLedger())
  }

  /// Runs what a ledger does not hold yet.
  ///
  /// - Parameters:
  ///   - watch: Told how many trials have ended, and how.
  ///   - baselineLedger: The same for the trials at random that the config may ask for.
  ///   - isTimeUp: Asked before each trial; once it is, the trials that have begun are brought to
  ///     their end, with their generation, and the result's config says how many there are.
  package func run(
    threads: Int, progress: TrainingProgress?, ledger: any TrialLedger,
    watch: SearchProgress? = nil, baselineLedger: (any TrialLedger)? = nil,
    isTimeUp: @escaping @Sendable () -> Bool = { false }
  ) throws -> SearchResult {
    var result = try search(
      threads: threads, progress: progress, ledger: ledger, watch: watch, isTimeUp: isTimeUp)
    if config.baseline == true, result.config.stoppedAfter == nil {
      let random = try SearchExperiment(config.randomSearch, data: data, source: source).search(
        threads: threads, progress: progress, ledger: baselineLedger ?? MemoryLedger(), watch: nil,
        isTimeUp: { false })
      result.baseline = StudyTrials(random).pool
    } else {
      result.config.baseline = nil
    }
    watch?.beginFinal()
    if let plot = config.plot {
      let trials = StudyTrials(result)
      result.numbers = StudyNumbers(
        trials, plot: plot, pool: result.baseline ?? trials.ownPool, threads: threads)
    }
    if let best = result.ranking.first {
      let before = Set(try ledger.judge(after: result.trials.count) + (config.judgedAfter ?? []))
        .subtracting([result.trials.count])
      // The latest ones, should there be more than a config may tell of.
      let told = before.sorted().suffix(SearchConfig.judgedRange.upperBound)
      result.config.judgedAfter = told.isEmpty ? nil : Array(told)
      result.final = try judge(best, threads: threads, progress: progress)
    }
    return result
  }

  /// Runs the trials; the test images are not touched.
  private func search(
    threads: Int, progress: TrainingProgress?, ledger: any TrialLedger, watch: SearchProgress?,
    isTimeUp: @escaping @Sendable () -> Bool
  ) throws -> SearchResult {
    let most = try Proposer.count(config)
    announce(trials: most - (try ledger.results().count), to: progress)
    let desk = TrialDesk(
      config: config, ledger: ledger, proposer: try Proposer(config), most: most, watch: watch,
      isTimeUp: isTimeUp)
    let runner = TrialRun(config: config, images: split.trials, progress: progress, watch: watch)
    _ = try Parallel.map(count: threads, threads: threads) { _ throws(any Error) in
      while let (trial, study) = try desk.next() {
        desk.finish(
          try runner.run(trial, pruner: try TrialPruner(config, study: study)))
      }
    }
    try desk.rethrow()
    var result = SearchResult(
      config: config, source: source, trainingImages: split.trials.training.count,
      validationImages: split.trials.test.count,
      trials: Array(try ledger.results().prefix(desk.most)), narrowed: nil, final: nil)
    if desk.most < most { result.config.stoppedAfter = desk.most }
    result.narrowed = config.narrowedSpace(
      after: result.trials.prefix(config.trials).map { $0.trial(of: config.space) })
    return result
  }

  private func announce(trials: Int, to progress: TrainingProgress?) {
    let batch = config.training.batch
    let steps = max(1, split.trials.training.count / max(1, batch)) * config.training.length
    progress?.announce(steps: max(0, trials) * steps * config.seeds)
  }

  /// Trains the configuration of a trial on all images, and judges it on the test images.
  private func judge(
    _ best: SearchTrial, threads: Int, progress: TrainingProgress?
  ) throws -> FinalTest {
    var training = try config.training(with: best.settings.map { ($0.name, $0.value) })
    training.images = nil
    training.testImages = nil
    training.evaluateEvery = training.length
    let test = try data.readTest()
    let trainer = try Trainer(
      training, data: Dataset(name: data.name, training: split.all, test: test), threads: threads,
      progress: nil)
    let history = try trainer.run()
    return FinalTest(
      trial: best.number, images: split.all.count, testImages: test.count,
      testDigest: try Dataset(name: data.name, training: test, test: test).digest().hex,
      accuracy: history.testAccuracy.last ?? .nan, loss: history.testLoss.last ?? .nan,
      parametersDigest: history.parametersDigest)
  }
}
