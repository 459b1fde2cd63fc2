import Files
import Foundation
import Provenance
import Rendering
import Testing

struct LayersCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private static let small = [
    "layers", "--hidden", "20x3", "--images", "100", "--probe", "100", "--batch", "50",
    "--epochs", "2",
  ]

  @Test("one command, one figure, a verdict a layer, the same for any threads and redrawn")
  func figure() throws {
    let json = scratch.path("run.json")
    let csv = scratch.path("run.csv")
    let first = try program.run(
      Self.small + ["--json", json, "--csv", csv, "--threads", "1"], in: scratch.url)
    #expect(first.status == 0, "\(first.error)")
    let lines = first.output.split(separator: "\n")
    #expect(lines.first == "./layers.png")
    #expect(lines.count == 3 + 1 + 4)
    #expect(lines.last?.hasPrefix("output: ") == true)
    let png = scratch.path("layers.png")
    let recipe = try Recipe(
      text: try #require(
        DecodedPNG(bytes: InputFile.read(png), path: png).text("dlplot")))
    #expect(
      recipe.command
        == "dlplot layers --probe 100 --hidden 20x3 --batch 50 --epochs 2 --images 100")

    let again = scratch.path("again.png")
    #expect(try program.run(["redraw", json, "-o", again]).status == 0)
    #expect(try InputFile.read(png) == InputFile.read(again))
    #expect(try program.run(Self.small + ["--threads", "7", "-o", again]).status == 0)
    #expect(try InputFile.read(png) == InputFile.read(again))

    let rows = try String(contentsOfFile: csv, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(rows.first == "seed,layer,epoch,quantity,value")
    #expect(rows.count == 1 + 3 * 3 * 3 + 4 * 2 * 2)
  }

  private static let mistakes: [([String], String)] = [
    (["--probe", "0"], "invalid --probe: 0 (1...10000)"),
    (["--probe", "1001"], "invalid --probe: 1001 (1...1000, the training images)"),
    (["--hidden", "none"], "invalid --hidden: 0 layers (1...40 layers)"),
    (["--iterations", "10"], "invalid --iterations: 10 (--epochs: layers are shown by epoch)"),
    (["--epochs", "1001"], "invalid --epochs: 1001 (1...1000)"),
    (["--evaluate-every", "5"], "invalid --evaluate-every: 5 (the figure looks at"),
    (["--init", "she"], "unknown initializer: she"),
    (["--activation", "swish"], "invalid --activation: swish (sigmoid, tanh"),
    (["--learning-rate", "fast"], "invalid --learning-rate: fast"),
    (["--batch", "1001"], "invalid --batch: 1001 (1...1000, the number of training images)"),
  ]

  @Test("a mistake gives one line, exit 2 and no file", arguments: mistakes.indices)
  func refused(index: Int) throws {
    let (arguments, message) = Self.mistakes[index]
    let outcome = try program.run(["layers"] + arguments, in: scratch.url)
    #expect(outcome.status == 2)
    #expect(
      outcome.error.hasPrefix("dlplot: ") && outcome.error.contains(message), "\(outcome.error)")
    #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
    #expect(outcome.output.isEmpty)
    #expect(try scratch.names.isEmpty)
  }
}
