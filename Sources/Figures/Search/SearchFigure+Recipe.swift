package import Experiments
package import Provenance
import Search
import Training

extension SearchFigure {
  package var config: SearchConfig { result.config }

  package var arguments: [String] {
    let config = result.config
    let standard = SearchConfig()
    var arguments = [Self.experiment]
    func add(_ option: String, _ value: String, unless isDefault: Bool) {
      if !isDefault { arguments += [option, value] }
    }
    if config.space != standard.space {
      for parameter in config.space.parameters {
        arguments += ["--space", parameter.text]
      }
    }
    add("--trials", "\(config.trials)", unless: config.trials == standard.trials)
    add("--sampler", config.sampler.rawValue, unless: config.sampler == standard.sampler)
    add("--pruner", config.pruner.rawValue, unless: config.pruner == standard.pruner)
    add("--rng", config.generator.rawValue, unless: config.generator == standard.generator)
    add("--objective", config.metric.rawValue, unless: config.metric == standard.metric)
    add("--epoch", config.moment.rawValue, unless: config.moment == standard.moment)
    add("--generation", "\(config.generation)", unless: config.generation == standard.generation)
    add(
      "--validation", TrainingArguments.plain(config.validationShare),
      unless: config.validationShare == standard.validationShare)
    if let narrow = config.narrow { arguments += ["--narrow", "\(narrow)"] }
    if let plot = config.plot { arguments += ["--plot", plot.rawValue] }
    if config.baseline == true { arguments.append("--baseline") }
    if let count = config.stoppedAfter { arguments += ["--stopped-after", "\(count)"] }
    if let counts = config.judgedAfter {
      arguments += ["--judged-after", counts.map { "\($0)" }.joined(separator: ",")]
    }
    add("--shown", "\(config.shown)", unless: config.shown == standard.shown)
    return arguments
      + TrainingArguments.list(
        config.training, unlike: standard.training, source: result.source, seeds: config.seeds)
  }

  /// One row for each epoch of each trial.
  package func table() throws -> CSVTable {
    let names = result.config.space.parameters.map(\.name)
    var table = try CSVTable(
      columns: ["trial", "state", "value"] + names
        + ["epoch", "training_accuracy", "validation_accuracy", "validation_loss"])
    for trial in result.trials {
      for (place, epoch) in trial.epochs.enumerated() {
        var row: [CSVTable.Cell] = [
          .integer(trial.number), .text("\(trial.state)"), .number(trial.value),
        ]
        row += trial.settings.map { setting in
          switch setting.value {
          case .double(let number): .number(number)
          case .int(let number): .integer(number)
          default: .text(setting.value.description)
          }
        }
        row += [
          .integer(epoch), .number(trial.trainingAccuracy[place]),
          .number(trial.validationAccuracy[place]), .number(trial.validationLoss[place]),
        ]
        try table.append(row)
      }
    }
    return table
  }
}
