import Experiments
import Provenance
import Search
import Studies
import Testing

/// What charts take in of a study.
struct StudyTrialsTests {
  private static func trials() throws -> StudyTrials {
    try StudyTrials(HandmadeStudy.rich, path: "s.db")
  }

  @Test("trials that have begun are taken in, in their order")
  func trials() throws {
    let trials = try Self.trials()
    #expect(trials.numbers == [0, 1, 2, 4, 5, 6])
    #expect(trials.states == [.complete, .pruned, .failed, .complete, .running, .complete])
    // A pruned trial has the value of its last report.
    #expect(trials.values.prefix(2) == [3, 9] && trials.values[3] == 1)
    #expect(trials.values[2].isNaN && trials.values[4].isNaN && trials.values[5] == .infinity)
    #expect(trials.complete == [0, 3])
    #expect(trials.ranking == [3, 0])
    #expect(trials.direction == .minimize && !trials.isShare && trials.objective.isEmpty)
    #expect(trials.pool == StudyNumbers.Pool(values: [3, 1], pruned: 1))
    #expect(trials.ownPool.values.isEmpty && !trials.isRandom)
    #expect(trials.differs)
  }

  @Test("a hyper-parameter is a column, with nothing where a trial has none")
  func columns() throws {
    let columns = try Self.trials().columns
    #expect(columns.map(\.name) == ["lr", "units", "kind"])
    #expect(columns[0].values == [0.1, 0.01, 0.5, 0.2, 0.3, 0.3])
    #expect(columns[1].distribution == [0, -1, -1, -1, -1, 0])
    #expect(columns[2].distribution == [-1, 0, -1, 0, -1, -1])
    #expect(columns[2].values[1] == 1 && columns[2].values[0].isNaN)
    #expect(columns[2].distributions == [.categorical([.string("sgd"), .string("adam")])])
  }

  @Test("a value outside of its range is none, and a range that changed is another one")
  func ranges() throws {
    let wide = HandmadeStudy.units.replacing("50", with: "90")
    var late = HandmadeStudy.trial(1, .complete, 2)
    late.parameters = [.init(name: "units", internalValue: 90, distribution: wide)]
    let study = HandmadeStudy.study([
      HandmadeStudy.trial(0, .complete, 1, units: 50), late,
      HandmadeStudy.trial(2, .complete, 1, units: 60),
    ])
    let column = try #require(try StudyTrials(study, path: "s.db").columns.first)
    #expect(column.distribution == [0, 1, -1])
    #expect(column.distributions.count == 2)
    #expect(column.values.prefix(2) == [50, 90] && column.values[2].isNaN)
  }

  @Test("reports and times are taken in as they are")
  func reports() throws {
    let trials = try Self.trials()
    #expect(trials.steps == [[0, 1], [0], [], [0, 1], [], []])
    #expect(trials.reports == [[5, 3], [9], [], [4, 2], [], []])
    // From the first start on, in microseconds.
    #expect(trials.starts == [0, 1_000_000, 1_600_000, 2_100_000, 2_500_000, 3_000_000])
    #expect(trials.ends == [2_000_000, 1_500_000, 1_700_000, 3_000_000, -1, 3_100_000])
    let bare = try StudyTrials(
      HandmadeStudy.study([HandmadeStudy.trial(0, .complete, 1)]), path: "s.db")
    #expect(bare.steps.isEmpty && bare.starts.isEmpty && bare.columns.isEmpty)
  }

  @Test("the objective has the name that its maker gave it")
  func objective() throws {
    var study = HandmadeStudy.rich
    study.systemAttributes["study:metric_names"] = #"["validation error"]"#
    #expect(try StudyTrials(study, path: "s.db").objective == "validation error")
  }

  @Test("the digest depends on every value, and on nothing else")
  func digest() throws {
    let digest = try Self.trials().digest
    #expect(try Self.trials().digest == digest)
    var other = try Self.trials()
    other.values[0] = 3.0000000000000004
    #expect(try other.digest != digest)
    other = try Self.trials()
    other.columns[1].distribution[0] = -1
    #expect(try other.digest != digest)
  }

  @Test("the study of samplers has the trials' parameters and values")
  func study() throws {
    let study = try #require(try Self.trials().study)
    #expect(study.trials.map(\.number) == [0, 1, 2, 4, 5, 6])
    #expect(study.trials[3]["lr"] == 0.2 && study.trials[3]["units"] == nil)
    #expect(study.trials[2].value == nil)
    #expect(study.space.parameters.map(\.name) == ["lr", "units", "kind"])
  }
}
