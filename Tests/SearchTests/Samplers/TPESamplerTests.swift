import DenseMath
import Testing

@testable import Search

@Suite struct TPESamplerTests {
  @Test func trajectoriesAreThoseOfOptuna5() throws {
    let studies = try SampleStudy.all("trials-5.0.0.txt").filter { $0.sampler != "random" }
    #expect(studies.count == 10)
    for study in studies {
      var sampler = TPESampler(.numpy(try study.seed))
      let rows = try study.trajectory(&sampler)
      for (number, row) in rows.enumerated() {
        let difference = relativeDifference(row, study.parameters[number])
        #expect(difference < 1e-9, "\(study.name), trial \(number)")
      }
    }
  }

  @Test func trajectoriesAreThoseOfOptuna4() throws {
    let studies = try SampleStudy.all("trials-4.9.0.txt")
    #expect(studies.count == 3)
    for study in studies {
      var sampler = TPESampler(.numpy(try study.seed), options: .optuna4)
      let rows = try study.trajectory(&sampler)
      for (number, row) in rows.enumerated() {
        let difference = relativeDifference(row, study.parameters[number])
        #expect(difference < 1e-9, "\(study.name), trial \(number)")
      }
    }
  }

  /// A search of some trials with a value of our own.
  private func search(
    _ sampler: inout TPESampler, _ study: inout Study, to count: Int, generation: Int = 1
  ) throws {
    while study.trials.count < count {
      let size = min(generation, count - study.trials.count)
      for var trial in try sampler.generation(of: size, for: study) {
        let sum = trial.parameters.reduce(0) { $0 + Double($1.value > 1 ? 3 : 1) * $1.value }
        trial.state = trial.number % 7 == 3 ? .pruned : trial.number % 11 == 5 ? .failed : .complete
        trial.value = trial.state == .complete ? (sum - 40) * (sum - 40) : nil
        if trial.state == .pruned { trial.report(Double(trial.number % 5), at: trial.number % 3) }
        study.trials.append(trial)
      }
    }
  }

  @Test(arguments: SampleProblem.allCases)
  func whatIsKeptChangesNothing(problem: SampleProblem) throws {
    var study = Study(name: "s", direction: .minimize, space: try problem.space)
    var sampler = TPESampler(.counter(3))
    try search(&sampler, &study, to: 300, generation: 3)
    // A new sampler has nothing from before, and makes the same suggestions.
    for count in [0, 9, 12, 30, 99, 150, 299] {
      var fresh = TPESampler(.counter(3))
      var before = study
      before.trials.removeLast(300 - count)
      let first = count / 3 * 3
      // Those of the same generation run.
      for i in first..<count {
        before.trials[i] = Trial(
          number: i, state: .running, parameters: study.trials[i].parameters)
      }
      let again = try fresh.suggest(number: count, for: before)
      #expect(again == study.trials[count].parameters, "trial \(count)")
    }
  }

  @Test func startupIsRandomSearch() throws {
    var study = Study(
      name: "s", direction: .minimize, space: try SampleProblem.mixed.space)
    var (sampler, random) = (TPESampler(.counter(8)), RandomSampler(.counter(8)))
    try search(&sampler, &study, to: 10)
    for trial in study.trials {
      #expect(try trial.parameters == random.suggest(number: trial.number, for: study))
    }
  }

  @Test func anotherStudyIsNoticed() throws {
    var sampler = TPESampler(.counter(1))
    var one = Study(name: "s", direction: .minimize, space: try SampleProblem.branin.space)
    try search(&sampler, &one, to: 40)
    var shorter = one
    shorter.trials.removeLast(15)
    var odd = one
    odd.trials.removeAll { $0.number % 2 == 0 }
    for study in [shorter, odd, one] {
      var fresh = TPESampler(.counter(1))
      #expect(
        try sampler.suggest(number: 77, for: study) == fresh.suggest(number: 77, for: study))
    }
  }

  @Test func parametersThatNotAllTrialsHaveAreSampledAlone() throws {
    let old = try SearchSpace(texts: ["a=0.0..1", "b=0.0..1"])
    let new = try SearchSpace(texts: ["b=0.0..1", "a=0.0..2", "c=x|y|z"])
    var study = Study(name: "s", direction: .minimize, space: old)
    var sampler = TPESampler(.counter(4))
    try search(&sampler, &study, to: 15)
    var next = Study(name: "s", direction: .minimize, space: new, trials: study.trials)
    try search(&sampler, &next, to: 40)
    for trial in next.trials[15...] {
      #expect(trial.parameters.map(\.name) == ["b", "a", "c"])
      #expect(trial.parameters.allSatisfy { $0.distribution.contains($0.value) })
    }
  }

  /// The liar keeps the trials of a generation apart: the same candidate is not taken twice.
  @Test func generationsSpread() throws {
    let study = try SampleStudy.all("trials-5.0.0.txt")[1]
    var whole = try study.study()
    whole.trials = study.values.indices.map { number in
      Trial(
        number: number, state: .complete,
        parameters: zip(whole.space.parameters, study.parameters[number]).map {
          TrialParameter(name: $0.name, distribution: $0.distribution, value: $1)
        }, value: study.values[number])
    }
    var sampler = TPESampler(.counter(0))
    let trials = try sampler.generation(of: 8, for: whole)
    #expect(Set(trials.map(\.parameters)).count == 8)
    #expect(trials.allSatisfy { $0.state == .running })
    #expect(trials.map(\.number) == Array(40..<48))
  }
}
