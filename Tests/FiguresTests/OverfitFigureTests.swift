import Charting
import Experiments
import Figures
import NeuralNet
import Provenance
import Testing
import Training

struct OverfitFigureTests {
  private func figure(
    _ ends: [(OverfitConfig.Panel, training: Double, test: Double)], seeds: Int = 1,
    diverges: Bool = false, language: Language = .english
  ) -> OverfitFigure {
    OverfitFigure(
      MadeUpRuns.overfit(ends, seeds: seeds, diverges: diverges), language: language)
  }

  @Test("one epoch is one epoch, and one image one image")
  func oneEpoch() {
    var result = MadeUpRuns.overfit([(.plain, 0.9, 0.7)], epochs: 1)
    result.source.images = 1
    let figure = OverfitFigure(result, language: .english)
    let said = ([figure.chart.title] + figure.findings + figure.chart.notes).joined(separator: " ")
    #expect(said.contains("trained on 1 image overfit"))
    #expect(
      said.contains("fter 1 epoch the network gets") || said.contains("after 1 epoch training"))
    #expect(!said.contains("1 epochs") && !said.contains("on 1 images"))
  }

  @Test("the finding compares the gaps and says what the test accuracy becomes")
  func findings() {
    #expect(
      figure([(.plain, 1, 0.8), (.decay, 0.93, 0.76), (.dropout, 0.57, 0.4)]).findings[0]
        == "Weight decay 0.1 shrinks the gap from 20.0 points to 17.0. "
        + "Test accuracy falls from 80.0 % to 76.0 %. Dropout 0.2 underfits: it gets only 57.0 % of "
        + "the training images right and 40.0 % of the test images; its gap of 17.0 points is no "
        + "cure.")
    #expect(
      figure([(.plain, 1, 0.8), (.decay, 0.99, 0.82), (.dropout, 0.97, 0.84)]).findings[0]
        == "Weight decay 0.1 shrinks the gap from 20.0 points to 17.0 and dropout 0.2 to 13.0. "
        + "Test accuracy rises from 80.0 % to 82.0 % and 84.0 %.")
    #expect(
      figure([(.plain, 1, 0.8), (.dropout, 0.9, 0.6)]).findings[0]
        == "Dropout 0.2 does not shrink the gap of 20.0 points (30.0). "
        + "Test accuracy falls from 80.0 % to 60.0 %.")
    #expect(
      figure([(.plain, 1, 0.8), (.decay, 0.9, 0.8), (.dropout, 0.9, 0.6)]).findings[0]
        == "Weight decay 0.1 shrinks the gap from 20.0 points to 10.0; dropout 0.2 does not (30.0). "
        + "Test accuracy goes from 80.0 % to 80.0 % and 60.0 %.")
    #expect(
      figure([(.plain, 1, 0.8)]).findings[0]
        == "After 20 epochs the network gets 100.0 % of the training images right and 80.0 % of "
        + "the test images: a gap of 20.0 points, at most 20.0.")
    let korean = figure([(.plain, 1, 0.8), (.decay, 0.93, 0.76)], language: .korean).findings[0]
    #expect(
      korean == "차이 20.0%p를 가중치 감소 0.1은 17.0%p로 줄인다. 시험 정확도는 80.0 %에서 76.0 %로 낮아진다.")
  }

  @Test(
    "a panel underfits below the test accuracy of the network left alone, and its title says so")
  func underfitting() {
    func titles(_ training: Double, _ test: Double, _ language: Language = .english) -> [String] {
      figure([(.plain, 1, 0.8), (.dropout, training, test)], language: language)
        .chart.sections[0].columnTitles
    }
    #expect(titles(0.81, 0.7) == ["left alone", "dropout 0.2"])
    #expect(titles(0.79, 0.7) == ["left alone", "dropout 0.2: underfits"])
    #expect(titles(0.79, 0.7, .korean) == ["그대로", "드롭아웃 0.2: 과소적합"])
    #expect(
      figure([(.plain, 1, 0.8), (.dropout, 0.6, 0.3)]).findings[0]
        == "Left alone: the gap ends at 20.0 points. Dropout 0.2 underfits: it gets only 60.0 % of "
        + "the training images right and 30.0 % of the test images, a gap of 30.0 points.")
    let alone = figure([(.dropout, 0.57, 0.4)])
    #expect(!alone.findings[0].contains("underfits"), "nothing to hold it against")
  }

  @Test("gaps are those of the medians that are drawn, final and largest")
  func gaps() {
    let three = figure([(.plain, 1, 0.8), (.decay, 0.9, 0.8)], seeds: 3)
    #expect(three.lastGaps.map { ($0 * 10).rounded() / 10 } == [20, 10])
    let statistics = three.chart.sections[0].panels.compactMap { $0?.statistics }
    #expect(statistics[0].first == "final gap 20.0 points")
    #expect(statistics[0].contains("largest 20.0 (epoch 20)"))
  }

  @Test("panels of networks that were trained for unlike times say for how long, others do not")
  func lengths() {
    func facts(_ language: Language, dropoutEpochs: Int) -> [String?] {
      var result = MadeUpRuns.overfit([(.plain, 1, 0.8), (.decay, 0.9, 0.8)])
      let longer = MadeUpRuns.overfit([(.dropout, 0.9, 0.7)], epochs: dropoutEpochs)
      result.panels += longer.panels
      return OverfitFigure(result, language: language).chart.sections[0].panels
        .map { $0?.statistics.first }
    }
    #expect(
      facts(.english, dropoutEpochs: 30) == ["20 epochs", "20 epochs", "30 epochs"])
    #expect(facts(.korean, dropoutEpochs: 30).last == "30에폭")
    #expect(facts(.english, dropoutEpochs: 20).first == "final gap 20.0 points")
  }

  @Test("a run that diverges has no gap, and it is said when it did")
  func divergence() {
    let lost = figure([(.plain, 1, 0.8)], diverges: true)
    #expect(lost.lastGaps[0].isNaN)
    #expect(lost.findings == ["Left alone: diverged in epoch 11."])
  }

  @Test("the command is rebuilt from the config, defaults left out")
  func arguments() {
    func arguments(_ change: (inout OverfitConfig) -> Void) -> [String] {
      var result = MadeUpRuns.overfit([(.plain, 1, 0.8)])
      result.config = OverfitConfig()
      change(&result.config)
      return OverfitFigure(result, language: .english).arguments
    }
    #expect(arguments { _ in } == ["overfit"])
    #expect(arguments { $0.panels = [.decay] } == ["overfit", "--only", "decay"])
    #expect(
      arguments {
        $0.weightDecay = 0.3
        $0.panels = [.plain, .decay]
      } == ["overfit", "--weight-decay", "0.3"])
    #expect(
      arguments {
        $0.weightDecay = 0.3
        $0.dropout = 0.5
        $0.panels = [.plain, .both]
        $0.training.length = 50
        $0.dropoutEpochs = 50
        $0.training.network.dropoutForm = .inverted
      } == [
        "overfit", "--weight-decay", "0.3", "--dropout", "0.5", "--only", "plain,both", "--epochs",
        "50", "--dropout-form", "inverted",
      ])
    #expect(
      arguments { $0.panels = [.plain, .dropout] } == ["overfit", "--only", "plain,dropout"])
  }

  @Test("the table has a row for each epoch, run and set of images")
  func table() throws {
    let table = try figure([(.plain, 1, 0.8), (.decay, 0.93, 0.76)], seeds: 2).table()
    #expect(table.rows.count == 2 * 2 * 21 * 2)
  }
}
