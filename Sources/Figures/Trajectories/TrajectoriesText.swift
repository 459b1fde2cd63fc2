import Experiments
import NeuralNet

/// Everything that the figure of trajectories says, in one language.
struct TrajectoriesText {
  let language: Language
  let result: TrajectoriesResult
  let verdicts: [PathVerdict]

  var config: TrajectoriesConfig { result.config }
  var surface: Surface { config.surface }

  // MARK: Names

  func name(of optimizer: Optimizer) -> String { language.name(of: optimizer.kind) }

  /// Name and rate, with the digits that the user gave.
  func nameAndRate(of optimizer: Optimizer) -> String {
    "\(name(of: optimizer)) \(settings(of: optimizer)[0])"
  }

  /// The rate, and the settings that are not the usual, as the optimizer's name has them.
  private func settings(of optimizer: Optimizer) -> [String] {
    optimizer.name.split(separator: ":").dropFirst().map(String.init)
  }

  /// The name in a sentence: with its rate where the same rule is there twice.
  func shortName(_ index: Int) -> String {
    let optimizer = result.paths[index].optimizer
    let isAlone = result.paths.count { $0.optimizer.kind == optimizer.kind } == 1
    return isAlone ? name(of: optimizer) : nameAndRate(of: optimizer)
  }

  func word(_ verdict: PathVerdict) -> String {
    switch verdict {
    case .diverges: language.pick("diverges", "발산")
    case .escapes: language.pick("escapes", "탈출")
    case .lingers: language.pick("lingers", "정체")
    case .zigzags: language.pick("zigzags", "지그재그")
    case .overshoots: language.pick("overshoots", "지나침")
    case .arrives: language.pick("arrives", "도착")
    case .crawls: language.pick("crawls", "더딤")
    case .descends: language.pick("descends", "하강 중")
    }
  }

  var start: String { language.pick("start", "시작") }
  var target: String {
    surface.hasMinimum
      ? language.pick("minimum", "최솟값") : language.pick("saddle point", "안장점")
  }

  var formula: String {
    switch surface {
    case .bowl: "f(x, y) = x²/20 + y²"
    case .rosenbrock: "f(x, y) = (1 − x)² + 100 (y − x²)²"
    case .saddle: "f(x, y) = y² − x²"
    case .beale: "f(x, y) = (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)²"
    }
  }

  // MARK: Around the panels

  var title: String { title(withFormula: true) }

  /// For pages without room for the full title: a surface of a name goes without its formula.
  var shortTitle: String { title(withFormula: false) }

  private func title(withFormula: Bool) -> String {
    let steps = config.steps
    let subject =
      result.paths.count == 1
      ? language.pick(" of ", " ") + nameAndRate(of: config.optimizers[0]) : ""
    let count = count(steps) + subject
    let korean = "\(DisplayNumber.grouped(steps))걸음"
    switch surface {
    case .bowl:
      return language.pick("\(count) down \(formula)", "\(formula) 위의\(subject) \(korean)")
    case .rosenbrock:
      let formula = withFormula ? formula : ""
      return language.pick(
        "\(count) down Rosenbrock’s valley" + (formula.isEmpty ? "" : ", \(formula)"),
        "로젠브록 골짜기 " + (formula.isEmpty ? "" : "\(formula) ") + "위의\(subject) \(korean)")
    case .saddle:
      let formula = withFormula ? " \(formula)" : ""
      return language.pick(
        "\(count) from the ridge of the saddle\(formula)",
        "안장\(formula) 능선에서\(subject) \(korean)")
    case .beale:
      return language.pick(
        "\(count) down Beale’s function", "빌 함수 위의\(subject) \(korean)")
    }
  }

  func shownPaths(_ count: Int) -> String {
    let all = result.paths.count
    return language.pick(
      counted(count, of: all, "optimizer", are: "shown"), "최적화 기법 \(all)가지 중 \(count)가지를 보인다.")
  }

  // MARK: Panels

  func panelTitle(_ index: Int) -> String {
    "\(nameAndRate(of: result.paths[index].optimizer)): \(word(verdicts[index]))"
  }

  func statistics(_ index: Int) -> [String] {
    let path = result.paths[index]
    let last = path.x.count - 1
    var pieces = Array(settings(of: path.optimizer).dropFirst())
    let distance = number(path.distances[last])
    if let step = path.nonFiniteAt {
      pieces.append(language.pick("not finite at step \(step)", "\(step)걸음에 비유한"))
    } else if surface.hasMinimum {
      pieces.append(language.pick("\(distance) from the minimum", "최솟값까지 \(distance)"))
    } else {
      pieces.append(language.pick("\(distance) from the saddle", "안장점까지 \(distance)"))
    }
    pieces.append("f = \(number(path.values[last]))")
    if surface.hasMinimum {
      pieces.append(
        language.pick(
          "\(path.zigzags) turn\(path.zigzags == 1 ? "" : "s")", "꺾임 \(path.zigzags)번"))
    } else if let step = path.escapedAt {
      pieces.append(language.pick("escaped at step \(step)", "\(step)걸음에 탈출"))
    }
    let outside = path.stepsOutside(config.view)
    if path.leftViewAt == 0 {
      pieces.append(language.pick("out of view", "화면 밖"))
    } else if outside > 0 {
      pieces.append(
        language.pick("\(count(outside)) out of view", "화면 밖 \(DisplayNumber.grouped(outside))걸음"))
    }
    return pieces
  }

  /// Beside the sign where a path leaves the view.
  func left(at step: Int) -> String {
    language.pick("left at step \(step)", "\(step)걸음에 벗어남")
  }

  func number(_ value: Double) -> String { DisplayNumber.significant(value) }

  /// "1 step" or "30 steps".
  func count(_ steps: Int) -> String {
    counted(steps, "step")
  }

  // MARK: Notes

  var notes: [String] {
    var first = language.pick(
      "A dot is a step, the ring the start, the large dot the end, the star the \(target). Contours "
        + "lie at the levels written on them; x and y have one scale.",
      "점: 한 걸음, 고리: 시작, 큰 점: 끝, 별: \(target). 등고선은 적힌 높이에 있고 x와 y의 축척이 같다.")
    if surface == .beale { first += " \(formula)." }
    if result.paths.contains(where: { $0.leftViewAt != 0 && $0.stepsOutside(config.view) > 0 }) {
      first +=
        " " + language.pick("A wedge: the path leaves the view and returns.", "쐐기: 화면을 벗어났다 돌아옴.")
    }
    var second = language.pick(
      "A turn is a step that goes back along y. ", "꺾임: y 방향이 뒤집힌 걸음. ")
    if verdicts.contains(.overshoots) {
      second += language.pick(
        "Overshoots: carried uphill again, across a valley or past the minimum. ",
        "지나침: 골짜기나 최솟값을 지나 다시 올라감. ")
    }
    if !surface.hasMinimum {
      second = language.pick(
        "Escaped: the value is \(number(PathVerdict.escapeDepth)) below that of the saddle point. ",
        "탈출: 값이 안장점보다 \(number(PathVerdict.escapeDepth)) 낮아짐. ")
    }
    second =
      language.pick(
        "The number after a name is its learning rate. ", "이름 뒤의 수: 학습률. ") + second
    if config.field {
      second += language.pick(
        "Arrows: the way of steepest descent, all of one length.",
        "화살표: 가장 가파르게 내려가는 방향, 길이는 모두 같다.")
    }
    return [first, second]
  }
}
