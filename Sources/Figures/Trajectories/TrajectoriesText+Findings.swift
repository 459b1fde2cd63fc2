import Experiments
import NeuralNet

/// What became of the paths, in sentences.
extension TrajectoriesText {
  /// One sentence for all paths, under the title.
  var summary: String {
    var text = result.paths.count == 1 ? reason(0) : comparison
    if config.field && result.startAngle > 0 {
      text +=
        " "
        + language.pick(
          "At the start the steepest way points \(result.startAngle)° off the way to the minimum.",
          "시작에서 가장 가파른 방향은 최솟값 방향과 \(result.startAngle)° 어긋난다.")
    }
    return text
  }

  private var comparison: String {
    var parts: [String] = []
    for verdict in PathVerdict.allCases {
      let members = verdicts.indices.filter { verdicts[$0] == verdict }
      guard !members.isEmpty else { continue }
      parts.append(clause(verdict, members))
    }
    if let nearest { parts.append(nearest) }
    return parts.joined(separator: "; ") + "."
  }

  private func clause(_ verdict: PathVerdict, _ members: [Int]) -> String {
    let names = members.map(shortName)
    let subject = language.list(names)
    let s = members.count == 1 ? "s" : ""
    switch verdict {
    case .diverges:
      guard members.count == 1, let step = result.paths[members[0]].leftViewAt else {
        return language.pick("\(subject) diverge\(s)", "\(subject): 발산")
      }
      return language.pick(
        "\(subject) diverges, out of view from step \(step) on",
        "\(subject): 발산 (\(step)걸음부터 화면 밖)")
    case .zigzags:
      let valley = surface == .bowl || surface == .rosenbrock ? " across the valley" : ""
      let turns = members.map { result.paths[$0].zigzags }.max() ?? 0
      return language.pick(
        "\(subject) zigzag\(s)\(valley), \(members.count > 1 ? "up to " : "")\(turns) turns in "
          + count(config.steps),
        "\(subject): \(config.steps)걸음 가운데 \(turns)번 방향을 바꾸는 지그재그")
    case .overshoots: return language.pick("\(subject) overshoot\(s)", "\(subject): 지나침")
    case .crawls: return language.pick("\(subject) crawl\(s)", "\(subject): 더딤")
    case .descends:
      return language.pick(
        members.count == 1 ? "\(subject) is on its way" : "\(subject) are on their way",
        "\(subject): 하강 중")
    case .arrives:
      guard !startsAtTarget else {
        return language.pick(
          "\(subject) start\(s) at the minimum", "\(subject): 최솟값에서 시작")
      }
      // The only one that arrives is also the nearest.
      guard members.count == 1 else {
        return language.pick("\(subject) arrive", "\(subject): 도착")
      }
      let distance = number(left(members[0]))
      return language.pick(
        "\(subject) arrives, \(distance) from the minimum", "\(subject): 도착 (거리 \(distance))")
    case .lingers:
      return language.pick(
        "\(subject) linger\(s) where the gradient is nearly zero",
        "\(subject): 기울기가 거의 0인 곳에 정체")
    case .escapes:
      let first = members.min { escape($0) < escape($1) } ?? members[0]
      let step = escape(first)
      guard members.count > 1 else {
        return language.pick(
          "\(subject) escape\(s) at step \(step)", "\(subject): \(step)걸음에 탈출")
      }
      return language.pick(
        "\(subject) escape, \(shortName(first)) first, at step \(step)",
        "\(subject): 탈출, \(shortName(first)) 가장 먼저 \(step)걸음")
    }
  }

  private func escape(_ index: Int) -> Int { result.paths[index].escapedAt ?? .max }

  /// Which path ends nearest to the minimum, of several that end in different places.
  private var nearest: String? {
    let candidates = verdicts.indices.filter { verdicts[$0] != .diverges }
    guard surface.hasMinimum, result.paths.count > 1,
      verdicts.count(where: { $0 == .arrives }) != 1,
      let best = candidates.min(by: { left($0) < left($1) }),
      candidates.allSatisfy({ $0 == best || left($0) > left(best) })
    else { return nil }
    let distance = number(left(best))
    return language.pick(
      "\(shortName(best)) ends nearest, \(distance) from the minimum",
      "최솟값에 가장 가까운 것은 \(shortName(best)) (거리 \(distance))")
  }

  /// Whether no way is left from the beginning, so that no share of it can be told.
  private var startsAtTarget: Bool { result.paths.allSatisfy { $0.distances[0] == 0 } }

  /// Distance from the minimum at the end.
  private func left(_ index: Int) -> Double { result.paths[index].distances.last ?? 0 }

  /// Verdict and reason of one path, for standard output.
  func finding(_ index: Int) -> String {
    "\(panelTitle(index)). \(reason(index))"
  }

  private func reason(_ index: Int) -> String {
    let path = result.paths[index]
    let last = path.x.count - 1
    let distance = number(path.distances[last])
    let share = DisplayNumber.percent(path.distances[last] / path.distances[0])
    switch verdicts[index] {
    case .diverges:
      var text = language.pick(
        "The value ends at \(number(path.values[last])), above the start’s "
          + "\(number(path.values[0])).",
        "값이 시작의 \(number(path.values[0]))보다 큰 \(number(path.values[last]))로 끝난다.")
      if let step = path.nonFiniteAt {
        text = language.pick(
          "Its numbers overflow at step \(step).", "\(step)걸음에 수가 넘친다.")
      }
      if let step = path.leftViewAt {
        text +=
          " "
          + language.pick(
            "It is out of view from step \(step) on.", "\(step)걸음부터 화면 밖이다.")
      }
      return text
    case .zigzags:
      return language.pick(
        "It turns back along y \(path.zigzags) times in \(path.steps) steps and ends \(distance) "
          + "from the minimum.",
        "\(path.steps)걸음 가운데 \(path.zigzags)번 y 방향을 뒤집고, 최솟값에서 \(distance) 떨어져 끝난다.")
    case .overshoots:
      return language.pick(
        "It is carried uphill again, by \(number(path.climb)), and ends \(distance) from the "
          + "minimum.",
        "다시 \(number(path.climb))만큼 올라갔다가, 최솟값에서 \(distance) 떨어져 끝난다.")
    case .arrives:
      guard !startsAtTarget else {
        return language.pick(
          "It starts at the minimum, where no gradient leads away.",
          "최솟값에서 시작하며, 그곳의 기울기는 0이다.")
      }
      return language.pick(
        "It ends \(distance) from the minimum: \(share) of the way is left.",
        "최솟값에서 \(distance) 떨어져 끝난다. 남은 길 \(share).")
    case .crawls, .descends:
      return language.pick(
        "After \(count(path.steps)) \(share) of the way to the minimum is left.",
        "\(path.steps)걸음 뒤에 최솟값까지 길의 \(share)가 남았다.")
    case .escapes:
      let step = path.escapedAt ?? 0
      return language.pick(
        "It falls below the saddle at step \(step).", "\(step)걸음에 안장점 아래로 내려간다.")
    case .lingers:
      return language.pick(
        "After \(count(path.steps)) it is \(distance) from the saddle point.",
        "\(path.steps)걸음 뒤에도 안장점에서 \(distance) 떨어져 있다.")
    }
  }
}
