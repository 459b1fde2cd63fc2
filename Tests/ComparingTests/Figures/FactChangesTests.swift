import Comparing
import Testing

@testable import Figures

@Suite struct FactChangesTests {
  private func fact(
    _ key: String, _ name: String, _ quantity: FactQuantity, _ value: FigureFact.Value,
    _ style: FigureFact.Style = .significant
  ) -> FigureFact {
    FigureFact(
      series: FigureFact.Series(key: key, name: name), quantity: quantity, value: value,
      unit: .none, style: style, language: .english)
  }

  private func sentences(_ a: [FigureFact], _ b: [FigureFact]) -> [String] {
    FactChanges.sentences(of: FactChanges(a, b).all)
  }

  @Test("what two figures state otherwise is said series by series")
  func sentences() {
    let before = [
      fact("", "", .yAxis, .range(0, 2.4), .end),
      fact("", "", .best, .word(key: "adam", name: "Adam")),
      fact("sgd", "SGD", .finalLoss, .number(1.5)),
      fact("adam", "Adam", .finalLoss, .number(0.11)),
      fact("adam", "Adam", .lowestLoss, .number(0.09)),
    ]
    var after = before
    after[0].value = .range(0, 2.5)
    after[3].value = .number(0.12)
    after[4].value = .number(0.1)
    #expect(
      sentences(before, after) == [
        "y axis 0 to 2.4 -> 0 to 2.5", "Adam: final loss 0.11 -> 0.12; lowest loss 0.090 -> 0.10",
      ])
    #expect(sentences(before, before).isEmpty)
    after = before
    after[1].value = .word(key: "sgd", name: "SGD")
    #expect(sentences(before, after) == ["best Adam -> SGD"])
  }

  @Test("numbers that are written alike get as many digits as tell them apart")
  func digits() {
    let before = fact("adam", "Adam", .finalLoss, .number(0.1131))
    let after = fact("adam", "Adam", .finalLoss, .number(0.1134))
    #expect(sentences([before], [after]) == ["Adam: final loss 0.1131 -> 0.1134"])
  }

  @Test("more digits keep the sign of percent")
  func percentages() {
    func dead(_ value: Double) -> FigureFact {
      var fact = fact("he", "He", .saturated, .number(value), .percentage)
      fact.unit = .percent
      return fact
    }
    #expect(sentences([dead(24.4)], [dead(23.8)]) == ["He: saturated 24.4 % -> 23.8 %"])
    #expect(sentences([dead(51)], [dead(53)]) == ["He: saturated 51 % -> 53 %"])
  }

  @Test("what one of them does not state is said to be missing there")
  func missing() {
    let before = fact("adam", "Adam", .finalLoss, .number(0.5))
    let after = fact("adam", "Adam", .divergedAt, .number(12), .whole)
    #expect(
      sentences([before], [after]) == ["Adam: final loss 0.50 -> none; diverged at none -> 12"])
  }

  @Test("series belong together by their key, then by their name, then by how the key begins")
  func partners() {
    func loss(_ key: String, _ name: String, _ value: Double) -> FigureFact {
      fact(key, name, .finalLoss, .number(value))
    }
    // The same order of keys does not matter.
    #expect(
      sentences(
        [loss("sgd:0.1", "SGD", 1), loss("adam:0.1", "Adam", 2)],
        [loss("adam:0.1", "Adam", 3), loss("sgd:0.1", "SGD", 1)]) == [
          "Adam: final loss 2.0 -> 3.0"
        ])
    #expect(
      sentences([loss("adam:0.1", "Adam", 2)], [loss("adam:0.2", "Adam", 3)]) == [
        "Adam: final loss 2.0 -> 3.0"
      ])
    #expect(
      sentences([loss("adam:0.1", "Adam η 0.1", 2)], [loss("adam:0.2", "Adam η 0.2", 3)]) == [
        "Adam η 0.1: final loss 2.0 -> 3.0"
      ])
    // A key that names two has its partner by both, whatever else begins as it does.
    #expect(
      sentences(
        [loss("adam:0.1", "Adam η 0.1", 2), loss("adam:0.1 below sgd:0.1", "a", 5)],
        [loss("adam:0.2", "Adam η 0.2", 3), loss("adam:0.2 below sgd:0.3", "b", 5)]) == [
          "Adam η 0.1: final loss 2.0 -> 3.0"
        ])
    #expect(
      sentences(
        [loss("std=1, layer 1", "a", 2), loss("std=1, layer 2", "b", 5)],
        [loss("std=2, layer 1", "c", 3), loss("std=2, layer 2", "d", 5)]) == [
          "a: final loss 2.0 -> 3.0"
        ])
    // Two that could be meant: none is.
    #expect(
      sentences(
        [loss("adam:0.1", "Adam η 0.1", 2)],
        [loss("adam:0.2", "Adam η 0.2", 3), loss("adam:0.3", "Adam η 0.3", 3)]) == [
          "Adam η 0.1: only in A", "Adam η 0.2: only in B", "Adam η 0.3: only in B",
        ])
  }
}
