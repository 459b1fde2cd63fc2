import Testing

@testable import Search

@Suite struct RandomSamplerTests {
  @Test func numpyFlavourIsOptunas() throws {
    let studies = try SampleStudy.all("trials-5.0.0.txt").filter { $0.sampler == "random" }
    #expect(studies.count == 3)
    for study in studies {
      var sampler = RandomSampler(.numpy(try study.seed))
      let rows = try study.trajectory(&sampler)
      for (mine, theirs) in zip(rows, study.parameters) {
        #expect(relativeDifference(mine, theirs) < 1e-12, "\(study.name)")
      }
    }
  }

  @Test func trialsDependOnSeedAndNumberAlone() throws {
    let study = Study(
      name: "s", direction: .minimize, space: try SampleProblem.mixed.space)
    var sampler = RandomSampler(.counter(5))
    let forward = try (0..<10).map { try sampler.suggest(number: $0, for: study) }
    for number in [7, 2, 9] {
      #expect(try sampler.suggest(number: number, for: study) == forward[number])
    }
    var other = RandomSampler(.counter(6))
    #expect(try other.suggest(number: 0, for: study) != forward[0])
    #expect(Set(forward).count == 10)
  }

  @Test func parametersDoNotDependOnEachOther() throws {
    let small = Study(
      name: "s", direction: .minimize, space: try SearchSpace(texts: ["b=0.0..1"]))
    let large = Study(
      name: "s", direction: .minimize,
      space: try SearchSpace(texts: ["a=x|y|z", "b=0.0..1", "c=1..5"]))
    var sampler = RandomSampler(.counter(1))
    let one = try sampler.suggest(number: 4, for: small)
    #expect(try sampler.suggest(number: 4, for: large).contains(one[0]))
  }

  @Test func valuesFillTheirRanges() throws {
    let space = try SampleProblem.whole.space
    let study = Study(name: "s", direction: .minimize, space: space)
    var sampler = RandomSampler(.counter(2))
    let trials = try (0..<600).map { try sampler.suggest(number: $0, for: study) }
    for (place, parameter) in space.parameters.enumerated() {
      let values = trials.map { $0[place].value }
      #expect(values.allSatisfy(parameter.distribution.contains), "\(parameter.name)")
    }
    // Six values of depth, 100 times each: five standard deviations are 46.
    for depth in 1...6 {
      let count = trials.count { $0[1].value == Double(depth) }
      #expect((54...146).contains(count), "depth \(depth)")
    }
    #expect(Set(trials.map { $0[3].value }).count == 2)
  }

  @Test func seedsForNumPyAreChecked() throws {
    #expect(try SamplerSeed.numpy(checking: 4_294_967_295) == .numpy(.max))
    let error = #expect(throws: SamplerError.self) {
      try SamplerSeed.numpy(checking: 4_294_967_296)
    }
    #expect(error?.description == "seed 4294967296 for numpy (0...4294967295)")
  }
}
