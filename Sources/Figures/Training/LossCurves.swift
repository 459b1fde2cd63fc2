import Charting
import DenseMath
import Experiments
import Training

/// The losses of several variants of one training, as a panel of smoothed lines over raw ones.
struct LossCurves {
  struct Variant {
    /// As the figure shows it.
    var name: String
    /// As the command line has it.
    var key: String
    var runs: [LossRun]
  }

  let variants: [Variant]
  let training: TrainingConfig
  let axis: LossAxis
  let language: Language
  /// nil for losses as they are.
  private let average: ExponentialAverage?
  /// Over the seeds, for each variant: of smoothed losses, `[steps]`, before anything is thinned out.
  let spreads: [SeedSpread]

  init(
    _ variants: [Variant], training: TrainingConfig, axis: LossAxis, smoothing: Double?,
    language: Language
  ) {
    self.variants = variants
    self.training = training
    self.axis = axis
    self.language = language
    let steps = variants.first?.runs.first?.losses.count ?? 0
    let weight = smoothing ?? LossComparison.smoothing(steps: steps)
    let average = weight > 0 ? try? ExponentialAverage(weight: weight) : nil
    self.average = average
    spreads = variants.map { variant in
      SeedSpread(variant.runs.map { Self.smoothed($0, by: average) }, worst: .greatest)
    }
  }

  /// The smoothed losses of a run, one for each step.
  func smoothed(_ run: LossRun) -> [Double] { Self.smoothed(run, by: average) }

  private static func smoothed(_ run: LossRun, by average: ExponentialAverage?) -> [Double] {
    let losses = run.losses.map(Double.init)
    return average?.smoothed(losses) ?? losses
  }

  /// Steps, from 1.
  var steps: Int { variants.first?.runs.first?.losses.count ?? 0 }
  var seeds: Int { variants.first?.runs.count ?? 0 }
  /// Whether the lines are averages of neighbouring batches.
  var isSmoothed: Bool { average != nil }

  /// The smoothed loss after the last step, the median over the seeds; nil where that diverged.
  func end(_ index: Int) -> Double? {
    guard let last = spreads[index].median.last, last.isFinite else { return nil }
    return last
  }

  /// Seeds of a variant that diverged, and the step at which the first of them did.
  func divergence(_ index: Int) -> (runs: Int, first: Int)? {
    let places = variants[index].runs.compactMap(\.divergedAt)
    guard let first = places.min() else { return nil }
    return (places.count, first)
  }

  // MARK: Marks

  var marks: [any Mark] {
    var under: [any Mark] = []
    var lines: [any Mark] = []
    for (index, variant) in variants.enumerated() {
      let series = Series(index, variant.name)
      let spread = spreads[index]
      let x = spread.median.indices.map { Double($0 + 1) }
      if seeds > 1 {
        under.append(
          Band(
            x: x, low: spread.low, high: spread.high, ink: .series(index), meaning: bandMeaning))
      } else if let run = variant.runs.first, average != nil {
        under.append(
          Line(
            x: x, y: run.losses.map(Double.init), series: series,
            ink: .faint(.series(index), 0.62), width: 0.75, isNamed: false, divergence: nil,
            smoothing: .raw))
      }
      lines.append(
        Line(
          x: x, y: spread.median, series: series, divergence: sign(of: index),
          smoothing: average == nil ? .none : .smoothed, hasRim: seeds > 1))
    }
    return under + lines
  }

  private var bandMeaning: String {
    language.pick("min to max of \(seeds) seeds", "시드 \(seeds)개의 최소~최대")
  }

  private func sign(of index: Int) -> Divergence {
    guard let place = divergence(index) else { return Divergence() }
    let name = variants[index].name
    return Divergence(
      label: language.pick(
        "\(name) diverged at iteration \(DisplayNumber.grouped(place.first))",
        "\(name): 반복 \(DisplayNumber.grouped(place.first))에서 발산"))
  }

  /// A panel for these marks over others, with axes that show what the lines do.
  func grid(over more: [any Mark] = []) -> PanelGrid {
    PanelGrid(
      Panel(marks: more + marks),
      x: Axis(
        title: language.pick("iteration", "반복"), domain: .fixed(0, Double(max(1, steps))),
        grid: false),
      y: Axis(
        title: language.pick(
          axis == .log ? "training loss (log scale)" : "training loss",
          axis == .log ? "훈련 손실 (로그 눈금)" : "훈련 손실"),
        kind: axis == .log ? .log10 : .linear, domain: lossDomain,
        bounds: axis == .log ? .none : HardBounds(lower: 0)))
  }

  /// From a little below the lowest line to a little above the highest, whatever single batches
  /// may reach: their spikes would press the lines together. So would a run that diverges, which
  /// is followed up to ten times its first loss.
  private var lossDomain: Axis.Domain {
    var low = Double.infinity
    var high = -Double.infinity
    for (index, spread) in spreads.enumerated() {
      let isLost = divergence(index) != nil
      let limit = isLost ? 10 * (spread.median.first ?? .infinity) : .infinity
      for values in [spread.median, spread.low, spread.high] {
        for value in values
        where value.isFinite && value <= limit && (axis == .linear || value > 0) {
          low = min(low, value)
          high = max(high, value)
        }
      }
    }
    guard low <= high else { return .data() }
    switch axis {
    case .log:
      // A twentieth of the range at either end; below at least what single batches need.
      let room = Elementary.pow(high / low, 0.05)
      return .fixed(low / max(1.4, room), high * max(1.1, room))
    case .linear: return .fixed(0, high * 1.08)
    }
  }

  // MARK: Words

  /// A loss with two digits: 0.0023.
  func number(_ loss: Double) -> String { DisplayNumber.significant(loss) }

  var afterSteps: String {
    let count = DisplayNumber.grouped(steps)
    return language.pick(
      "After \(count) iteration\(steps == 1 ? "" : "s")", "반복 \(count)회 뒤")
  }

  /// "SGD 10 diverged at iteration 37.", one sentence for each variant that did.
  var divergences: [String] {
    variants.indices.compactMap { index in
      guard let place = divergence(index) else { return nil }
      let name = variants[index].name
      let step = DisplayNumber.grouped(place.first)
      if seeds == 1 {
        return language.pick(
          "\(name) diverged at iteration \(step).", "\(name): 반복 \(step)에서 발산했다.")
      }
      return language.pick(
        "\(name) diverged in \(place.runs) of \(seeds) runs, first at iteration \(step).",
        "\(name): \(seeds)번 중 \(place.runs)번 발산했고, 가장 이르게는 반복 \(step)에서였다.")
    }
  }

  /// One sentence for each variant, in numbers.
  var details: [String] {
    variants.indices.compactMap { index in
      guard let end = end(index) else { return nil }
      let name = variants[index].name
      let last = spreads[index]
      var range = ""
      if seeds > 1, let low = last.low.last, let high = last.high.last, low.isFinite {
        range = language.pick(
          " (\(number(low)) to \(number(high)) over \(seeds) seeds)",
          " (시드 \(seeds)개: \(number(low))~\(number(high)))")
      }
      let start =
        Quantile.median(
          variants[index].runs.compactMap { $0.losses.first.map(Double.init) }
        ).map(number) ?? ""
      return language.pick(
        "\(name): loss from \(start) to \(number(end))\(range).",
        "\(name): 손실 \(start)에서 \(language.direction(number(end)))\(range).")
    }
  }

  /// What the lines are, in small print.
  var lineNote: String { lineNote(saysLosses: true) }

  /// - Parameter saysLosses: Whether the text around names losses.
  func lineNote(saysLosses: Bool) -> String {
    guard let average else {
      return language.pick(
        seeds > 1
          ? "Lines: median over \(seeds) seeds of each batch’s loss." : "Lines: each batch’s loss.",
        seeds > 1 ? "선: 배치별 손실의 시드 \(seeds)개 중앙값." : "선: 배치별 손실.")
    }
    let weight = TrainingArguments.plain(average.weight)
    let smoothing = language.pick(
      "two-sided exponential average (factor \(weight))",
      "양쪽 지수 평균 (계수 \(weight))")
    if seeds > 1 {
      return language.pick(
        "Lines: median over \(seeds) seeds of each run’s \(smoothing) of the loss"
          + (saysLosses ? "; losses in the text are theirs." : "."),
        "선: 시드 \(seeds)개의 손실 \(smoothing)의 중앙값." + (saysLosses ? " 글의 손실도 같은 값이다." : ""))
    }
    return language.pick(
      "Strong lines: \(smoothing) of the loss; faint: each batch’s loss, cut at the frame."
        + (saysLosses ? " Losses in the text are the smoothed ones." : ""),
      "진한 선: 손실의 \(smoothing). 옅은 선: 배치별 손실, 틀에서 잘림."
        + (saysLosses ? " 글의 손실은 평균한 값이다." : ""))
  }
}
