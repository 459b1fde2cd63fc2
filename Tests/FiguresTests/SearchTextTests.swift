import Figures
import Search
import Testing
import Training

@testable import Experiments

struct SearchTextTests {
  private static func trial(_ number: Int, _ validation: Double) -> SearchTrial {
    SearchTrial(
      number: number, state: .complete,
      settings: [
        SearchTrial.Setting(
          name: "learning-rate", value: .double(0.02 * Double(number + 1)), internalValue: 0)
      ], value: validation, low: validation, high: validation, epochs: [1, 2],
      trainingAccuracy: [0.5, validation + 0.05], validationAccuracy: [0.4, validation],
      validationLoss: [1, 0.5], diverged: false, metric: .accuracy, rungs: [])
  }

  private static func result(trials: Int) -> SearchResult {
    var config = SearchConfig()
    config.training.length = 2
    return SearchResult(
      config: config, source: MadeUpRuns.source, trainingImages: 400, validationImages: 100,
      trials: (0..<trials).map { trial($0, 0.9 - 0.1 * Double(($0 + 1) % 3)) }, narrowed: nil,
      final: nil)
  }

  @Test("the chart, then the trials by rank with their hyper-parameters and ends, then the best")
  func text() {
    // Values 0.8, 0.7 and 0.9: the third is the best.
    let english = SearchFigure(Self.result(trials: 3), language: .english)
    #expect(
      english.alternativeText
        == "3 line charts of accuracy (0 to 100 %) on training and on validation images against "
        + "epoch (0 to 2), for the best of 3 trials, the best first. "
        + "1: trial 2 · 90 % (η 0.060): training ends at 95 %, validation at 90 %. "
        + "2: trial 0 · 80 % (η 0.020): training ends at 85 %, validation at 80 %. "
        + "3: trial 1 · 70 % (η 0.040): training ends at 75 %, validation at 70 %. "
        + english.findings.joined(separator: " "))
    let korean = SearchFigure(Self.result(trials: 1), language: .korean)
    #expect(
      korean.alternativeText
        == "에폭(0~2)에 따른 훈련 이미지와 검증 이미지의 정확도(0~100 %) 선 그래프, 시행 1번 중 상위를 성적 순으로. "
        + "1위: 시행 0 · 80 % (η 0.020): 마지막 훈련 정확도 85 %, 검증 정확도 80 %. "
        + korean.findings.joined(separator: " "))
  }

  @Test("many trials keep within a thousand characters; none at all is said")
  func limits() {
    for language in Language.allCases {
      let text = SearchFigure(Self.result(trials: 100), language: language).alternativeText
      #expect(text.count <= 1000 && text.count > 300, "\(text)")
      #expect(!SearchFigure(Self.result(trials: 0), language: language).alternativeText.isEmpty)
    }
  }

  @Test("that time was up is said, with the trials that were made and those that were asked for")
  func stopped() {
    var result = Self.result(trials: 3)
    result.config.trials = 1200
    #expect(!SearchFigure(result, language: .english).findings.joined().contains("Stopped"))
    result.config.stoppedAfter = 3
    let english = SearchFigure(result, language: .english)
    #expect(english.findings.last == "Stopped by the time limit after 3 of 1,200 trials.")
    #expect(english.alternativeText.contains("after 3 of 1,200 trials"))
    #expect(english.arguments.joined(separator: " ").contains("--trials 1200 --stopped-after 3"))
    let korean = SearchFigure(result, language: .korean)
    #expect(korean.findings.last == "시간 제한으로 시행 1,200번 중 3번에서 멈춤.")
    // A grid has no more trials than points, whatever was asked for: ten by ten here.
    result.config.sampler = .grid
    #expect(
      SearchFigure(result, language: .english).findings.last
        == "Stopped by the time limit after 3 of 100 trials.")
    result.trials = []
    #expect(
      SearchFigure(result, language: .english).findings.last
        == "Stopped by the time limit after 3 of 100 trials.")
  }

  @Test("whether the test images were judged before is said, and after how many trials")
  func judgements() {
    var result = Self.result(trials: 3)
    result.final = FinalTest(
      trial: 2, images: 500, testImages: 1000, testDigest: "", accuracy: 0.934, loss: 0.2,
      parametersDigest: "")
    func said(_ language: Language) -> String {
      SearchFigure(result, language: language).findings.joined(separator: " ")
    }
    #expect(
      said(.english).hasSuffix(
        "Trained on all 500 images and judged once on 1,000 test images: 93 %."))
    #expect(said(.korean).hasSuffix("시험 이미지 1,000개로 한 번 평가: 93 %."))
    result.config.judgedAfter = [1]
    #expect(
      said(.english).hasSuffix(
        "Trained on all 500 images and judged on 1,000 test images: 93 %. "
          + "These were judged before, after 1 trial."))
    result.config.judgedAfter = [1, 2000]
    #expect(said(.english).hasSuffix("These were judged before, after 1 and 2,000 trials."))
    #expect(!said(.english).contains("once"))
    #expect(said(.korean).hasSuffix("앞서 시행 1번, 2,000번 뒤에도 평가한 시험 이미지."))
    #expect(
      SearchFigure(result, language: .english).arguments.joined(separator: " ")
        .contains("--judged-after 1,2000"))
    result.config.judgedAfter = [4, 5, 6, 7]
    #expect(
      said(.english).hasSuffix("These were judged 4 times before, with fewer or more trials."))
    #expect(said(.korean).hasSuffix("앞서 4번 평가한 시험 이미지."))
  }

  @Test("one trial is one", arguments: [(1, 1), (2, 2)])
  func plurals(pruned: Int, diverged: Int) {
    var result = Self.result(trials: 6)
    for number in 0..<pruned { result.trials[number].state = .pruned }
    for number in pruned..<pruned + diverged {
      result.trials[number].state = .pruned
      result.trials[number].diverged = true
    }
    let expected =
      pruned == 1
      ? ["1 trial was given up early.", "1 trial diverged."]
      : ["2 trials were given up early.", "2 trials diverged."]
    #expect(Array(SearchFigure(result, language: .english).findings.suffix(2)) == expected)
  }
}
