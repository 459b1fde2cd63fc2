import Testing

@testable import Search

/// The steps at which Optuna stops made-up trials.
@Suite struct PrunerTests {
  private func pruner(_ name: String) throws -> any Pruner {
    switch name {
    case "median": try PercentilePruner()
    case "median-late": try PercentilePruner(startupTrials: 2, warmupSteps: 5, intervalSteps: 3)
    case "percentile":
      try PercentilePruner(
        percentile: 25, startupTrials: 3, warmupSteps: 2, intervalSteps: 2, leastTrials: 4)
    case "halving": try SuccessiveHalvingPruner(leastResource: 1, reductionFactor: 3)
    case "halving-auto": try SuccessiveHalvingPruner()
    case "halving-late":
      try SuccessiveHalvingPruner(
        leastResource: 2, reductionFactor: 2, earlyStoppingRate: 1, bootstrapTrials: 2)
    case "hyperband": try HyperbandPruner(mostResource: 27)
    case "hyperband-auto": try HyperbandPruner(reductionFactor: 2)
    default: NoPruner()
    }
  }

  /// As in `vectors.py`.
  private func report(_ trial: Int, _ step: Int) -> Double {
    if trial >= 12 && (trial * 31 + step * 17) % 29 == 0 { return .nan }
    return Double(7 * trial % 12) / 12 + Double(5 * trial % 12) / 12 / Double(step + 1)
      + Double(trial / 12) * 0.01
  }

  private func stops(_ name: String, _ direction: StudyDirection, _ count: Int) throws -> [Int] {
    var pruner = try pruner(name)
    var study = Study(name: "dlplot", direction: direction, space: try SampleProblem.branin.space)
    let first = name.hasPrefix("h") ? 1 : 0
    for number in 0..<count {
      var trial = Trial(number: number)
      study.trials.append(trial)
      var stop: Int?
      for step in stride(from: first, to: 27 + first, by: 1 + number / 36) {
        trial.report(report(number, step), at: step)
        let isPruned = pruner.shouldPrune(&trial, in: study)
        study.trials[number] = trial
        if isPruned {
          stop = step
          break
        }
      }
      study.trials[number].state = stop == nil ? .complete : .pruned
      study.trials[number].value = stop == nil ? 0 : nil
    }
    return study.trials.map { $0.state == .complete ? -1 : $0.lastStep ?? -1 }
  }

  @Test func stopsAreOptunas() throws {
    let lines = try ReferenceFile("pruned.txt").lines
    #expect(lines.count == 32)
    for line in lines {
      let direction: StudyDirection = line.key[1] == "minimize" ? .minimize : .maximize
      let expected = try line.numbers().map { Int($0) }
      #expect(
        try stops(line.key[0], direction, expected.count) == expected, "\(line.key)")
    }
  }

  @Test func aTrialDoesNotCompeteWithItself() throws {
    var study = Study(name: "s", direction: .minimize, space: try SampleProblem.branin.space)
    study.trials = [
      Trial(number: 0, state: .complete, rungs: [1]), Trial(number: 1, rungs: [0.5]),
    ]
    var trial = Trial(number: 1)
    trial.report(0.8, at: 1)
    var pruner = try SuccessiveHalvingPruner(leastResource: 1, reductionFactor: 3)
    // The best of two; against its own older state it would not be.
    #expect(!pruner.shouldPrune(&trial, in: study))
    #expect(trial.rungs == [0.8])
  }

  @Test func bracketsAreOptunas() throws {
    for line in try ReferenceFile("brackets.txt").lines {
      let key = try line.key.map { Int(try number($0)) }
      var pruner = try HyperbandPruner(
        leastResource: key[0], mostResource: key[1], reductionFactor: key[2])
      var trial = Trial(number: 0, intermediates: [IntermediateValue(step: 1, value: 0)])
      let study = Study(
        name: "s", direction: .minimize, space: try SampleProblem.branin.space)
      _ = pruner.shouldPrune(&trial, in: study)
      #expect(try pruner.budgets.map(Double.init) == line.numbers(), "\(key)")
    }
  }

  /// The brackets of the first trials of a study with this name, as Optuna gives them.
  @Test func trialsHaveTheirBrackets() throws {
    var pruner = try HyperbandPruner(mostResource: 27)
    #expect(pruner.bracket(of: 5, studyName: "dlplot") == 0)
    var study = Study(name: "dlplot", direction: .minimize, space: try SampleProblem.branin.space)
    study.trials = (0..<12).map { Trial(number: $0) }
    var trial = study.trials[0]
    trial.report(0, at: 1)
    _ = pruner.shouldPrune(&trial, in: study)
    let brackets = (0..<12).map { pruner.bracket(of: $0, studyName: "dlplot") }
    #expect(brackets == [1, 3, 1, 0, 3, 0, 0, 0, 0, 0, 0, 0])
    #expect(pruner.visible(to: 2, in: study).trials.map(\.number) == [0, 2])
    #expect(pruner.visible(to: 1, in: study).trials.map(\.number) == [1, 4])
  }

  @Test func checksumIsThatOfZip() {
    // The check value of the catalogue of CRCs.
    #expect(CRC32.checksum("123456789".utf8) == 0xcbf4_3926)
  }

  @Test func settingsAreChecked() {
    #expect(throws: PrunerError.percentile(101)) { try PercentilePruner(percentile: 101) }
    #expect(throws: PrunerError.intervalSteps(0)) { try PercentilePruner(intervalSteps: 0) }
    #expect(throws: PrunerError.startupTrials(-1)) { try PercentilePruner(startupTrials: -1) }
    #expect(throws: PrunerError.warmupSteps(-1)) { try PercentilePruner(warmupSteps: -1) }
    #expect(throws: PrunerError.leastTrials(0)) { try PercentilePruner(leastTrials: 0) }
    #expect(throws: PrunerError.resource(0)) { try SuccessiveHalvingPruner(leastResource: 0) }
    #expect(throws: PrunerError.reductionFactor(1)) {
      try SuccessiveHalvingPruner(reductionFactor: 1)
    }
    #expect(throws: PrunerError.bootstrapWithoutResource(2)) {
      try SuccessiveHalvingPruner(bootstrapTrials: 2)
    }
    #expect(throws: PrunerError.mostResource(3, least: 4)) {
      try HyperbandPruner(leastResource: 4, mostResource: 3)
    }
    #expect(PrunerError.reductionFactor(1).description == "reduction factor 1 (2 or more)")
  }
}
