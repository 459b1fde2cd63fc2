import Charting
import Experiments

extension BatchNormFigure {
  /// The axes, the threshold of learning and at how many scales each network passes it; then, scale
  /// by scale, first with batch normalization and then without: the verdict, the final and the best
  /// accuracy, from when on it is above the threshold and from when on it is not finite.
  package var facts: [FigureFact] {
    var list = FactList(language)
    list.addAxes(of: chart.sections[0])
    list.add(.learningThreshold, 100 * result.learningThreshold, .percentage, .percent)
    for network in Network.allCases {
      list.add(
        .learningScales,
        of: FigureFact.Series(key: network.rawValue, name: name(of: network)),
        result.rows.count { result.learns(network.runs(of: $0)) }, .scales)
    }
    for row in result.rows {
      for network in Network.allCases { addFacts(of: network, in: row, to: &list) }
    }
    return list.facts
  }

  enum Network: String, CaseIterable {
    case normalized = "batch norm"
    case plain

    func runs(of row: BatchNormResult.Row) -> [BatchNormResult.Run] {
      self == .normalized ? row.normalized : row.plain
    }
  }

  private func name(of network: Network) -> String {
    network == .normalized
      ? text.normalizedName
      : language.pick("without batch normalization", "배치 정규화 미사용")
  }

  /// The key of a network's facts at one scale.
  func key(of network: Network, in row: BatchNormResult.Row) -> String {
    "std=\(TrainingArguments.plain(row.standardDeviation)), \(network.rawValue)"
  }

  private func addFacts(
    of network: Network, in row: BatchNormResult.Row, to list: inout FactList
  ) {
    let series = FigureFact.Series(
      key: key(of: network, in: row),
      name: "\(text.panelTitle(row)), \(name(of: network))")
    let runs = network.runs(of: row)
    let outcome: LearningOutcome =
      result.learns(runs) ? .learns : result.diverges(runs) ? .diverges : .guesses
    list.add(.verdict, of: series, word: outcome.rawValue, named: outcome.name(language))
    let accuracy = AccuracyCurve(
      percent: RunMedian.of(curves: runs.map { $0.trainingAccuracy }).map { 100 * $0 },
      epochs: result.epochs)
    accuracy.addFacts(of: series, style: .percentage, to: &list)
    let threshold = 100 * result.learningThreshold
    list.add(.learnsFrom, of: series, accuracy.epoch(above: threshold), .epochs)
    list.add(.nonFiniteFrom, of: series, accuracy.nonFiniteFrom, .epochs)
    let lost = runs.count { $0.divergedAt != nil }
    list.add(.divergedRuns, of: series, lost > 0 ? lost : nil, .runs)
  }
}
