import Experiments
import Figures
import Testing

struct AccuracyFactsTests {
  @Test("overfitting: gaps and accuracies of each panel, and where the lines cross")
  func overfit() {
    var result = MadeUpRuns.overfit([(.plain, 1, 0.8), (.decay, 0.9, 0.8)], epochs: 4)
    // Under weight decay the test images are ahead for two epochs, and the gap is largest before
    // the end.
    result.panels[1].runs[0].trainingAccuracy = [0.1, 0.3, 0.6, 0.9, 0.9]
    result.panels[1].runs[0].testAccuracy = [0.2, 0.4, 0.5, 0.55, 0.6]
    let facts = StatedFacts(OverfitFigure(result, language: .english))
    #expect(facts.keysAreUnique)
    #expect(
      facts.series == [
        "", "plain", "plain, training", "plain, test", "decay", "decay, training", "decay, test",
      ])
    // The fifth beyond the last epoch is room for words.
    #expect(facts["", .xAxis] == "0 to 4.8")
    #expect(facts["", .yAxis] == "0 to 100")
    #expect(facts["plain", .finalGap] == "20.0")
    #expect(facts["plain", .largestGapAt] == "4")
    #expect(facts["plain", .crossing] == nil)
    #expect(facts["decay", .finalGap] == "30.0")
    #expect(facts["decay", .largestGap] == "35.0")
    #expect(facts["decay", .largestGapAt] == "3")
    #expect(facts["decay", .crossing] == "2")
    #expect(facts["decay, training", .bestAccuracyAt] == "3")
    #expect(facts["decay, test", .finalAccuracy] == "60.0 %")
    #expect(facts["decay, test", .bestAccuracyAt] == "4")
  }

  @Test("a run that diverged has no last accuracy, but a best one and an epoch")
  func diverged() {
    let facts = StatedFacts(
      OverfitFigure(
        MadeUpRuns.overfit([(.plain, 1, 0.8)], diverges: true), language: .english))
    #expect(facts["plain", .finalGap] == nil)
    #expect(facts["plain, training", .finalAccuracy] == nil)
    // Half of the way from 10 % to 100 %, after 10 of 20 epochs.
    #expect(facts["plain, training", .bestAccuracy] == "55.0 %")
    #expect(facts["plain, training", .bestAccuracyAt] == "10")
    #expect(facts["plain", .divergedAt] == "11")
    #expect(facts["plain", .divergedRuns] == "1")
  }

  @Test("batch normalization: who learns at which scale, from when on, and who is lost")
  func batchNorm() {
    let facts = StatedFacts(BatchNormFigure(BatchNormFigureTests.result(), language: .english))
    #expect(facts.keysAreUnique)
    #expect(facts["", .xAxis] == "0 to 4.12")
    #expect(facts["", .yAxis] == "0 to 100")
    #expect(facts["", .learningThreshold] == "55 %")
    #expect(facts["batch norm", .learningScales] == "3")
    #expect(facts["plain", .learningScales] == "1")
    // 0.1, 0.4, 0.7, 0.9, 1: above 55 % from the second epoch on.
    #expect(facts["std=1, batch norm", .verdict] == "learns")
    #expect(facts["std=1, batch norm", .learnsFrom] == "2")
    #expect(facts["std=1, batch norm", .finalAccuracy] == "100 %")
    #expect(facts["std=1, batch norm", .bestAccuracyAt] == "4")
    #expect(facts["std=1, plain", .verdict] == "diverges")
    #expect(facts["std=1, plain", .finalAccuracy] == nil)
    #expect(facts["std=1, plain", .bestAccuracy] == "12 %")
    #expect(facts["std=1, plain", .bestAccuracyAt] == "1")
    #expect(facts["std=1, plain", .nonFiniteFrom] == "2")
    #expect(facts["std=1, plain", .divergedRuns] == "1")
    #expect(facts["std=0.01, plain", .verdict] == "does not learn")
    #expect(facts["std=0.01, plain", .learnsFrom] == nil)
  }
}
