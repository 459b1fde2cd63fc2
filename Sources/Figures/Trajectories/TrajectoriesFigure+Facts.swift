import Charting
import Experiments
import NeuralNet

extension TrajectoriesFigure {
  /// The axes, and the angle at the start where the field is drawn; then path by path the verdict,
  /// where it ends, its lowest value, and what happened on its way.
  package var facts: [FigureFact] {
    var list = FactList(language)
    list.addAxes(of: chart.sections[0])
    if config.field && result.startAngle > 0 {
      list.add(.startAngle, result.startAngle, .degrees)
    }
    for index in result.paths.indices { addFacts(of: index, to: &list) }
    return list.facts
  }

  private func addFacts(of index: Int, to list: inout FactList) {
    let path = result.paths[index]
    let verdict = verdicts[index]
    let series = FigureFact.Series(
      key: path.optimizer.name, name: text.nameAndRate(of: path.optimizer))
    list.add(.verdict, of: series, word: verdict.rawValue, named: text.word(verdict))
    list.add(.finalX, of: series, path.x.last, .significant)
    list.add(.finalY, of: series, path.y.last, .significant)
    list.add(.finalValue, of: series, path.values.last, .significant)
    list.add(.finalDistance, of: series, path.distances.last, .significant)
    let lowest = path.values.indices.min { path.values[$0] < path.values[$1] }
    list.add(.lowestValue, of: series, lowest.map { path.values[$0] }, .significant)
    list.add(.lowestValueAt, of: series, lowest, .steps)
    if config.surface.hasMinimum { list.add(.turns, of: series, path.zigzags, .turns) }
    list.add(.climb, of: series, path.climb > 0 ? path.climb : nil, .significant)
    list.add(.leftViewAt, of: series, path.leftViewAt, .steps)
    list.add(.escapedAt, of: series, path.escapedAt, .steps)
    list.add(.nonFiniteFrom, of: series, path.nonFiniteAt, .steps)
  }
}
