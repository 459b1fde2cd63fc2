import ArgumentParser
import Datasets
import Experiments
import Figures
import Files
import NumPyFiles
import Provenance
import Training

/// `dlplot train`: one run.
struct TrainCommand: FigureCommand {
  typealias Shown = TrainFigure

  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train one network: accuracy, losses, weights.",
    discussion: """
      Every part of the training is an option; --config reads them from a JSON file first, in the \
      form of the config that --json writes, and may leave out what is usual:

        dlplot train --hidden 100x4 --optimizer adam --epochs 20 --weights weights.npz
        dlplot train --checkpoint run.npz             and, should it have been stopped,
        dlplot train --checkpoint run.npz --resume    goes on with the same bits

      --export DIR writes the initial weights, the images of each batch and the dropout masks, so \
      that the run can be repeated in another framework.
      """)

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp("JSON file with the training's config.", valueName: "file"))
  var configFile: String?

  @Option(help: ArgumentHelp("Write the trained weights as .npz.", valueName: "file"))
  var weights: String?

  @Option(
    help: ArgumentHelp(
      "Write initial weights, batches and masks as run.npz, and config.json.", valueName: "dir"))
  var export: String?

  @Option(help: ArgumentHelp("Keep a checkpoint, .npz.", valueName: "file"))
  var checkpoint: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Steps from one checkpoint to the next (default: an epoch).", valueName: "count"))
  var checkpointEvery: String?

  @Flag(help: "Go on from the checkpoint.")
  var resume = false

  @OptionGroup(title: "Training") var trainingOptions: TrainingOptions
  @OptionGroup(title: "Run") var runOptions: RunOptions
  @OptionGroup(title: "Look") var drawingOptions: DrawingOptions
  @OptionGroup(title: "Output") var outputOptions: OutputOptions

  var data: String { trainingOptions.data }

  func config() throws -> TrainingConfig {
    var training = TrainExperiment.defaultConfig
    if let configFile { training = try TrainingFile.config(configFile, over: training) }
    guard try trainingOptions.checkedSeeds() == 1 else {
      throw UsageError.invalid(
        "--seeds", value: trainingOptions.seeds ?? "", allowed: "1: this command trains one run")
    }
    try trainingOptions.apply(to: &training)
    if runOptions.isSeedGiven || configFile == nil { training.seed = try runOptions.checkedSeed() }
    try training.validate()
    return training
  }

  func run() throws {
    let job = try job()
    let loaded = try job.loadImages()
    let checkpoints = try checkpoints(job.config, images: loaded.data.training.count)
    try job.requireDistinctFiles(beside: written, reading: [configFile].compactMap { $0 })
    try job.outputs.check(beside: [weights].compactMap { $0 })
    let progress = TrainingProgress()
    if let export {
      try OutputFolder.make(export)
      try write(
        TrainingExport(job.config, data: loaded.data), of: job.config, to: export)
    }
    let done = try ProgressBar.watching(progress, isQuiet: job.outputs.isQuiet) {
      try TrainExperiment(job.config, data: loaded.data).run(
        threads: job.threads, images: loaded.dataSet.digest, checkpoints: checkpoints,
        progress: progress)
    }
    if let weights {
      var archive = NPZFile(file: weights)
      for (name, array) in done.weights { try archive.add(array, as: name) }
      try archive.write(to: weights)
    }
    let others = [
      export.map { "\($0)/run.npz" }, export.map { "\($0)/config.json" }, checkpoint, weights,
    ]
    try job.write(
      done.result, dataSets: [loaded.dataSet], after: others.compactMap { $0 })
  }

  /// `run.npz` with the arrays, and `config.json`, which --config reads.
  private func write(
    _ export: TrainingExport, of config: TrainingConfig, to folder: String
  ) throws {
    try export.archive.write(to: "\(folder)/run.npz")
    let config = try JSONValueEncoder(root: "config").encode(config)
    try OutputFile.write(config.prettyBytes, to: "\(folder)/config.json")
  }

  private func checkpoints(
    _ config: TrainingConfig, images: Int
  ) throws -> TrainExperiment.Checkpoints? {
    guard let checkpoint else {
      if resume { throw UsageError.invalid("--resume", value: "", allowed: "with --checkpoint") }
      if let checkpointEvery {
        throw UsageError.invalid(
          "--checkpoint-every", value: checkpointEvery, allowed: "with --checkpoint")
      }
      return nil
    }
    let interval = try checkpointEvery.map { text throws(UsageError) in
      try OptionValue.integer("--checkpoint-every", text, in: 1...1_000_000_000)
    }
    return TrainExperiment.Checkpoints(
      path: checkpoint, interval: interval ?? max(1, (config.images ?? images) / config.batch),
      resumes: resume)
  }

  /// What is written beside the figure, with the options that name it.
  private var written: [(option: String, path: String)] {
    [
      ("--weights", weights), ("--checkpoint", checkpoint),
      ("--export", export.map { "\($0)/run.npz" }),
      ("--export", export.map { "\($0)/config.json" }),
    ].compactMap { option, path in path.map { (option, $0) } }
  }
}
