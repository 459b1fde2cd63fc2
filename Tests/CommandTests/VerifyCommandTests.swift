import Foundation
import Provenance
import Testing

/// `dlplot verify` on figures that are what they say, and on figures that are not.
struct VerifyCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  /// The tiny figures, one of each kind.
  private static var tiny: [[String]] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let list = root.appendingPathComponent("Sources/dlplot/Gallery/tiny.txt")
    let text = (try? String(contentsOf: list, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: " ").map(String.init) }
  }

  private func draw(_ arguments: [String], _ name: String) throws -> String {
    let path = scratch.path(name)
    let outcome = try program.run(arguments + ["-o", path, "--quiet"])
    #expect(outcome.status == 0, "\(outcome.error)")
    return path
  }

  @Test("a figure of each kind is verified, with any number of threads")
  func kinds() throws {
    #expect(Self.tiny.count == 10)
    for line in Self.tiny {
      let path = try draw(Array(line.dropFirst()), line[0])
      for threads in ["1", "2"] {
        let outcome = try program.run(["verify", path, "--threads", threads])
        #expect(outcome.status == 0, "\(line[0]): \(outcome.output)\(outcome.error)")
        #expect(
          outcome.output
            == "\(path): verified: config, numbers, data, scene, pixels, picture, words\n")
      }
      #expect(try program.run(["verify", "--quick", path]).status == 0)
    }
  }

  @Test("other looks and formats are verified too")
  func looks() throws {
    let source = ["trajectories", "--steps", "5"]
    let dark = try draw(
      source + ["--theme", "dark", "--lang", "ko", "--size", "700x500", "--scale", "1.5"], "d.png")
    #expect(try program.run(["verify", dark]).status == 0)
    #expect(try program.run(["verify", try draw(source, "a.svg")]).status == 0)
    let json = scratch.path("run.json")
    _ = try draw(source + ["--json", json], "b.png")
    #expect(try program.run(["verify", json]).status == 0)
    #expect(try program.run(["verify", try draw(source + ["--public"], "c.png")]).status == 0)
  }

  private func expectDifference(_ path: String, _ words: String) throws {
    let outcome = try program.run(["verify", path])
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.contains("DIFFERS"), "\(outcome.output)")
    #expect(outcome.output.contains(words), "\(outcome.output)")
  }

  @Test("touched pixels, altered numbers and an altered config are told apart")
  func altered() throws {
    let light = try draw(["trajectories", "--steps", "5"], "light.png")
    let other = try draw(["trajectories", "--steps", "6"], "other.png")
    // The picture of another figure under this one's recipe.
    var png = try AlteredPNG(path: light)
    let pixels = try AlteredPNG(path: other).chunks.filter { $0.type == "IDAT" }
    let place = try #require(png.chunks.firstIndex { $0.type == "IDAT" })
    png.chunks.removeAll { $0.type == "IDAT" }
    png.chunks.insert(contentsOf: pixels, at: place)
    try png.write(to: scratch.path("pixels.png"))
    try expectDifference(scratch.path("pixels.png"), "picture")

    png = try AlteredPNG(path: light)
    let recipe = try #require(png[text: "dlplot"])
    #expect(recipe.contains("\"steps\":5"))
    png[text: "dlplot"] = recipe.replacingOccurrences(of: "\"steps\":5", with: "\"steps\":7")
    try png.write(to: scratch.path("config.png"))
    try expectDifference(scratch.path("config.png"), "config")

    let svg = try draw(["trajectories", "--steps", "5"], "numbers.svg")
    var text = try String(contentsOfFile: svg, encoding: .utf8)
    let start = try #require(text.range(of: "zigzags"))
    let digit = try #require(
      text.range(of: "[0-9]", options: .regularExpression, range: start.upperBound..<text.endIndex))
    text.replaceSubrange(digit, with: text[digit] == "7" ? "8" : "7")
    try Data(text.utf8).write(to: URL(fileURLWithPath: svg))
    try expectDifference(svg, "numbers")
  }

  @Test("a recipe that promises other numbers is found out")
  func promised() throws {
    let source = try draw(["trajectories", "--steps", "5", "--public"], "a.png")
    var png = try AlteredPNG(path: source)
    let recipe = try Recipe(text: try #require(png[text: "dlplot"]))
    let other = try Recipe(
      tool: recipe.tool, experiment: recipe.experiment, config: recipe.config,
      figure: recipe.figure, dataSets: recipe.dataSets, data: try SHA256.digest(of: [1, 2, 3]),
      scene: recipe.identities.scene, pixels: recipe.identities.pixels, command: recipe.command)
    png[text: "dlplot"] = try other.text()
    try png.write(to: source)
    try expectDifference(source, "data")
  }

  @Test("chunks that were stripped, and files of another kind, are errors")
  func stripped() throws {
    let source = try draw(["trajectories", "--steps", "5"], "a.png")
    var png = try AlteredPNG(path: source)
    png.chunks.removeAll { $0.type == "iTXt" }
    try png.write(to: source)
    let outcome = try program.run(["verify", source])
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("no recipe in"))
    let text = try scratch.write(Array("nothing".utf8), to: "a.txt")
    #expect(try program.run(["verify", text]).status == 2)
    #expect(try program.run(["verify", scratch.path("missing.png")]).status == 2)
  }

  @Test("a hostile recipe is refused by its limits, and no path of it is opened")
  func hostile() throws {
    let source = try draw(["activations", "--input", "mnist", "--samples", "50"], "a.png")
    let png = try AlteredPNG(path: source)
    let recipe = try Recipe(text: try #require(png[text: "dlplot"]))
    func verify(
      _ change: (String) -> String, figure: (String) -> String = { $0 }, dataSet: String? = nil,
      experiment: String? = nil
    ) throws -> Program.Outcome {
      var altered = png
      let config = try JSONValue(
        parsing: change(recipe.config.canonicalText), limits: JSONLimits())
      let look = try JSONValue(
        parsing: figure(recipe.figure.canonicalText), limits: JSONLimits())
      altered[text: "dlplot"] = try Recipe(
        tool: recipe.tool, experiment: experiment ?? recipe.experiment, config: config,
        figure: look,
        dataSets: try recipe.dataSets.map {
          Recipe.DataSet(name: dataSet ?? $0.name, digest: try SHA256.digest(of: [1]))
        }, data: recipe.identities.data, scene: recipe.identities.scene,
        pixels: recipe.identities.pixels, command: "rm -rf /"
      ).text()
      try altered.write(to: scratch.path("hostile.png"))
      return try program.run(["verify", scratch.path("hostile.png")])
    }
    func expectError(_ outcome: Program.Outcome, _ words: String) {
      #expect(outcome.status == 2, "\(outcome.output)")
      #expect(outcome.error.split(separator: "\n").count == 1)
      #expect(outcome.error.contains(words), "\(outcome.error)")
    }
    func replacing(_ a: String, _ b: String) -> (String) -> String {
      { $0.replacingOccurrences(of: a, with: b) }
    }
    expectError(
      try verify(replacing("\"layers\":5", "\"layers\":1000000")), "--layers: 1000000 (1...200)")
    expectError(
      try verify(replacing("\"layers\":5", "\"layers\":5,\"output\":\"/etc/x\"")), "output")
    expectError(try verify({ $0 }, dataSet: "/etc"), "no images with the digest")
    expectError(try verify({ $0 }, experiment: "shell"), "shell")
    expectError(
      try verify({ $0 }, figure: replacing("\"scale\":2", "\"scale\":4000")), "scale 4000")
  }
}
