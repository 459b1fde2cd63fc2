import Charting
import Experiments
import NeuralNet

extension ActivationsFigure {
  /// The axes of the activations and, where they are drawn, of the gradients; then initializer by
  /// initializer the verdict and the weights' standard deviation, and each layer that is shown with
  /// what stands above its histogram.
  package var facts: [FigureFact] {
    var list = FactList(language)
    let sections = chart.sections
    list.addAxes(of: sections[0])
    if sections.count > 1 {
      list.addAxes(
        of: sections[1],
        named: FigureFact.Series(key: "gradients", name: language.pick("gradients", "기울기")))
    }
    for (row, health) in zip(result.rows, healths) {
      let series = FigureFact.Series(
        key: row.initializer.name, name: text.name(of: row.initializer))
      list.add(.verdict, of: series, word: health.rawValue, named: text.word(health))
      if let first = row.weightStandardDeviations.first,
        row.weightStandardDeviations.allSatisfy({ $0 == first })
      {
        list.add(.weightDeviation, of: series, first, .significant)
      }
      for number in shownLayers {
        let layer = FigureFact.Series(
          key: "\(series.key), layer \(number + 1)",
          name: "\(series.name), \(text.columnTitle(number + 1))")
        addFacts(of: row.layers[number], named: layer, to: &list)
        if number < row.gradients.count {
          addFacts(of: row.gradients[number], named: layer, to: &list)
        }
      }
    }
    return list.facts
  }

  private func addFacts(
    of layer: LayerActivations, named series: FigureFact.Series, to list: inout FactList
  ) {
    list.add(.mean, of: series, layer.mean, .significant)
    list.add(.standardDeviation, of: series, layer.standardDeviation, .significant)
    list.add(.signal, of: series, layer.signal, .significant)
    let activation = result.config.activation
    if activation.isRectifier {
      list.add(
        activation == .relu ? .zeros : .negative, of: series, 100 * layer.restingShare,
        .percentage, .percent)
      list.add(.deadUnits, of: series, layer.deadUnits, .units)
    } else {
      list.add(.saturated, of: series, 100 * layer.saturatedShare, .percentage, .percent)
    }
    let total = Double(total(layer))
    for (quantity, count) in [
      (FactQuantity.below, layer.below), (.above, layer.above), (.notFinite, layer.nonFinite),
    ] where count > 0 {
      list.add(quantity, of: series, 100 * (Double(count) / total), .percentage, .percent)
    }
  }

  private func addFacts(
    of layer: LayerGradients, named series: FigureFact.Series, to list: inout FactList
  ) {
    list.add(.gradientSize, of: series, layer.rootMeanSquare, .significant)
    let total = Double(layer.total)
    for (quantity, count) in [
      (FactQuantity.gradientZeros, layer.zeros), (.gradientsNotFinite, layer.nonFinite),
    ] where count > 0 {
      list.add(quantity, of: series, 100 * (Double(count) / total), .percentage, .percent)
    }
  }
}
