package import Charting
package import Datasets
package import Experiments
package import Provenance
package import Training

/// One training run: the loss of its batches, and its accuracy by epoch.
package struct TrainFigure: Figure {
  package static let experiment = "train"
  package let result: TrainResult
  package let language: Language
  let text: TrainText

  package init(_ result: TrainResult, language: Language) {
    self.result = result
    self.language = language
    text = TrainText(language: language, result: result)
  }

  package var defaultSize: Size { Size(width: 860, height: 520) }
  package var findings: [String] { text.findings }

  /// Smoothing as in the figures that compare losses.
  var losses: LossCurves {
    LossCurves(
      [
        LossCurves.Variant(
          name: text.lossName, key: "loss",
          runs: [LossRun(result.history, seed: result.config.seed)])
      ],
      training: result.config, axis: .log, smoothing: nil, language: language)
  }

  package var chart: Chart {
    var sections: [PanelGrid] = []
    var losses = losses.grid()
    // The axis says what the one line is.
    losses.panels = losses.panels.map { panel in
      panel.map { Panel(statistics: $0.statistics, marks: $0.marks.map(unnamed)) }
    }
    if result.history.epochs.isEmpty {
      sections = [losses]
    } else {
      sections = [accuracies, losses]
    }
    return Chart(
      title: text.title, subtitle: text.summary, sections: sections,
      notes: text.notes + [self.losses.lineNote(saysLosses: false)])
  }

  private func unnamed(_ mark: any Mark) -> any Mark {
    guard var line = mark as? Line else { return mark }
    line.isNamed = false
    return line
  }

  private var accuracies: PanelGrid {
    let history = result.history
    let x = history.epochs.map(Double.init)
    func percent(_ values: [Double]) -> [Double] { values.map { 100 * $0 } }
    var marks: [any Mark] = [
      Line(
        x: x, y: percent(history.trainingAccuracy), series: Series(0, text.trainingName),
        divergence: text.sign)
    ]
    if !history.testAccuracy.isEmpty {
      marks.append(
        Line(x: x, y: percent(history.testAccuracy), series: Series(1, text.testName)))
    }
    return PanelGrid(
      Panel(marks: marks),
      x: Axis(
        title: text.epoch, domain: .fixed(0, Double(max(1, history.epochs.last ?? 1))),
        grid: false),
      y: Axis(
        title: text.accuracy, domain: .fixed(0, 100), bounds: HardBounds(lower: 0, upper: 100)))
  }
}

extension TrainFigure {
  package var config: TrainingConfig { result.config }

  package static func extent(of config: TrainingConfig) -> DatasetExtent? { config.extent }

  package static func run(
    _ config: TrainingConfig, data: Dataset?, threads: Int, progress: TrainingProgress
  ) throws -> TrainResult {
    guard let data else { throw MissingData.noImages(experiment: experiment) }
    return try TrainExperiment(config, data: data)
      .run(threads: threads, images: data.digest(), progress: progress).result
  }

  package var arguments: [String] {
    [Self.experiment]
      + TrainingArguments.list(
        config, unlike: TrainExperiment.defaultConfig, source: result.source, seeds: 1)
  }

  /// One row for each step and quantity, then for each epoch and quantity.
  package func table() throws -> CSVTable {
    var table = try CSVTable(columns: ["quantity", "step", "epoch", "value"])
    let history = result.history
    for (index, loss) in history.losses.enumerated() {
      try table.append([
        .text("batch loss"), .integer(index + 1), .missing, .number(Double(loss)),
      ])
    }
    let series = [
      ("training accuracy", history.trainingAccuracy), ("test accuracy", history.testAccuracy),
      ("training loss", history.trainingLoss), ("test loss", history.testLoss),
    ]
    for (name, values) in series {
      for (epoch, value) in zip(history.epochs, values) {
        try table.append([
          .text(name), .integer(epoch * history.batchesPerEpoch), .integer(epoch), .number(value),
        ])
      }
    }
    return table
  }
}
