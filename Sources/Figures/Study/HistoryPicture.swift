import Charting
import Experiments
import Search

/// Value by trial, the best so far, and what trials at random would have found.
struct HistoryPicture: StudyPicture {
  let view: StudyView

  private var trials: StudyTrials { view.trials }

  var title: String {
    language.pick(
      "How did the search get better?", "탐색은 어떻게 나아졌는가?")
  }

  var name: String { language.pick("history", "기록") }

  var description: String {
    language.pick(
      "A scatter plot of \(view.valueName) against trial, with a line of the best so far"
        + (view.numbers.random == nil ? "." : " and a band of random picks."),
      "시행에 따른 \(view.valueName)의 산점도와 그때까지 최고의 선"
        + (view.numbers.random == nil ? "." : ", 무작위 선택의 띠."))
  }

  private var level: String { DisplayNumber.fixed(100 * StudyNumbers.level, decimals: 0) }

  private var bandName: String {
    if let baseline = view.baselineName {
      return language.pick(
        "best of as many trials of \(baseline) (\(level) %)",
        "\(baseline)의 같은 수의 시행 중 최고 (\(level) %)")
    }
    return language.pick(
      "best of as many random picks (\(level) %)", "무작위로 같은 수를 골랐을 때의 최고 (\(level) %)")
  }

  var panels: [Panel] {
    var marks: [any Mark] = []
    // The best one has a sign of its own.
    let complete = view.drawn(view.complete).filter { $0 != view.ranking.first }
    let pruned = view.drawn(
      trials.numbers.indices.filter { trials.states[$0] == .pruned && trials.values[$0].isFinite })
    if let band = view.numbers.random {
      // The best of k trials stands at the k-th of them.
      let x = band.counts.map { Double(place(ofCount: $0)) }
      marks.append(
        Band(
          x: x, low: band.low.map(view.value), high: band.high.map(view.value), ink: .muted,
          meaning: bandName))
    }
    if !trials.lows.isEmpty {
      let all = view.drawn(view.complete)
      marks.append(
        Intervals(
          .vertical, at: all.map { Double(view.number($0)) },
          from: all.map { view.value(trials.lows[$0]) },
          to: all.map { view.value(trials.highs[$0]) },
          ink: .faint(.series(0), 0.25), width: 0.8,
          meaning: language.pick("range of the seeds", "시드의 범위")))
    }
    if !pruned.isEmpty {
      marks.append(
        Points(
          x: pruned.map { Double(view.number($0)) },
          y: pruned.map { view.value(trials.values[$0]) },
          series: view.prunedSeries, ink: .muted, marker: .cross, radius: 1.9))
    }
    let best = view.bestSoFar
    // On to the last trial, whichever state it ended in.
    let last = Double(trials.numbers.last ?? 0)
    let corners = Line.steps(
      x: best.places.map { Double(view.number($0)) } + [last],
      y: best.values.map(view.value) + [view.value(best.values.last ?? .nan)])
    if trials.count > 1 {
      marks.append(
        Line(
          x: corners.x, y: corners.y,
          series: Series(1, language.pick("best so far", "그때까지 최고")), hasRim: true))
    }
    if !complete.isEmpty {
      marks.append(
        Points(
          x: complete.map { Double(view.number($0)) },
          y: complete.map { view.value(trials.values[$0]) },
          series: view.completeSeries, marker: .circle,
          radius: complete.count > 500 ? 1.6 : 2.2))
    }
    if let best = view.ranking.first {
      marks.append(
        Points(
          x: [Double(view.number(best))], y: [view.value(trials.values[best])],
          series: view.bestSeries, marker: .star, radius: 4.5, hasRim: true, hasBack: true))
    }
    return [
      Panel(
        marks: marks, x: view.trialAxis,
        y: view.valueAxis(of: view.complete.map { trials.values[$0] }))
    ]
  }

  private func place(ofCount count: Int) -> Int { trials.numbers[min(count, trials.count) - 1] }

  var findings: [String] {
    guard let best = view.ranking.first else { return [] }
    var sentences = [view.bestSentence] + comparison(trials.values[best])
    if trials.count > 1 {
      let place = DisplayNumber.grouped(best + 1)
      let count = DisplayNumber.grouped(trials.count)
      sentences.append(
        language.pick(
          "It was found after \(place) of \(count) trials.", "\(count)번 중 \(place)번째 시행에서 나왔다."))
    }
    return sentences
  }

  /// How the best value stands to the best of as many trials of the baseline.
  private func comparison(_ value: Double) -> [String] {
    guard let band = view.numbers.random, let middle = band.middle.last, let low = band.low.last,
      let high = band.high.last, let baseline = view.baselineName
    else { return [] }
    let loss = trials.direction.loss
    let losses = view.baselineValues.map(loss)
    let (good, bad) = view.isMaximized ? (high, low) : (low, high)
    let best = view.isMaximized ? view.baselineValues.max() : view.baselineValues.min()
    guard let best, let least = losses.min() else { return [] }
    let count = DisplayNumber.grouped(view.baselineValues.count)
    if loss(value) < least, good == best {
      // Picks from so few cannot tell how far more trials would have come.
      return [
        language.pick(
          "None of the \(count) complete trials of \(baseline) is as good: its best is "
            + "\(view.text(best)).",
          "\(baseline)의 완료한 시행 \(count)번 중 이만큼 좋은 것은 없다. 그 최고는 \(view.text(best))이다.")
      ]
    }
    if loss(value) < loss(good) {
      return [
        language.pick(
          "That is clearly better than as many trials of \(baseline), typically "
            + "\(view.text(middle)).",
          "\(baseline)의 같은 수의 시행(보통 \(view.text(middle)))보다 분명히 낫다.")
      ]
    }
    if loss(value) > loss(bad) {
      return [
        language.pick(
          "That is worse than as many trials of \(baseline), typically \(view.text(middle)).",
          "\(baseline)의 같은 수의 시행(보통 \(view.text(middle)))보다 못하다.")
      ]
    }
    return [
      language.pick(
        "As many trials of \(baseline) find \(view.text(bad)) to \(view.text(good)) (\(level) %): no "
          + "clear difference.",
        "\(baseline)의 같은 수의 시행도 \(view.text(bad))~\(view.text(good))에 이른다 (\(level) %): 뚜렷한 차이가 "
          + "없다.")
    ]
  }

  var notes: [String] {
    view.thinning(view.drawn(view.complete).count, of: view.complete.count) + missing + compared
  }

  /// What the band is; where there is none, how to get it.
  private var compared: [String] {
    guard view.numbers.random != nil else {
      // A search has no file to look for another study in.
      return view.baseline != nil || view.name.isEmpty
        ? []
        : [
          language.pick(
            "No random search to compare with: --baseline names one in the same file.",
            "비교할 무작위 탐색이 없다: --baseline이 같은 파일의 것을 지정한다.")
        ]
    }
    let name = view.baselineName ?? language.pick("this study", "이 탐색")
    return [
      language.pick(
        "Band: the best of as many trials, picked at random from those of \(name), in \(level) % of "
          + "all picks; it ends at the best of them.",
        "띠: \(name)의 시행에서 같은 수를 무작위로 골랐을 때의 최고, 모든 경우의 \(level) %. 그 최고에서 끝난다.")
    ]
  }

  private var missing: [String] {
    let count = trials.numbers.indices.count {
      trials.states[$0] == .complete && !trials.values[$0].isFinite
    }
    guard count > 0 else { return [] }
    return [
      language.pick(
        count == 1
          ? "1 complete trial has a value that is not finite and is not drawn."
          : "\(count) complete trials have a value that is not finite and are not drawn.",
        "값이 유한하지 않은 완료 시행 \(count)개는 그리지 않는다.")
    ]
  }

  func state(in list: inout FactList) {
    guard let best = view.ranking.first else { return }
    list.add(
      .bestValue, view.value(trials.values[best]), trials.isShare ? .percentage : .significant,
      trials.isShare ? .percent : .none)
    list.add(.trialNumber, view.number(best), .none)
    list.add(.trials, trials.count, .trials)
    list.add(.givenUp, trials.states.count { $0 == .pruned }, .trials)
  }
}
