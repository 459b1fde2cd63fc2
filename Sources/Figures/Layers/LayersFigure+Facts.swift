import Charting
import Experiments
import NeuralNet
import Training

extension LayersFigure {
  /// The axis of epochs, the range of each heat map's colours, and the accuracy on the training
  /// images; then layer by layer, the output layer last: the verdict, what it rests on, and each
  /// quantity at the end.
  package var facts: [FigureFact] {
    var list = FactList(language)
    list.addAxes(of: chart.sections[0])
    let activation = result.config.training.network.activation
    for quantity in LayerQuantity.allCases {
      guard let scale = quantity.scale(of: layers, activation: activation)?.scale else { continue }
      list.add(
        .colors,
        of: FigureFact.Series(key: quantity.rawValue, name: text.title(of: quantity)),
        from: scale.lower, to: scale.upper)
    }
    let accuracy = RunMedian.of(result.runs.map(\.trainingAccuracy))
    list.add(.finalAccuracy, 100 * accuracy, .percentage, .percent)
    for index in layers.indices { addFacts(of: index, to: &list) }
    return list.facts
  }

  private func addFacts(of index: Int, to list: inout FactList) {
    let layer = layers[index]
    let isOutput = index == layers.count - 1
    let series = series(index)
    let verdict = verdicts[index]
    list.add(.verdict, of: series, word: verdict.rawValue, named: text.word(verdict))
    if !isOutput {
      list.add(
        .relativeGradient, of: series, layer.relativeGradient(to: layers[layers.count - 1]),
        .significant)
    }
    list.add(.typicalUpdate, of: series, layer.typicalUpdateRatio, .significant)
    let lost = layer.gradientNorm.firstIndex { !$0.isFinite }
    list.add(.nonFiniteFrom, of: series, lost.map { $0 + 1 }, .epochs)
    for quantity in LayerQuantity.allCases {
      let last = quantity.values(of: layer).last.map { $0 * quantity.factor }
      let isShare = quantity == .blockedShare
      list.add(
        fact(quantity), of: series, last, isShare ? .percentage : .significant,
        isShare ? .percent : .none)
    }
  }

  /// How the figure calls a layer.
  func series(_ index: Int) -> FigureFact.Series {
    FigureFact.Series(
      key: index == layers.count - 1 ? "output" : "layer \(index + 1)", name: text.name(index))
  }

  private func fact(_ quantity: LayerQuantity) -> FactQuantity {
    switch quantity {
    case .mean: .mean
    case .spread: .spread
    case .blockedShare:
      result.config.training.network.activation.isRectifier ? .deadShare : .saturated
    case .gradientNorm: .gradientNorm
    case .updateRatio: .updateRatio
    }
  }
}
