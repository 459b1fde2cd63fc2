import Testing

@testable import Search

@Suite struct SearchSpaceTextTests {
  @Test func kindsFollowTheSpelling() throws {
    let space = try SearchSpace(texts: [
      "learning-rate=log:1e-6..1e-2", "hidden=50..200:50", "init=std=0.01|xavier|he",
      "optimizer = sgd | adam", "dropout=0..0.5", "layers=1..6", "width=log:16..1024",
      "momentum=0..1:0.25", "batch=16|32|1.5|true|null",
    ])
    #expect(try space["learning-rate"] == .float(1e-6, 1e-2, isLog: true))
    #expect(try space["hidden"] == .int(50, 200, step: 50))
    #expect(
      space["init"] == .categorical([.string("std=0.01"), .string("xavier"), .string("he")]))
    #expect(space["optimizer"] == .categorical([.string("sgd"), .string("adam")]))
    #expect(try space["dropout"] == .float(0, 0.5))
    #expect(try space["layers"] == .int(1, 6))
    #expect(try space["width"] == .int(16, 1024, isLog: true))
    #expect(try space["momentum"] == .float(0, 1, step: 0.25))
    #expect(
      space["batch"] == .categorical([.int(16), .int(32), .double(1.5), .bool(true), .null]))
    #expect(space["other"] == nil)
    #expect(
      space.sorted.map(\.name) == [
        "batch", "dropout", "hidden", "init", "layers", "learning-rate", "momentum", "optimizer",
        "width",
      ])
  }

  @Test(arguments: [
    "learning-rate=log:0.000001..0.01", "hidden=50..200:50", "init=std=0.01|xavier|he",
    "dropout=0.0..0.5", "layers=-1..6", "width=log:16..1024", "momentum=0.0..1.0:0.25",
  ])
  func textsSurvive(text: String) throws {
    let parameter = try SearchParameter(text: text)
    #expect(parameter.text == text)
    #expect(try SearchParameter(text: parameter.text) == parameter)
  }

  @Test(arguments: [
    ("dropout", #"invalid parameter: "dropout" (NAME=RANGE, such as dropout=0..0.5)"#),
    ("=0..1", #"invalid parameter: "=0..1" (NAME=RANGE, such as dropout=0..0.5)"#),
    (
      "a=0...1",
      #"invalid range of a: "0...1" (such as 0..0.5, log:1e-6..1e-2, 50..200:50 or sgd|adam)"#
    ),
    (
      "a=0..nan",
      #"invalid range of a: "0..nan" (such as 0..0.5, log:1e-6..1e-2, 50..200:50 or sgd|adam)"#
    ),
    (
      "a=0..0x10",
      #"invalid range of a: "0..0x10" (such as 0..0.5, log:1e-6..1e-2, 50..200:50 or sgd|adam)"#
    ),
    (
      "a=x||y",
      #"invalid range of a: "x||y" (such as 0..0.5, log:1e-6..1e-2, 50..200:50 or sgd|adam)"#
    ),
    ("a=1..1", "invalid range of a: 1..1 (low below high)"),
    ("a=5..1", #"invalid range of a: "5..1": low 5 is above high 1"#),
    (
      "a=log:0..1.5",
      #"invalid range of a: "log:0..1.5": low 0 has no place on a log scale (above 0)"#
    ),
    (
      "a=log:0..8",
      #"invalid range of a: "log:0..8": low 0 has no place on a log scale (above 0)"#
    ),
    (
      "a=log:1..8:2",
      #"invalid range of a: "log:1..8:2": step 2 on a log scale (no step, or no log)"#
    ),
    ("a=0..8:0", #"invalid range of a: "0..8:0": step 0 (above 0)"#),
    ("a=x|x", #"invalid range of a: "x|x": choice "x" stands twice"#),
    (
      "a=0..1e999",
      #"invalid range of a: "0..1e999" (such as 0..0.5, log:1e-6..1e-2, 50..200:50 or sgd|adam)"#
    ),
  ])
  func errorsNameTheParameter(text: String, message: String) {
    let error = #expect(throws: SpaceError.self) { try SearchParameter(text: text) }
    #expect(error?.description == message)
  }

  @Test func spacesAreChecked() {
    #expect(throws: SpaceError.noParameters) { try SearchSpace(texts: []) }
    #expect(throws: SpaceError.repeatedName("a")) {
      try SearchSpace(texts: ["a=0..1", "b=0..1", "a=1|2"])
    }
  }
}
