/// Words for readers that cannot see a figure, in the order of the levels at which charts are
/// described: how it is built, what the numbers are, how they run, and what follows.
///
/// - Source: Lundgard and Satyanarayan, "Accessible visualization via natural language descriptions:
///   a four-level model of semantic content", IEEE Transactions on Visualization and Computer
///   Graphics 28 (2022). The fourth level, what the reader may know of the world, is left to them.
struct AlternativeText {
  let language: Language
  /// What kind of chart it is, its axes and their ranges.
  var opening: String
  /// A sentence for each series.
  var series: [String]
  /// What follows.
  var finding: String
  /// Whether the sentences of the series say it too, so that it is needed only where some are left
  /// out.
  var isFindingInSeries = false

  /// Most sentences of series; listeners lose track of more.
  static let mostSeries = 12
  /// Characters that a text keeps within, as long as that leaves no more to leave out.
  static let limit = 1000

  /// The sentences one after the other, as many of the series as there is room for.
  var text: String {
    var count = min(series.count, Self.mostSeries)
    while count > 0, text(naming: count).count > Self.limit { count -= 1 }
    return text(naming: count)
  }

  private func text(naming count: Int) -> String {
    var sentences = [opening] + series.prefix(count)
    let rest = series.count - count
    if rest > 0 {
      sentences.append(
        count == 0
          ? language.pick("They are not described one by one.", "하나씩은 적지 않는다.")
          : language.pick(
            "\(DisplayNumber.grouped(rest)) more \(rest == 1 ? "is" : "are") not described.",
            "나머지 \(DisplayNumber.grouped(rest))개는 적지 않는다."))
    }
    if rest > 0 || !isFindingInSeries { sentences.append(finding) }
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
