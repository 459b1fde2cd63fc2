import Testing

@testable import Search

@Suite struct TrialTests {
  @Test func reportsAreSortedAndTheFirstOfAStepStays() {
    var trial = Trial(number: 3)
    #expect(trial.lastStep == nil)
    for (step, value) in [(4, 0.4), (1, 0.1), (9, 0.9), (4, 7), (0, 0.05)] {
      trial.report(value, at: step)
    }
    #expect(trial.intermediates.map(\.step) == [0, 1, 4, 9])
    #expect(trial.intermediate(at: 4) == 0.4 && trial.intermediate(at: 5) == nil)
    #expect(trial.lastStep == 9)
  }

  @Test func bestIsTheFirstOfTheBestCompleteOnes() throws {
    var study = Study(
      name: "s", direction: .maximize, space: try SampleProblem.branin.space)
    #expect(study.best == nil)
    let ends: [(TrialState, Double?)] = [
      (.complete, 1), (.complete, 3), (.complete, 3), (.pruned, 9), (.complete, .nan),
      (.failed, nil),
    ]
    study.trials = ends.enumerated().map { Trial(number: $0, state: $1.0, value: $1.1) }
    #expect(study.best?.number == 1)
  }
}
