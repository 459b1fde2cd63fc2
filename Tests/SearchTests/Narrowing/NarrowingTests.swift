import Testing

@testable import Search

@Suite struct NarrowingTests {
  private func study(
    _ texts: [String], _ rows: [(Double, [Double])], direction: StudyDirection = .minimize
  ) throws -> Study {
    let space = try SearchSpace(texts: texts)
    let trials = rows.enumerated().map { number, row in
      Trial(
        number: number, state: .complete,
        parameters: zip(space.parameters, row.1).map {
          TrialParameter(name: $0.name, distribution: $0.distribution, value: $1)
        }, value: row.0)
    }
    return Study(name: "s", direction: direction, space: space, trials: trials)
  }

  @Test func rangesGoHalfAGapBeyondTheBest() throws {
    // The three best stand at 2, 3 and 6: a mean gap of 2, and so 1 ... 7.
    let rows: [(Double, [Double])] = [(0.3, [3]), (0.9, [9]), (0.1, [2]), (0.2, [6]), (0.8, [0])]
    let study = try study(["x=0.0..10"], rows)
    #expect(try Narrowing.narrowed(study, best: 3)?["x"] == .float(1, 7))
    // The four best reach to 0, below which there is nothing.
    #expect(try Narrowing.narrowed(study, best: 4)?["x"] == .float(0, 7))
    let upward = try self.study(
      ["x=0.0..10"], rows.map { (-$0.0, $0.1) }, direction: .maximize)
    #expect(try Narrowing.narrowed(upward, best: 3)?["x"] == .float(1, 7))
  }

  @Test func logarithmsDecideOnALogScale() throws {
    let study = try study(
      ["x=log:1e-6..1e-2"], [(1, [1e-5]), (2, [1e-3]), (9, [1e-6]), (9, [1e-2])])
    let narrowed = Narrowing.narrowed(study, best: 2)
    guard case .float(let range)? = narrowed?["x"] else {
      Issue.record("no range")
      return
    }
    // A gap of two decades, and half of it on both sides.
    #expect(relativeDifference([range.low, range.high], [1e-6, 1e-2]) < 1e-12)
    #expect(range.isLog)
  }

  @Test func stepsAreRoundedOutwardAndChoicesKept() throws {
    let study = try study(
      ["n=50..500:50", "k=1..100", "p=0..1:0.1", "c=u|v|w"],
      [
        (1, [100, 10, 0.3, 2]), (2, [200, 11, 0.4, 0]), (3, [250, 12, 0.4, 2]),
        (9, [500, 90, 1, 1]),
      ])
    let space = try #require(Narrowing.narrowed(study, best: 3))
    // n: gap 75, so 62.5 ... 287.5; k: gap 1, so 9.5 ... 12.5; p: gap 0.05, so 0.275 ... 0.425.
    #expect(try space["n"] == .int(50, 300, step: 50))
    #expect(try space["k"] == .int(9, 13))
    #expect(try space["p"] == .float(0.2, 0.5, step: 0.1))
    #expect(space["c"] == .categorical([.string("u"), .string("w")]))
    #expect(space.parameters.map(\.name) == ["n", "k", "p", "c"])
  }

  @Test func onePlaceIsWidenedByTheRange() throws {
    let study = try study(["x=0.0..10"], [(1, [4]), (2, [9])])
    #expect(try Narrowing.narrowed(study, best: 1)?["x"] == .float(0, 9))
    let equal = try self.study(["x=0.0..10"], [(1, [4]), (2, [4]), (9, [8])])
    #expect(try Narrowing.narrowed(equal, best: 2)?["x"] == .float(1.5, 6.5))
  }

  @Test func onlyCompleteTrialsWithAllParametersCount() throws {
    var study = try study(["x=0.0..10"], [(1, [4])])
    study.trials[0].state = .pruned
    #expect(Narrowing.narrowed(study, best: 1) == nil)
    study.trials[0].state = .complete
    study.trials[0].parameters = []
    #expect(Narrowing.narrowed(study, best: 1) == nil)
  }
}
