import ArgumentParser
import Experiments
import FigureFiles
import Figures
import Files
import Provenance
import Search
import Studies
import Training

/// `dlplot search`: which hyper-parameters learn best?
struct SearchCommand: FigureCommand {
  typealias Shown = SearchFigure

  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search for hyper-parameters on a validation split; draw the best trials.",
    discussion: """
      Trains one network a trial and judges it on images that it was not trained on. At the end the \
      best configuration is trained on all of these images and judged once on the test images, \
      which are not read before.

        dlplot search                                       learning rate and weight decay, as in the book
        dlplot search --space learning-rate=log:1e-4..1 --space hidden=50..200:50 --sampler tpe
        dlplot search --study digits.jsonl                  keeps the trials, and goes on with them
        dlplot search --config search.json                  every option can come from a file

      A study is a journal that Optuna and its dashboard open as it is. Stopped in any way and \
      started again, the search goes on; several processes may share one.
      """)

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp("JSON file with the search's config.", valueName: "file"))
  var configFile: String?

  @Option(
    help: ArgumentHelp("Keep the trials in this journal, and go on with it.", valueName: "file"))
  var study: String?

  @Option(help: ArgumentHelp("Name of the study in the journal.", valueName: "name"))
  var studyName = "search"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Begin no trials after this time: 90, 10m or 2h; --study goes on with them.",
      valueName: "time"))
  var timeout: String?

  @OptionGroup(title: "Search") var searchOptions: SearchOptions
  @OptionGroup(title: "Training") var trainingOptions: TrainingOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions
  @OptionGroup(title: "Look") var drawingOptions: DrawingOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  var data: String { trainingOptions.data }

  func config() throws -> SearchConfig {
    try trainingOptions.refuse(
      [.testImages, .evaluateEvery], because: "trials are judged on validation images each epoch")
    var config = SearchConfig()
    if let configFile { config = try SearchFile.config(configFile, over: config) }
    try searchOptions.apply(to: &config)
    if trainingOptions.seeds != nil { config.seeds = try trainingOptions.checkedSeeds() }
    if runOptions.isSeedGiven { config.training.seed = try runOptions.checkedSeed() }
    try trainingOptions.apply(to: &config.training, except: [.testImages, .evaluateEvery])
    try refuseSearched(config.space)
    config.forgetSearched()
    do {
      try config.validate()
    } catch TuningError.unknownName(let name, let known) {
      throw OptionValue.unknown("--space", name, among: known)
    }
    return config
  }

  /// Refuses a value for what the search decides; others may build on units, an optimizer and sizes.
  private func refuseSearched(_ space: SearchSpace) throws(UsageError) {
    let parts: [(TrainingOptions.Part, String)] = [
      (.learningRate, "learning-rate"), (.weightDecay, "weight-decay"),
      (.activation, "activation"), (.initializer, "init"), (.batchNorm, "batch-norm"),
      (.dropout, "dropout"), (.dropoutForm, "dropout-form"),
    ]
    for (part, name) in parts where space.parameters.contains(where: { $0.name == name }) {
      try trainingOptions.refuse([part], because: "no value: \(name) is searched, see --space")
    }
  }

  mutating func run() throws {
    let timeLimit = try timeout.map { text throws(UsageError) in
      try OptionValue.duration("--timeout", text)
    }
    let job = try job()
    if let study, study.isEmpty {
      throw UsageError.invalid("--study", value: study, allowed: "a file")
    }
    try job.requireDistinctFiles(reading: [study, configFile].compactMap { $0 })
    let loaded = try job.loadImages()
    try job.outputs.check()
    let experiment = try SearchExperiment(
      job.config, data: loaded.data, source: ImageSource(loaded.data))
    if timeLimit != nil, job.config.baseline == true {
      throw UsageError.invalid(
        "--baseline", value: "with --timeout", allowed: "a search that comes to its end")
    }
    let ledger = try ledger(job.config, studyName, job, images: loaded.dataSet.digest)
    let baseline =
      job.config.baseline == true
      ? try self.ledger(
        job.config.randomSearch, studyName + "-random", job, images: loaded.dataSet.digest) : nil
    let progress = SearchProgress()
    let start = MonotonicClock.seconds
    let result = try ProgressBar.watching(
      SearchProgressLine(progress: progress, timeLimit: timeLimit), isQuiet: job.outputs.isQuiet
    ) {
      try experiment.run(
        threads: job.threads, progress: nil, ledger: ledger, watch: progress,
        baselineLedger: baseline,
        isTimeUp: { timeLimit.map { MonotonicClock.seconds - start >= $0 } ?? false })
    }
    try job.write(result, dataSets: [loaded.dataSet])
  }

  /// Where the trials are taken down.
  private func ledger(
    _ config: SearchConfig, _ name: String, _ job: FigureJob<SearchFigure>, images: Digest
  ) throws -> any TrialLedger {
    guard let study else { return MemoryLedger() }
    let ledger = try JournalLedger(
      path: study, name: name, config: config, images: images, worker: WorkerName.text,
      now: { WallClock.now })
    if ledger.foreignTrials > 0, !job.outputs.isQuiet {
      let count = ledger.foreignTrials
      Console.error(
        count == 1
          ? "\(study): 1 trial of another program stays as it is"
          : "\(study): \(count) trials of another program stay as they are")
    }
    return ledger
  }
}
