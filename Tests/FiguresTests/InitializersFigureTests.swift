import Experiments
import Figures
import NeuralNet
import Testing
import Training

struct InitializersFigureTests {
  private func figure(
    _ ends: [(Initializer, Double, Int?)], language: Language = .english
  ) -> InitializersFigure {
    InitializersFigure(MadeUpRuns.initializers(ends), language: language)
  }

  @Test("the finding says who does not learn and how far the others get")
  func findings() {
    let three: [(Initializer, Double, Int?)] = [
      (.normal(standardDeviation: 0.01), 2.3, nil), (.xavier, 0.2, nil), (.he, 0.1, nil),
    ]
    let english = figure(three).findings[0]
    #expect(english.hasPrefix("std = 0.01 does not learn: the loss is still 2."))
    #expect(english.contains("After 100 iterations He’s loss is 0.1"))
    #expect(english.contains("Xavier’s 0.2"))
    #expect(
      figure(three, language: .korean).findings[0].hasPrefix("std = 0.01은 학습하지 못한다: 손실이 여전히 2."))
    let lost = figure([(.normal(standardDeviation: 5), 3, 12), (.he, 0.1, nil)]).findings[0]
    #expect(lost.hasSuffix("std = 5 diverged at iteration 12."))
  }

  @Test("what is said of guessing is true of each loss that it is said of")
  func worseThanGuessing() {
    let runs: [(Initializer, Double, Int?)] = [
      (.normal(standardDeviation: 0.01), 2.3, nil), (.normal(standardDeviation: 3), 34, nil),
    ]
    let english = figure(runs).findings[0]
    #expect(english.contains("std = 0.01 does not learn: the loss is still 2."))
    #expect(english.contains(", that of guessing. std = 3 does not learn: the loss is 3"))
    #expect(english.hasSuffix(", worse than guessing."))
    let korean = figure(runs, language: .korean).findings[0]
    #expect(korean.contains("찍는 것과 같다.") && korean.hasSuffix("찍는 것만도 못하다."))
  }

  @Test("the command is rebuilt from the config, defaults left out")
  func arguments() {
    var result = MadeUpRuns.initializers([(.he, 0.1, nil)])
    result.config = InitializersConfig()
    #expect(InitializersFigure(result, language: .english).arguments == ["initializers"])
    result.config.initializers = [.he, .normal(standardDeviation: 0.5)]
    result.config.training.optimizer = Optimizer(.adam)
    result.source.name = "fashion"
    #expect(
      InitializersFigure(result, language: .english).arguments
        == [
          "initializers", "--init", "he,std=0.5", "--data", "fashion", "--optimizer", "adam:0.001",
        ])
  }
}
