import Testing

@testable import Search

/// The numbers of NumPy.
@Suite struct LegacyRandomStateTests {
  /// Expects of each line of a function the numbers that `body` draws.
  private func check(
    _ function: String, _ body: (inout LegacyRandomState, ReferenceFile.Line) throws -> [Double]
  ) throws {
    let lines = try ReferenceFile("random-state.txt").lines.filter { $0.key[0] == function }
    #expect(lines.count >= 4)
    for line in lines {
      var state = LegacyRandomState(seed: UInt32(try number(line.key[1])))
      let numbers = try body(&state, line)
      #expect(try line.numbers() == numbers, "\(line.key)")
    }
  }

  @Test func numbers() throws {
    try check("random_sample") { state, _ in state.uniforms(4) }
    try check("after-1000") { state, _ in
      _ = state.uniforms(1000)
      return state.uniforms(4)
    }
    try check("uniform") { state, _ in (0..<4).map { _ in state.uniform(from: -3, to: 11) } }
  }

  @Test func integers() throws {
    try check("randint") { state, line in
      let bound = Int(try number(line.key[2]))
      return (0..<6).map { _ in Double(state.integer(below: bound)) }
    }
    try check("shuffle") { state, _ in
      var items = (0..<20).map(Double.init)
      state.shuffle(&items)
      return items
    }
    try check("choice") { state, _ in
      state.choices(12, weights: [0.5, 1, 0, 2.25, 0.25]).map(Double.init)
    }
  }
}
