import Experiments
import NeuralNet

extension TrajectoriesFigure {
  package var alternativeText: String {
    let facts = FactTable(facts)
    let count = result.paths.count
    let start = config.start.map { DisplayNumber.end($0) }.joined(separator: ", ")
    let (x, y) = (facts.text("", .xAxis) ?? "", facts.text("", .yAxis) ?? "")
    let steps = DisplayNumber.grouped(config.steps)
    let maps =
      count == 1
      ? language.pick("Contour map", "등고선 그림")
      : language.pick("\(count) contour maps", "등고선 그림 \(count)개")
    let paths =
      count == 1
      ? language.pick("the path of an optimizer", "최적화 기법 하나의 경로를 그렸다")
      : language.pick(
        "the path of one optimizer each", "최적화 기법 \(count)가지의 경로를 칸마다 하나씩 그렸다")
    let field =
      config.field
      ? language.pick(" Arrows point the way of steepest descent.", " 화살표는 가장 가파르게 내려가는 방향이다.") : ""
    return AlternativeText(
      language: language,
      opening: language.pick(
        "\(maps) of \(text.formula) for x from \(x) and y from \(y), with \(paths) from (\(start)) in "
          + "\(text.count(config.steps)).",
        "\(text.formula)의 \(maps). x는 \(x), y는 \(y)이고, (\(start))에서 시작해 \(steps)걸음을 간 \(paths).")
        + field,
      series: result.paths.indices.map { sentence(of: $0, facts) },
      finding: text.summary, isFindingInSeries: count == 1
    ).text
  }

  /// The verdict and its reason, and where the path ends.
  private func sentence(of index: Int, _ facts: FactTable) -> String {
    let key = result.paths[index].optimizer.name
    guard let x = facts.text(key, .finalX), let y = facts.text(key, .finalY),
      let value = facts.text(key, .finalValue)
    else { return text.finding(index) }
    return text.finding(index) + " "
      + language.pick("End: (\(x), \(y)), f = \(value).", "끝: (\(x), \(y)), f = \(value).")
  }
}
