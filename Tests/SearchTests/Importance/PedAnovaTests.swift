import DenseMath
import Testing

@testable import Search

@Suite struct PedAnovaTests {
  /// A study of `importance.txt`, and what Optuna makes of it.
  private struct Case {
    var study: Study
    var raw: [(name: String, divergence: Double, share: Double)] = []
  }

  private func space(_ name: String) throws -> SearchSpace {
    if name == "conditional" {
      return try SearchSpace(texts: [
        "kind=a|b", "depth=log:1..100", "x=0.0..1", "rate=0..1:0.02",
      ])
    }
    return try (SampleProblem(rawValue: String(name.prefix { $0 != "-" })) ?? .branin).space
  }

  private func cases() throws -> [String: Case] {
    var cases: [String: Case] = [:]
    for line in try ReferenceFile("importance.txt").lines {
      let name = line.key.first ?? line.values[0]
      if cases[name] == nil {
        let direction: StudyDirection = name == "whole-150" ? .maximize : .minimize
        cases[name] = Case(
          study: Study(name: name, direction: direction, space: try space(name)))
      }
      if line.key.isEmpty {
        cases[name]?.raw.append(
          (line.values[2], try number(line.values[3]), try number(line.values[4])))
        continue
      }
      var parameters: [TrialParameter] = []
      for (parameter, text) in zip(try space(name).parameters, line.values) where text != "-" {
        parameters.append(
          TrialParameter(
            name: parameter.name, distribution: parameter.distribution, value: try number(text)))
      }
      cases[name]?.study.trials.append(
        Trial(
          number: Int(try number(line.key[1])), state: .complete, parameters: parameters,
          value: try number(line.values[line.values.count - 1])))
    }
    return cases
  }

  @Test(arguments: ["branin-20", "mixed-60", "whole-150", "branin-3", "conditional"])
  func numbersAreOptunas(name: String) throws {
    let sample = try #require(try cases()[name])
    let importances = PedAnova().importances(sample.study)
    #expect(importances.map(\.name) == sample.raw.map(\.name))
    #expect(relativeDifference(importances.map(\.divergence), sample.raw.map(\.divergence)) < 1e-9)
    #expect(relativeDifference(importances.map(\.share), sample.raw.map(\.share)) < 1e-9)
  }

  @Test func unfinishedAndInfiniteTrialsDoNotCount() throws {
    var study = try #require(try cases()["branin-20"]).study
    let expected = PedAnova().importances(study)
    let parameters = study.trials[0].parameters
    for (state, value) in [
      (TrialState.pruned, 0), (.failed, nil), (.running, nil), (.complete, .infinity),
    ] as [(TrialState, Double?)] {
      study.trials.append(
        Trial(number: study.trials.count, state: state, parameters: parameters, value: value))
    }
    #expect(PedAnova().importances(study) == expected)
  }

  @Test func oneTrialSaysNothing() throws {
    var study = try #require(try cases()["branin-20"]).study
    study.trials.removeLast(19)
    #expect(PedAnova().importances(study).map(\.share) == [0.5, 0.5])
    study.trials = []
    #expect(PedAnova().importances(study).isEmpty)
    #expect(PedAnova().intervals(study, seed: 1).isEmpty)
  }

  @Test func intervalsHoldTheMostOfTheResamples() throws {
    let study = try #require(try cases()["mixed-60"]).study
    let importances = PedAnova().importances(study)
    let wide = PedAnova().intervals(study, seed: 1, resamples: 100)
    let narrow = PedAnova().intervals(study, seed: 1, resamples: 100, level: 0.5)
    #expect(wide.map(\.name) == importances.map(\.name))
    for (outer, inner) in zip(wide, narrow) {
      #expect(0 <= outer.low && outer.low < inner.low)
      #expect(inner.low < inner.high && inner.high < outer.high && outer.high <= 1)
    }
    for threads in [1, 2, 7] {
      let again = PedAnova().intervals(study, seed: 1, resamples: 100, threads: threads)
      #expect(again == wide, "\(threads) threads")
    }
    #expect(PedAnova().intervals(study, seed: 2, resamples: 100) != wide)
    // The choice of the weights' size matters least here, and the learning rate most.
    #expect(wide[0].low > wide[3].high)
  }

  /// With a whole level the ends are the extremes of the halves' own importances.
  @Test func resamplesAreStudiesOfTheirOwn() throws {
    let study = try #require(try cases()["branin-20"]).study
    let interval = PedAnova().intervals(study, seed: 5, resamples: 1, level: 1)
    let stream = RandomStream(seed: 5).substream(.bootstrap).substream(0)
    let half = stream.sample(10, of: 20)
    #expect(Set(half).count == 10)
    var resample = study
    resample.trials = half.map { study.trials[$0] }
    for importance in PedAnova().importances(resample) {
      let own = try #require(interval.first { $0.name == importance.name })
      #expect(own.low == own.high)
      #expect(relativeDifference([own.low], [importance.share]) < 1e-12)
    }
    // One half need not have the importances of all, and nothing brings it there.
    #expect(interval.contains { $0.low != $0.share })
  }

  /// The shares in studies of one kind lie around their mean as the ranges say that they do.
  @Test func intervalsCoverWhatOtherStudiesSay() throws {
    let distribution = try Distribution.float(0, 1)
    let names = ["x", "y", "z"]
    let studies = try (0..<40).map { number -> Study in
      let stream = RandomStream(seed: UInt64(number)).substream(.bootstrap)
      func uniform(_ place: Int) -> Double {
        Double(stream.integer(below: 10_000, at: place)) / 1e4
      }
      let trials = (0..<200).map { trial -> Trial in
        let values = (0..<3).map { uniform(4 * trial + $0) }
        return Trial(
          number: trial, state: .complete,
          parameters: zip(names, values).map {
            TrialParameter(name: $0, distribution: distribution, value: $1)
          },
          value: abs(values[0] - 0.3) + 0.4 * abs(values[1] - 0.6) + 0.05 * uniform(4 * trial + 3))
      }
      return Study(
        name: "", direction: .minimize,
        space: try SearchSpace(
          names.map { SearchParameter(name: $0, distribution: distribution) }), trials: trials)
    }
    let intervals = studies.map { PedAnova().intervals($0, seed: 0, resamples: 50, level: 0.9) }
    for name in names.prefix(2) {
      let own = try intervals.map { list in try #require(list.first { $0.name == name }) }
      let mean = own.reduce(0) { $0 + $1.share } / Double(own.count)
      // Nine in ten of forty, with what chance may take from them.
      #expect(own.count { $0.low <= mean && mean <= $0.high } >= 31, "\(name)")
      // And they say something.
      #expect(own.reduce(0) { $0 + $1.high - $1.low } / Double(own.count) < 0.5, "\(name)")
    }
  }
}
