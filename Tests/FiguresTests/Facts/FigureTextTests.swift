import Charting
import Figures
import NeuralNet
import Testing
import Training

@testable import Experiments

/// The alternative text of each kind of figure, written out by hand from made-up results.
struct FigureTextTests {
  @Test("optimizers: chart, axes, each line, the crossing, the divergence, the finding")
  func optimizers() {
    let figure = OptimizersFigure(LossFactsTests.optimizers(), language: .english)
    #expect(
      figure.alternativeText
        == "Line chart of training loss (0 to 4.32) against iteration (0 to 8) for 3 optimizers. "
        + "SGD η 0.01 stays at 2.2, lowest at iteration 4 with 2.0. "
        + "Adam η 0.001 falls from 4.0 to 0.50 and lies below SGD η 0.01 from iteration 5 on. "
        + "SGD η 10 diverges at iteration 3. " + figure.findings[0])
    #expect(figure.findings[0].contains("0.50"))
    let korean = OptimizersFigure(LossFactsTests.optimizers(.log), language: .korean)
    #expect(
      korean.alternativeText
        == "최적화 기법 3가지의 반복(0~8)에 따른 훈련 손실(로그 축, 0.357~4.44) 선 그래프. "
        + "SGD η 0.01은 반복 4의 최저 2.0을 거쳐 2.2에 머문다. "
        + "Adam η 0.001은 4.0에서 0.50으로 내려간다. 반복 5부터는 SGD η 0.01보다 낮다. "
        + "SGD η 10은 반복 3에서 발산한다. " + korean.findings[0])
  }

  @Test("several seeds: what the lines and bands are, the range of the ends, who diverged")
  func seeds() {
    var result = LossFactsTests.optimizers()
    result.config.seeds = 3
    result.variants = [result.variants[1]]
    result.variants[0].runs.append(LossFactsTests.run([4, 3, 2, 1, 1, 1, 1, 0.25], seed: 1))
    result.variants[0].runs.append(
      LossFactsTests.run([5, 3, 2, 1, 1, 1, 1, .nan], divergedAt: 8, seed: 2))
    // Of 0.25, 0.5 and the lost one the middle is 0.5; a range without the lost run would lie.
    #expect(
      OptimizersFigure(result, language: .english).alternativeText.hasPrefix(
        "Line chart of training loss (0 to 5.4) against iteration (0 to 8) for 1 optimizer; lines "
          + "are medians of 3 seeds, in bands from the least to the greatest. "
          + "Adam η 0.001 falls from 4.0 to 0.50; 1 of 3 runs diverges, the first at iteration 8. ")
    )
  }

  @Test("initializers: the rule of guessing, and who does not learn")
  func initializers() {
    var result = MadeUpRuns.initializers([(.normal(standardDeviation: 0.01), 1, nil)])
    result.config.smoothing = 0
    result.variants[0].runs = [LossFactsTests.run([2.3, 2.3, 2.3, 2.3])]
    let english = InitializersFigure(result, language: .english)
    #expect(
      english.alternativeText
        == "Line chart of training loss (log axis, 1.64 to 2.53) against iteration (0 to 4) for 1 "
        + "initialization. A rule marks the loss of guessing, 2.3. std = 0.01 stays at 2.3. "
        + english.findings[0])
    let korean = InitializersFigure(result, language: .korean)
    #expect(
      korean.alternativeText
        == "초기화 방법 1가지의 반복(0~4)에 따른 훈련 손실(로그 축, 1.64~2.53) 선 그래프. "
        + "가로선은 찍을 때의 손실 2.3이다. std = 0.01은 2.3에 머문다. "
        + korean.findings[0])
  }

  @Test("one run: both charts, the accuracies with the best, the loss")
  func train() {
    var history = TrainingHistory(batchesPerEpoch: 2)
    history.losses = [2, 1.5, 1, 0.5]
    history.epochs = [0, 1, 2]
    history.trainingAccuracy = [0.1, 0.5, 0.95]
    history.testAccuracy = [0.1, 0.7, 0.65]
    let result = TrainResult(
      config: TrainExperiment.defaultConfig, source: MadeUpRuns.source, history: history)
    let english = TrainFigure(result, language: .english).alternativeText
    #expect(
      english.hasPrefix(
        "Line chart of accuracy (0 to 100 %) against epoch (0 to 2). Under it a line chart of "
          + "training loss (log axis, "))
    #expect(
      english.contains(
        "Accuracy on training images rises from 10.0 % to 95.0 %. Accuracy on test images rises "
          + "from 10.0 % to 65.0 %, highest in epoch 1 with 70.0 %. The loss falls from 2.0 to "))
    let korean = TrainFigure(result, language: .korean).alternativeText
    #expect(
      korean.contains(
        "훈련 이미지의 정확도는 10.0 %에서 95.0 %로 올라간다. "
          + "시험 이미지의 정확도는 10.0 %에서 65.0 %로 올라간다 (최고는 에폭 1의 70.0 %). 손실은 2.0에서 "))
  }

  @Test("overfitting: panels, both accuracies and the gap of each, what holds it down")
  func overfit() {
    let result = MadeUpRuns.overfit([(.plain, 1, 0.8), (.decay, 0.93, 0.76)])
    let english = OverfitFigure(result, language: .english)
    #expect(
      english.alternativeText
        == "2 line charts side by side of accuracy (0 to 100 %) on training and on test images "
        + "against epoch (0 to 20), with the gap between them shaded. "
        + "Left alone: training ends at 100.0 %, test at 80.0 %; the gap is 20.0 points. "
        + "Weight decay 0.1: training ends at 93.0 %, test at 76.0 %; the gap is 17.0 points. "
        + english.findings[0])
    #expect(
      OverfitFigure(result, language: .korean).alternativeText.hasPrefix(
        "에폭(0~20)에 따른 훈련 이미지와 시험 이미지의 정확도(0~100 %), 나란한 선 그래프 2개. 둘의 차이를 칠했다. "
          + "그대로: 훈련은 100.0 %, 시험은 80.0 %로 끝나고 차이는 20.0%p다. "))
    #expect(
      OverfitFigure(
        MadeUpRuns.overfit([(.plain, 1, 0.8)], diverges: true), language: .english
      ).alternativeText.contains("Left alone: diverges in epoch 11."))
  }

  @Test("batch normalization: few scales one by one, many by their ends")
  func batchNorm() {
    let english = BatchNormFigure(BatchNormFigureTests.result(), language: .english)
    #expect(
      english.alternativeText
        == "3 line charts of training accuracy (0 to 100 %) against epoch (0 to 4), one for each σ "
        + "from 1.0 down to 0.010, the standard deviation of the initial weights; solid with batch "
        + "normalization, dashed without. A rule at 55 % parts networks that learn from those that "
        + "do not. σ = 1.0: 100 % with, diverged without. σ = 0.10: 100 % with, 90 % without. "
        + "σ = 0.010: 100 % with, 10 % without. "
        + english.findings.joined(separator: " "))
    let many = BatchNormFigure(BatchNormFigureTests.result(scales: 9), language: .english)
      .alternativeText
    #expect(
      many.contains(
        "With batch normalization accuracy ends between 100 % (σ = 1.0) and 100 % (σ = 1.0), and "
          + "learns soonest from epoch 2 on (σ = 1.0). Without it accuracy ends between 10 % (σ = ")
    )
    let korean = BatchNormFigure(BatchNormFigureTests.result(), language: .korean).alternativeText
    #expect(
      korean.hasPrefix(
        "에폭(0~4)에 따른 훈련 정확도(0~100 %) 선 그래프 3개, 초기 가중치의 표준편차 σ = 1.0부터 0.010까지 한 칸씩. "
          + "실선은 배치 정규화 사용, 파선은 미사용이다. 55 %의 가로선을 넘으면 학습한 것이다. "
          + "σ = 1.0: 사용 100 %, 미사용 발산. "))
  }

  @Test("layers: the heat maps with their colours, each layer's verdict and end")
  func layers() {
    let figure = LayersFigure(LayersFigureTests.result(layers: 3), language: .english)
    #expect(
      figure.alternativeText
        == "5 heat maps of 4 layers (rows) against epoch 0 to 3: mean activation (0 to 1), spread "
        + "over images (0 to 0.04), saturated (0 to 100 %), gradient norm (1×10⁻⁴ to 1) and update "
        + "/ weight (1×10⁻⁷ to 0.001). "
        + "Layer 1: vanishing, gradient 1/1,000 of the output layer’s; at the end spread 0.040, "
        + "saturated 2.0 %, gradient norm 5.0×10⁻⁴. "
        + "Layer 2: vanishing, gradient 1/1,000 of the output layer’s; at the end spread 0.040, "
        + "saturated 2.0 %, gradient norm 5.0×10⁻⁴. "
        + "Layer 3: saturated, 75 % of values at an end of the range; at the end spread 0.040, "
        + "gradient norm 0.50. "
        + "Output: healthy, a step moves weights by 0.10 %; at the end gradient norm 0.50. "
        + figure.findings[0])
  }

  @Test("activations: the grid, each row's verdict and how it runs from the first layer on")
  func activations() {
    let english = ActivationsFigure(LayerFactsTests.activations, language: .english)
    #expect(
      english.alternativeText
        == "Histograms of the activations (0 to 4) of 2 ReLU layers of 4 units for 5 standard "
        + "normal samples, as shares of the values (0 to 52 %): one row, a column for each layer. "
        + "Below, the sizes of their gradients (1 to 1.78). "
        + english.findings[0]
        + " Layer 1 to 2: mean 0.50 to 0.50, standard deviation 1.0 to 0.75, signal 1.0 to 0.75, "
        + "gradient 2.0 to 1.0.")
    let korean = ActivationsFigure(LayerFactsTests.activations, language: .korean)
    #expect(
      korean.alternativeText
        == "표준정규 표본 5개에 대한 ReLU 2개 층(유닛 4개)의 활성화값(0~4) 히스토그램. 세로는 값의 비율(0~52 %), "
        + "행은 초기화 방법 1가지, 열은 층이다. 아래는 기울기의 크기(1~1.78)다. "
        + korean.findings[0] + " 1층→2층: 평균 0.50→0.50, 표준편차 1.0→0.75, 신호 1.0→0.75, 기울기 2.0→1.0.")
  }

  @Test("trajectories: the surface and its window, each path and its end")
  func trajectories() throws {
    let config = TrajectoriesConfig(
      optimizers: [.sgd(rate: 0.5)], steps: 2, start: (-7, 2),
      view: SurfaceView(x: -8...3, y: -3...3))
    let result = try TrajectoriesExperiment(config).run()
    let english = TrajectoriesFigure(result, language: .english)
    #expect(
      english.alternativeText
        == "Contour map of f(x, y) = x²/20 + y² for x from −8 to 3 and y from −3 to 3, with the "
        + "path of an optimizer from (−7, 2) in 2 steps. "
        + english.findings[0] + " End: (−6.3, 0), f = 2.0.")
    let korean = TrajectoriesFigure(result, language: .korean)
    #expect(
      korean.alternativeText
        == "f(x, y) = x²/20 + y²의 등고선 그림. x는 −8~3, y는 −3~3이고, (−7, 2)에서 시작해 2걸음을 간 최적화 "
        + "기법 하나의 경로를 그렸다. " + korean.findings[0] + " 끝: (−6.3, 0), f = 2.0.")
  }

  @Test("large figures keep within a thousand characters and still say what follows")
  func limits() throws {
    for language in Language.allCases {
      let rates = (1...12).map { Optimizer.sgd(rate: 0.05 * Double($0)) }
      let paths = TrajectoriesFigure(
        try TrajectoriesExperiment(TrajectoriesConfig(optimizers: rates)).run(),
        language: language)
      let figures: [any Figure] = [
        paths,
        LayersFigure(LayersFigureTests.result(layers: 40), language: language),
        BatchNormFigure(BatchNormFigureTests.result(seeds: 5, scales: 36), language: language),
        ActivationsFigure(
          try ActivationsExperiment(
            ActivationsConfig(
              initializers: (1...12).map { .normal(standardDeviation: 0.1 * Double($0)) },
              layers: 30, width: 5, samples: 10)
          ).run(), language: language),
        OptimizersFigure(
          MadeUpRuns.optimizers(
            (1...8).map { (.momentum(rate: 0.01 * Double($0), momentum: 0.8), 0.5, 90) }, seeds: 3),
          language: language),
      ]
      for figure in figures {
        let text = figure.alternativeText
        #expect(text.count <= 1000 && text.count > 200, "\(type(of: figure)): \(text)")
        #expect(text.hasSuffix("."))
      }
    }
  }
}
