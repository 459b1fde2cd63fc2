package import Figures

/// What two figures of one kind state otherwise, series by series.
package struct FactChanges: Equatable, Sendable {
  package private(set) var all: [FactChange] = []

  /// - Parameters: Facts in the same language.
  package init(_ reference: [FigureFact], _ new: [FigureFact]) {
    let partners = SeriesPartners(reference.map(\.series), new.map(\.series))
    for pair in partners.pairs {
      let (before, after) = (
        reference.filter { $0.series.key == pair.reference.key },
        new.filter { $0.series.key == pair.new.key }
      )
      for fact in before { compare(fact, after.first { $0.quantity == fact.quantity }) }
      for fact in after where !before.contains(where: { $0.quantity == fact.quantity }) {
        append(fact, nil, fact.text)
      }
    }
    all += partners.lost.map {
      FactChange(series: $0.name, quantity: "", reference: "drawn", new: nil)
    }
    all += partners.added.map {
      FactChange(series: $0.name, quantity: "", reference: nil, new: "drawn")
    }
  }

  /// The changes as sentences, those of a series together: "Adam: final loss 0.113 -> 0.121;
  /// lowest loss 0.09 -> 0.1", and those of the chart as a whole without a name.
  package static func sentences(of changes: [FactChange]) -> [String] {
    var groups: [(series: String, clauses: [String])] = []
    for change in changes {
      if groups.last?.series != change.series { groups.append((change.series, [])) }
      groups[groups.count - 1].clauses.append(change.clause)
    }
    return groups.map { series, clauses in
      (series.isEmpty ? "" : "\(series): ") + clauses.joined(separator: "; ")
    }
  }

  private mutating func compare(_ before: FigureFact, _ after: FigureFact?) {
    guard let after else { return append(before, before.text, nil) }
    guard before.value != after.value else { return }
    let texts = Self.texts(before, after)
    append(before, texts.0, texts.1)
  }

  private mutating func append(_ fact: FigureFact, _ reference: String?, _ new: String?) {
    all.append(
      FactChange(
        series: fact.series.name, quantity: fact.name, reference: reference, new: new))
  }

  /// The values as the figures write them, or with as many digits as tell them apart.
  private static func texts(_ before: FigureFact, _ after: FigureFact) -> (String, String) {
    var texts = (before.text, after.text)
    guard case .number(let first) = before.value, case .number(let second) = after.value else {
      return texts
    }
    var digits = 3
    let sign = before.unit == .percent ? " %" : ""
    while texts.0 == texts.1 && digits <= 17 {
      texts = (
        DisplayNumber.significant(first, digits: digits) + sign,
        DisplayNumber.significant(second, digits: digits) + sign
      )
      digits += 1
    }
    return texts
  }
}
