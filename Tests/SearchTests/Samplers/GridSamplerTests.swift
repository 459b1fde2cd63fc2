import Testing

@testable import Search

@Suite struct GridSamplerTests {
  private func study() throws -> Study {
    Study(
      name: "s", direction: .minimize,
      space: try SearchSpace(texts: ["b=0..2", "a=5..20:5", "c=x|y"]))
  }

  private func values(_ sampler: GridSampler, _ number: Int) throws -> [Double] {
    try sampler.suggest(number: number, for: try study()).map(\.value)
  }

  @Test func writtenOrderCountsLikeNumbers() throws {
    let sampler = try GridSampler(try study().space, order: .written)
    #expect(sampler.count == 24)
    #expect(try values(sampler, 0) == [0, 5, 0])
    #expect(try values(sampler, 1) == [0, 5, 1])
    #expect(try values(sampler, 2) == [0, 10, 0])
    #expect(try values(sampler, 23) == [2, 20, 1])
  }

  @Test func numpyOrderIsOptunas() throws {
    for line in try ReferenceFile("grid.txt").lines {
      let seed = UInt32(try number(line.key[0]))
      let sampler = try GridSampler(try study().space, order: .numpy(seed: seed))
      #expect(try values(sampler, Int(try number(line.key[1]))) == line.numbers())
    }
  }

  @Test func shuffledOrderHasEveryPointOnce() throws {
    let sampler = try GridSampler(try study().space, order: .shuffled(seed: 3))
    let points = try (0..<24).map { try values(sampler, $0) }
    #expect(Set(points).count == 24)
    let written = try GridSampler(try study().space, order: .written)
    #expect(try points != (0..<24).map { try values(written, $0) })
  }

  @Test func errorsNameWhatIsMissing() throws {
    let sampler = try GridSampler(try study().space, order: .written)
    #expect(throws: SamplerError.gridExhausted(number: 24, count: 24)) {
      try sampler.suggest(number: 24, for: try study())
    }
    let real = try SearchSpace(texts: ["rate=log:1e-6..1e-2", "k=1..3"])
    #expect(throws: SamplerError.gridWithoutSteps(name: "rate")) {
      try GridSampler(real, order: .written)
    }
    #expect(try GridSampler(real, order: .written, points: 5).count == 15)
    let huge = try SearchSpace(texts: ["a=0..9999999999", "b=0..9999999999"])
    #expect(throws: SamplerError.gridTooLarge(count: 10_000_000_000, most: 10_000_000)) {
      try GridSampler(huge, order: .written)
    }
  }
}
