/// How good a labelling is, after Talbot, Lin and Hanrahan.
///
/// - Source: "An Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes", IEEE
///   InfoVis 2010, sections 4.1 to 4.4, with the constants of the authors' R package `labeling`.
enum LabelScore {
  /// Steps from the nicest to the least nice, times ten; a step may be ten times that, and so on.
  static let niceSteps = [10, 50, 20, 25, 40, 30]

  // The weights of the four parts; each part is at most 1, so that the whole is too.
  private static let simplicityWeight = 0.25
  private static let coverageWeight = 0.2
  private static let densityWeight = 0.5
  private static let legibilityWeight = 0.05

  /// The weighted sum of the four parts.
  static func total(
    simplicity: Double, coverage: Double, density: Double, legibility: Double = 1
  ) -> Double {
    simplicityWeight * simplicity + coverageWeight * coverage + densityWeight * density
      + legibilityWeight * legibility
  }

  /// Nice steps, labels on all of their multiples, and zero among the labels.
  ///
  /// - Parameters:
  ///   - rank: index of the step in `niceSteps`.
  ///   - skip: labels stand on every `skip`-th multiple.
  static func simplicity(rank: Int, skip: Int, hasZero: Bool) -> Double {
    let last = Double(niceSteps.count - 1)
    return 1 - Double(rank) / last - Double(skip) + (hasZero ? 1 : 0)
  }

  /// How near the outermost labels come to the ends of the domain, which are at 0 and 1.
  static func coverage(first: Double, last: Double) -> Double {
    1 - 0.5 * ((1 - last) * (1 - last) + first * first) / 0.01
  }

  /// The best coverage of labels that are `width` apart from the first to the last.
  static func greatestCoverage(width: Double) -> Double {
    guard width > 1 else { return 1 }
    let half = (width - 1) / 2
    return 1 - 0.5 * (half * half + half * half) / 0.01
  }

  /// How near the number of labels in a given room comes to the wanted one.
  ///
  /// - Parameters:
  ///   - target: the number of labels that would be ideal from end to end.
  ///   - first: place of the first label where the domain is 0...1.
  ///   - last: place of the last label.
  static func density(count: Int, target: Double, first: Double, last: Double) -> Double {
    let labels = Double(count - 1) / (last - first)
    let wanted = (target - 1) / (max(last, 1) - min(first, 0))
    return 2 - max(labels / wanted, wanted / labels)
  }

  /// The best density of `count` labels.
  static func greatestDensity(count: Int, target: Double) -> Double {
    Double(count) >= target ? 2 - Double(count - 1) / (target - 1) : 1
  }
}
