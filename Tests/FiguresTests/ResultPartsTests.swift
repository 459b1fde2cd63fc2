import Figures
import Provenance
import Testing

/// Places in results, in the words of the figures.
struct ResultPartsTests {
  private func place(
    _ result: String, _ path: JSONStep...
  ) throws -> ResultParts.Place {
    ResultParts(of: try JSONValue(parsing: result)).place(path)
  }

  @Test("a loss of a series is told by the optimizer, the seed and the step")
  func losses() throws {
    let result = #"""
      {"variants":[{"optimizer":"adam:0.001","runs":[{"seed":3,"losses":[1,2]},
      {"seed":4,"losses":[1,2]}]}]}
      """#
    #expect(
      try place(
        result, .key("variants"), .index(0), .key("runs"), .index(1), .key("losses"), .index(1))
        == ResultParts.Place(part: "series Adam η 0.001, seed 4, step 2", quantity: "loss"))
    #expect(
      try place(
        result, .key("variants"), .index(0), .key("runs"), .index(1), .key("divergedAt"))
        == ResultParts.Place(part: "series Adam η 0.001, seed 4", quantity: "diverged at"))
  }

  @Test("one run alone is not named")
  func oneRun() throws {
    let result = #"{"variants":[{"initializer":"std=0.01","runs":[{"seed":0,"losses":[1]}]}]}"#
    #expect(
      try place(
        result, .key("variants"), .index(0), .key("runs"), .index(0), .key("losses"), .index(0))
        == ResultParts.Place(part: "series std = 0.01, step 1", quantity: "loss"))
  }

  @Test("an accuracy is told by its epoch, which stands in the array beside it or further out")
  func epochs() throws {
    let panel =
      #"{"panels":[{"panel":"decay","epochs":[0,5],"runs":[{"testAccuracy":[0.1,0.2]}]}]}"#
    #expect(
      try place(
        panel, .key("panels"), .index(0), .key("runs"), .index(0), .key("testAccuracy"), .index(1))
        == ResultParts.Place(part: "panel decay, epoch 5", quantity: "test accuracy"))
    let history = #"{"history":{"epochs":[0,2,4],"trainingLoss":[1,2,3]}}"#
    #expect(
      try place(history, .key("history"), .key("trainingLoss"), .index(2))
        == ResultParts.Place(part: "epoch 4", quantity: "training loss"))
  }

  @Test("layers, rows, bins and paths")
  func others() throws {
    let rows = #"{"rows":[{"initializer":"he","layers":[{"counts":[1,2]},{"counts":[3,4]}]}]}"#
    #expect(
      try place(
        rows, .key("rows"), .index(0), .key("layers"), .index(1), .key("counts"), .index(0))
        == ResultParts.Place(part: "row He, layer 2, bin 1", quantity: "count"))
    let paths = #"{"paths":[{"optimizer":"sgd:0.95","x":[1,2]}]}"#
    #expect(
      try place(paths, .key("paths"), .index(0), .key("x"), .index(1))
        == ResultParts.Place(part: "path SGD η 0.95, step 1", quantity: "x"))
    #expect(
      try place(#"{"config":{"steps":3}}"#, .key("config"), .key("steps"))
        == ResultParts.Place(part: "config", quantity: "steps"))
  }

  @Test("names that would steer a terminal are quoted")
  func hostile() throws {
    let result = "{\"variants\":[{\"optimizer\":\"\\u001b[2J\",\"\\u001b]0;\":1}]}"
    #expect(
      try place(result, .key("variants"), .index(0), .key("\u{1B}]0;"))
        == ResultParts.Place(
          part: "series \"\\u001b[2J\"", quantity: "\"\\u001b]0;\""))
  }
}
