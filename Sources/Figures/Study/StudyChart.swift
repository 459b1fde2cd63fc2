import Charting
import Experiments

/// A chart of a study, whoever made it: everything that figures of studies and of searches share.
struct StudyChart: Sendable {
  let view: StudyView
  let plot: StudyPlot
  private let picture: any StudyPicture
  /// Made once: those of many trials take their time.
  private let panels: [Panel]
  private let columns: Int

  init(_ plot: StudyPlot, _ view: StudyView) {
    self.plot = plot
    self.view = view
    picture = StudyPictures.picture(plot, view)
    // A study without a trial to draw leaves an empty plot.
    let drawn = picture.panels
    panels = drawn.isEmpty ? [Panel(marks: [])] : drawn
    columns = min(picture.columns(panels.count), max(1, panels.count))
  }

  private var language: Language { view.language }

  var findings: [String] { picture.findings }

  private var title: String {
    view.name.isEmpty || plot == .all
      ? picture.title : "\(picture.title) (\(StudyNames.shortened(view.name, to: 40)))"
  }

  private var grid: PanelGrid {
    var grid = PanelGrid(
      panels: panels, columns: columns, x: Axis(), y: Axis(), shareX: .none, shareY: .none,
      colorBar: picture.colorBar,
      wraps: panels.count > 1,
      excerpt: panels.count > 1
        ? Excerpt(
          panels: Excerpt.Part(
            of: panels.count, ranks: Array(panels.indices), least: plot == .all ? 1 : nil
          ) {
            language.pick(
              "\($0) of \(panels.count) panels are shown.", "\(panels.count)칸 중 \($0)칸을 보인다.")
          }) : nil)
    grid.shareAxes()
    if panels.count == 1, grid.bandCount > 1 {
      grid.wraps = true
      grid.excerpt = Excerpt(
        bands: Excerpt.Part(of: grid.bandCount) { [grid] in
          language.pick(
            "\($0) of \(grid.bandCount) are named.", "\(grid.bandCount)개 중 \($0)개의 이름을 보인다.")
        })
    }
    grid.fillLastRow()
    return grid
  }

  /// - Parameters:
  ///   - subtitle: What is said under the title; nil for the findings.
  ///   - notes: What else is said of how the study was made.
  func chart(subtitle: [String]? = nil, notes: [String]) -> Chart {
    Chart(
      title: title, subtitle: (subtitle ?? findings).joined(separator: " "), panels: grid,
      legend: .above, notes: picture.notes + direction + notes, shortForms: shortForms)
  }

  /// Which values are good, where their name does not say it.
  private var direction: [String] {
    guard !view.trials.isShare, plot != .timeline else { return [] }
    return [
      view.isMaximized
        ? language.pick("Higher values are better.", "값은 높을수록 좋다.")
        : language.pick("Lower values are better.", "값은 낮을수록 좋다.")
    ]
  }

  private var shortForms: [ShortForm] {
    view.trials.columns.map { column in
      ShortForm(view.names.title(of: column.name), view.names.short(of: column.name))
    } + [ShortForm(view.valueTitle, language.pick("value", "값"))]
  }

  var defaultSize: Size {
    let count = panels.count
    switch picture {
    case let picture as ImportancePicture:
      return Size(width: 720, height: 186 + 26 * Double(picture.rowCount))
    case let picture as TimelinePicture:
      return Size(width: 720, height: min(440, 190 + 30 * Double(picture.laneCount)))
    default: break
    }
    if count == 1 { return Size(width: 720, height: 440) }
    let rows = (count + columns - 1) / columns
    switch plot {
    case .best:
      return Size(width: 100 + 168 * Double(max(3, columns)), height: 150 + 130 * Double(rows))
    case .all: return Size(width: 1160, height: 170 + 225 * Double(rows))
    default:
      return Size(width: max(560, 60 + 300 * Double(columns)), height: 170 + 220 * Double(rows))
    }
  }

  var facts: [FigureFact] {
    var list = FactList(language)
    let grid = grid
    if panels.count == 1 || grid.shareX == .all && grid.shareY == .all { list.addAxes(of: grid) }
    picture.state(in: &list)
    return list.facts
  }

  var alternativeText: String { alternativeText(finding: findings) }

  /// - Parameter finding: What is said under the title.
  func alternativeText(finding: [String]) -> String {
    AlternativeText(
      language: language, opening: ([picture.description] + axes).joined(separator: " "),
      series: stated, finding: finding.joined(separator: " ")
    ).text
  }

  /// What the axes show, each once.
  private var axes: [String] {
    var shown: [(title: String, text: String)] = []
    func isNew(_ title: String) -> Bool { !shown.contains { $0.title == title } }
    for axis in grid.shownAxes where !axis.title.isEmpty {
      switch axis.content {
      case .range(var lower, var upper, let isLog):
        if axis.title == view.trialAxis.title, let first = view.trials.numbers.first,
          let last = view.trials.numbers.last
        {
          // The room beside the first and the last trial holds none.
          (lower, upper) = (max(lower, Double(first)), min(upper, Double(last)))
        } else if let range = range(ofParameter: axis.title) {
          (lower, upper) = (max(lower, range.low), min(upper, range.high))
        }
        let text = view.axisText(from: lower, to: upper, isLog: isLog)
        if !shown.contains(where: { $0 == (axis.title, text) }) { shown.append((axis.title, text)) }
      case .names(let names):
        // An upward axis has them in the other order.
        if isNew(axis.title) { shown.append((axis.title, view.axisText(names))) }
      }
    }
    shown += picture.innerAxes.filter { isNew($0.title) }
    guard !shown.isEmpty else { return [] }
    let texts = shown.map { "\($0.title) \($0.text)" }
    return [language.pick("Axes: ", "축: ") + texts.joined(separator: "; ") + "."]
  }

  /// What a hyper-parameter of a title can be, where it is a number.
  private func range(ofParameter title: String) -> (low: Double, high: Double)? {
    view.trials.columns.first { view.names.title(of: $0.name) == title }.flatMap { column in
      let parameter = StudyParameter(column)
      return parameter.choices == nil ? parameter.range : nil
    }
  }

  /// What the facts say of each hyper-parameter or rank, a sentence each.
  private var stated: [String] {
    let facts = facts.filter { !$0.series.key.isEmpty }
    var keys: [String] = []
    var parts: [[String]] = []
    for fact in facts {
      let part = "\(fact.name) \(fact.text)"
      if let place = keys.firstIndex(of: fact.series.key) {
        parts[place].append(part)
      } else {
        keys.append(fact.series.key)
        parts.append(["\(fact.series.name): \(part)"])
      }
    }
    return parts.map { $0.joined(separator: ", ") + "." }
  }
}

extension PanelGrid {
  /// Axes that are the same for all panels become the grid's: they share their range, and one title
  /// stands for all.
  fileprivate mutating func shareAxes() {
    let there = panels.compactMap { $0 }
    if let first = there.first?.x, there.allSatisfy({ $0.x == first }) {
      x = first
      shareX = .all
      for index in panels.indices { panels[index]?.x = nil }
    }
    if let first = there.first?.y, there.allSatisfy({ $0.y == first }) {
      y = first
      shareY = .all
      for index in panels.indices { panels[index]?.y = nil }
    }
  }
}
