import Charting
import Experiments

/// One page of all charts that a study has the numbers for.
struct PagePicture: StudyPicture {
  let view: StudyView

  /// Parameters that have panels of their own on the page: the most important ones.
  private static let mostParameters = 2

  private var plots: [StudyPlot] { StudyPictures.available(view) }

  private var columnsShown: [StudyTrials.Column] {
    let all = view.trials.columns
    let names = view.numbers.importances.prefix(Self.mostParameters).map(\.name)
    let chosen = names.compactMap { name in all.first { $0.name == name } }
    return chosen.isEmpty ? Array(all.prefix(Self.mostParameters)) : chosen
  }

  var title: String {
    let name = view.name.isEmpty ? "" : " \(StudyNames.shortened(view.name, to: 40))"
    return language.pick("Study\(name): \(view.count)", "탐색\(name): \(view.count)")
  }

  var name: String { "" }

  var description: String {
    let names = language.list(plots.map { StudyPictures.picture($0, view).name })
    return language.pick("A page of charts: \(names).", "그래프 여러 개: \(names).")
  }

  var innerAxes: [(title: String, text: String)] {
    plots.contains(.parallel) ? ParallelPicture(view: view).innerAxes : []
  }

  func columns(_ count: Int) -> Int { min(4, max(1, count)) }

  /// One meaning of the colours for all panels.
  var colorBar: ColorBar? { hasRanks ? view.rankBar : nil }

  private var hasRanks: Bool { plots.contains(.parallel) || plots.contains(.rank) }

  var panels: [Panel] {
    plots.flatMap { plot -> [Panel] in
      let picture = StudyPictures.picture(plot, view)
      var panels: [Panel]
      switch picture {
      case let parallel as ParallelPicture: panels = parallel.panels(isShort: true)
      case let scatter as ScatterPicture:
        panels = scatter.panels(of: columnsShown, shading: .rank)
      case let narrowing as NarrowingPicture: panels = narrowing.panels(of: columnsShown)
      case let rank as RankPicture: panels = rank.panels(ofPairIn: columnsShown)
      default: panels = picture.panels
      }
      for index in panels.indices {
        panels[index].title = language.capitalized(picture.name)
      }
      return panels
    }
  }

  var findings: [String] {
    let pictures = plots.map { StudyPictures.picture($0, view) }
    // Without a best trial the charts say what there is to say.
    guard !view.ranking.isEmpty else { return pictures.flatMap(\.findings) }
    let importance = pictures.first { $0 is ImportancePicture }?.findings ?? []
    return [view.bestSentence] + importance
  }

  var notes: [String] {
    let parts = hasRanks && view.trials.columns.count > Self.mostParameters
    return plots.flatMap { plot -> [String] in
      switch plot {
      case .history, .importance, .timeline: StudyPictures.picture(plot, view).notes
      case .narrowing: NarrowingPicture(view: view).ties
      case .rank: RankPicture(view: view).spreading(in: columnsShown)
      default: []
      }
    }
      + (view.leavesPrunedOut
        ? [
          language.pick(
            "Pruned trials (\(DisplayNumber.grouped(view.prunedCount))) are shown by trial and by step alone; "
              + "the other panels are of complete ones.",
            "중단한 시행(\(DisplayNumber.grouped(view.prunedCount))번)은 시행별, 단계별 칸에만 있고, 다른 칸은 완료한 시행만 보인다."
          )
        ] : [])
      + (parts
        ? [
          view.numbers.importances.isEmpty
            ? language.pick(
              "Panels of single hyper-parameters show the first \(Self.mostParameters).",
              "하이퍼파라미터별 칸은 처음 \(Self.mostParameters)개를 보인다.")
            : language.pick(
              "Panels of single hyper-parameters show the \(Self.mostParameters) most important.",
              "하이퍼파라미터별 칸은 가장 중요한 \(Self.mostParameters)개를 보인다.")
        ] : [])
  }

  func state(in list: inout FactList) {
    HistoryPicture(view: view).state(in: &list)
    if plots.contains(.importance) { ImportancePicture(view: view).state(in: &list) }
    ParallelPicture(view: view).state(in: &list)
  }
}
