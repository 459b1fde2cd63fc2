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

      A study is a journal that Optuna and its dashboard open as it is. Stopped in any way and \
      started again, the search goes on; several processes may share one.
      """)

  @Option(
    help: ArgumentHelp(
      "A parameter and its range; may be given several times: learning-rate=log:1e-6..1e-2, "
        + "hidden=50..200:50, init=std=0.01|xavier|he, dropout=0..0.5.",
      valueName: "name=range"))
  var space: [String] = []

  @Option(help: ArgumentHelp("Trials (default: 100).", valueName: "count"))
  var trials: String?

  @Option(help: ArgumentHelp("random, grid, sobol or tpe.", valueName: "name"))
  var sampler = "random"

  @Option(help: ArgumentHelp("none, median, halving or hyperband.", valueName: "name"))
  var pruner = "none"

  @Option(
    help: ArgumentHelp(
      "Measured on the validation images: accuracy or loss.", valueName: "name"))
  var objective = "accuracy"

  @Option(help: ArgumentHelp("Of which epoch: last or best.", valueName: "name"))
  var epoch = "last"

  @Option(
    help: ArgumentHelp(
      "Random numbers of the sampler: counter, or numpy, which draws what Optuna draws.",
      valueName: "name"))
  var rng = "counter"

  @Option(
    help: ArgumentHelp(
      "Trials that tpe and pruners draw at a time (default: 8).", valueName: "count"))
  var generation: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Share of the images for validation (default: 0.2).", valueName: "share"))
  var validation: String?

  @Option(help: ArgumentHelp("Trials to draw (default: 20).", valueName: "count"))
  var shown: String?

  @Option(
    help: ArgumentHelp(
      "A chart of the search in place of its best trials: history, intermediate, importance, edf, "
        + "parallel, scatter, rank, narrowing or all.",
      valueName: "name"))
  var plot: String?

  @Option(
    help: ArgumentHelp(
      "Then search as many trials again over the ranges of so many best ones.",
      valueName: "count"))
  var narrow: String?

  @Option(
    help: ArgumentHelp("Keep the trials in this journal, and go on with it.", valueName: "file"))
  var study: String?

  @Option(help: ArgumentHelp("Name of the study in the journal.", valueName: "name"))
  var studyName = "search"

  @OptionGroup(title: "Training") var trainingOptions: TrainingOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions
  @OptionGroup(title: "Look") var drawingOptions: DrawingOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  var data: String { trainingOptions.data }

  func config() throws -> SearchConfig {
    try trainingOptions.refuse(
      [.testImages, .evaluateEvery], because: "trials are judged on validation images each epoch")
    var config = SearchConfig()
    if !space.isEmpty { config.space = try SearchSpace(texts: space) }
    func count(
      _ option: String, _ text: String?, in range: ClosedRange<Int>, or standard: Int
    ) throws(UsageError) -> Int {
      guard let text else { return standard }
      return try OptionValue.integer(option, text, in: range)
    }
    config.trials = try count(
      "--trials", trials, in: SearchConfig.trialRange, or: config.trials)
    config.sampler = try OptionValue.choice("--sampler", sampler)
    config.pruner = try OptionValue.choice("--pruner", pruner)
    config.metric = try OptionValue.choice("--objective", objective)
    config.moment = try OptionValue.choice("--epoch", epoch)
    config.generator = try OptionValue.choice("--rng", rng)
    config.generation = try count(
      "--generation", generation, in: SearchConfig.generationRange, or: config.generation)
    if let validation {
      config.validationShare = try OptionValue.number(
        "--validation", validation, in: SearchConfig.shareRange, allowed: "0.01...0.9")
    }
    config.shown = try count("--shown", shown, in: SearchConfig.shownRange, or: config.shown)
    if let narrow {
      config.narrow = try OptionValue.integer("--narrow", narrow, in: 2...config.trials)
    }
    if let plot {
      let chosen: StudyPlot = try OptionValue.choice("--plot", plot)
      config.plot = chosen == .best ? nil : chosen
    }
    config.seeds = try trainingOptions.checkedSeeds()
    config.training.seed = try runOptions.checkedSeed()
    try trainingOptions.apply(to: &config.training, except: [.testImages, .evaluateEvery])
    do {
      try config.validate()
    } catch TuningError.unknownName(let name, let known) {
      throw OptionValue.unknown("--space", name, among: known)
    }
    return config
  }

  mutating func run() throws {
    let job = try job()
    guard let study else {
      let progress = TrainingProgress()
      return try ProgressBar.watching(progress, isQuiet: job.outputs.isQuiet) {
        try job.run(progress: progress)
      }
    }
    try requireAnotherFile(study, job.outputs)
    let loaded = try job.loadImages()
    let experiment = try SearchExperiment(
      job.config, data: loaded.data, source: ImageSource(loaded.data))
    let ledger = try JournalLedger(
      path: study, name: studyName, config: job.config, images: loaded.dataSet.digest,
      worker: WorkerName.text, now: { WallClock.now })
    let progress = TrainingProgress()
    let result = try ProgressBar.watching(progress, isQuiet: job.outputs.isQuiet) {
      try experiment.run(threads: job.threads, progress: progress, ledger: ledger)
    }
    try job.write(result, dataSets: [loaded.dataSet])
  }

  private func requireAnotherFile(_ study: String, _ outputs: Outputs) throws(UsageError) {
    let taken = outputs.figures.map(\.path) + [outputs.json, outputs.csv].compactMap { $0 }
    if taken.contains(study) { throw .samePathTwice(study) }
    if study.isEmpty { throw .invalid("--study", value: study, allowed: "a file") }
  }
}
