import Charting
import Experiments
import Search

/// When each trial ran, in as many lanes as ran at a time.
struct TimelinePicture: StudyPicture {
  let view: StudyView
  /// Times in the unit of the axis, by lanes.
  private let spans: [Span]
  private let lanes: Int
  private let unit: Unit

  private struct Span {
    var place: Int
    var from: Double
    var to: Double
    var lane: Int
  }

  /// How far over the middle of a bar its marker stands: beside the bar, in units of lanes.
  private static let markerLift = Spans.height / 2 + 0.06

  /// Lanes with a number each.
  private static let mostNamed = 16

  private var isNamed: Bool { lanes <= Self.mostNamed }

  private enum Unit: Double {
    case milliseconds = 1e3
    case seconds = 1e6
    case minutes = 6e7
    case hours = 3.6e9

    func name(_ language: Language) -> String {
      switch self {
      case .milliseconds: "ms"
      case .seconds: language.pick("s", "초")
      case .minutes: language.pick("min", "분")
      case .hours: language.pick("h", "시간")
      }
    }
  }

  init(view: StudyView) {
    self.view = view
    let trials = view.trials
    let end = max(1, (trials.ends + trials.starts).max() ?? 1)
    let unit: Unit =
      end < 2_000_000
      ? .milliseconds : end < 180_000_000 ? .seconds : end < 7_200_000_000 ? .minutes : .hours
    self.unit = unit
    let places = trials.starts.indices.filter { trials.starts[$0] >= 0 }
      .sorted {
        trials.starts[$0] != trials.starts[$1] ? trials.starts[$0] < trials.starts[$1] : $0 < $1
      }
    var free: [Int] = []
    spans = places.map { place in
      let from = trials.starts[place]
      // What still runs goes on to the end of the chart.
      let to = max(from, trials.ends[place] >= 0 ? trials.ends[place] : end)
      let lane = free.firstIndex { $0 <= from } ?? free.count
      if lane == free.count { free.append(to) } else { free[lane] = to }
      return Span(
        place: place, from: Double(from) / unit.rawValue, to: Double(to) / unit.rawValue,
        lane: lane + 1)
    }
    lanes = free.count
  }

  var title: String { language.pick("When did each trial run?", "각 시행은 언제 실행되었는가?") }
  var name: String { language.pick("timeline", "실행 시간") }

  var description: String {
    language.pick(
      "A timeline of \(spans.count) trials in \(lanes) lane\(lanes == 1 ? "" : "s").",
      "시행 \(spans.count)번의 시간표, 줄 \(lanes)개.")
  }

  var panels: [Panel] {
    // In grey they differ by their lightness, and running ones by being hollow and marked.
    let states: [(TrialState, String, Ink)] = [
      (.complete, view.completeSeries.name, .series(0)),
      (.pruned, view.prunedSeries.name, .faint(.muted, 0.2)),
      (.failed, language.pick("failed", "실패"), .faint(.ink, 0.14)),
      (.running, language.pick("running, or left running", "실행 중이거나 끊김"), .series(2)),
    ]
    let marks = states.enumerated().flatMap { index, state -> [any Mark] in
      let own = spans.filter { view.trials.states[$0.place] == state.0 }
      guard !own.isEmpty else { return [] }
      let (series, to) = (Series(index, state.1), own.map(\.to))
      let lane = own.map { Double($0.lane - (isNamed ? 1 : 0)) }
      let isRunning = state.0 == .running
      let bars = Spans(
        from: own.map(\.from), to: to, lane: lane, series: series, ink: state.2,
        isHollow: isRunning)
      guard isRunning else { return [bars] }
      return [
        bars,
        Points(
          x: to, y: lane.map { $0 - Self.markerLift }, series: series, ink: state.2,
          marker: .diamond, radius: 2.4, hasRim: true),
      ]
    }
    return [
      Panel(
        marks: marks,
        x: Axis(
          title: language.pick("time", "시간") + " (\(unit.name(language)))",
          domain: .fixed(0, max(spans.map(\.to).max() ?? 1, 1e-9))),
        y: Axis(
          title: language.pick("lane", "줄"),
          kind: isNamed ? .bands((1...max(1, lanes)).map(String.init)) : .linear,
          domain: .fixed(Double(lanes) + 0.5, 0.5), grid: false, isWhole: true, keepsNames: false))
    ]
  }

  private var durations: [Double] {
    spans.filter { view.trials.states[$0.place] == .complete }.map { $0.to - $0.from }.sorted()
  }

  /// Share of the lanes' time in which a trial ran.
  private var busy: Double {
    let whole = Double(lanes) * (spans.map(\.to).max() ?? 0)
    return whole > 0 ? min(1, spans.reduce(0) { $0 + $1.to - $1.from } / whole) : 0
  }

  var findings: [String] {
    let unit = language.pick(" ", "") + unit.name(language)
    let total = DisplayNumber.significant(spans.map(\.to).max() ?? 0) + unit
    let count = DisplayNumber.grouped(spans.count)
    let percent = DisplayNumber.percent(busy)
    var sentences = [
      language.pick(
        "\(count) trial\(spans.count == 1 ? "" : "s") in \(total).", "\(total) 동안 시행 \(count)번.")
    ]
    if spans.count > 1, !durations.isEmpty {
      let text = DisplayNumber.significant(durations[durations.count / 2]) + unit
      sentences.append(
        language.pick("A complete one typically takes \(text).", "완료한 시행은 보통 \(text)."))
    }
    if spans.count > 1 {
      sentences.append(
        lanes == 1
          ? language.pick(
            "They ran one by one, \(percent) of the time.", "하나씩, 전체 시간의 \(percent) 동안 실행했다.")
          : language.pick(
            "Up to \(lanes) ran at a time; the lanes were busy \(percent) of the time.",
            "동시에 최대 \(lanes)번, 줄은 시간의 \(percent) 동안 차 있었다."))
    }
    return sentences
  }

  var notes: [String] {
    lanes > 1
      ? [language.pick("Trials that ran at the same time stand in lanes.", "같은 때 실행한 시행은 줄을 나눈다.")]
      : []
  }

  /// Lanes of trials that ran at the same time.
  var laneCount: Int { lanes }

  func state(in list: inout FactList) {
    list.add(.trials, spans.count, .trials)
  }
}
