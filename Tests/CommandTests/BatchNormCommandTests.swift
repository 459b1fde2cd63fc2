import Files
import Foundation
import Provenance
import Rendering
import Testing

struct BatchNormCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private static let small = [
    "batchnorm", "--scales", "2", "--range", "0.05..1e6", "--hidden", "20x3", "--images", "100",
    "--batch", "50", "--epochs", "2",
  ]

  @Test("one command, one figure, the finding in words, the same for any threads and redrawn")
  func figure() throws {
    let json = scratch.path("run.json")
    let csv = scratch.path("run.csv")
    let first = try program.run(
      Self.small + ["--json", json, "--csv", csv, "--threads", "1"], in: scratch.url)
    #expect(first.status == 0, "\(first.error)")
    #expect(first.error.isEmpty)
    let lines = first.output.split(separator: "\n")
    #expect(lines.first == "./batchnorm.png")
    #expect(lines.contains { $0.hasPrefix("Batch normalization learns at ") })
    let png = scratch.path("batchnorm.png")
    let recipe = try Recipe(
      text: try #require(
        DecodedPNG(bytes: InputFile.read(png), path: png).text("dlplot")))
    #expect(
      recipe.command
        == "dlplot batchnorm --scales 2 --range 0.05..1000000.0 --hidden 20x3 --batch 50 "
        + "--epochs 2 --images 100")

    let again = scratch.path("again.png")
    #expect(try program.run(["redraw", json, "-o", again]).status == 0)
    #expect(try InputFile.read(png) == InputFile.read(again))
    let other = try program.run(Self.small + ["--threads", "7", "-o", again])
    #expect(other.status == 0)
    #expect(try InputFile.read(png) == InputFile.read(again))

    let rows = try String(contentsOfFile: csv, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(rows.first == "weight_scale,batch_norm,seed,epoch,training_accuracy")
    #expect(rows.count == 1 + 2 * 2 * 3)
    // The widest plain network overflows; a number that is not there is no guess.
    #expect(rows.contains { $0.hasPrefix("1000000,false,0,2,") && $0.hasSuffix("NaN") })
  }

  private static let mistakes: [([String], String)] = [
    (["--scales", "0"], "invalid --scales: 0 (1...36)"),
    (["--scales", "many"], "invalid --scales: many (1...36)"),
    (["--range", "1..0.1"], "invalid --range: 1..0.1 (LOW..HIGH with LOW < HIGH"),
    (["--range", "0..1"], "invalid --range: 0.0..1.0 (LOW..HIGH"),
    (["--seeds", "0"], "invalid --seeds: 0 (1...100)"),
    (["--epochs", "0"], "invalid --epochs: 0 (1..."),
    (["--batch", "2000"], "invalid --batch: 2000 (1...1000, the number of training images)"),
    (["--images", "100000"], "100000"),
    (["--init", "he"], "invalid --init: he (the figure itself compares it)"),
    (["--batch-norm"], "invalid --batch-norm: given (the figure itself compares it)"),
    (["--test-images", "10"], "invalid --test-images: 10 (the figure shows training accuracy"),
    (["--optimizer", "sdg"], "unknown optimizer: sdg"),
    (["--data", "nowhere"], "nowhere"),
  ]

  @Test("a mistake gives one line, exit 2 and no file", arguments: mistakes.indices)
  func refused(index: Int) throws {
    let (arguments, message) = Self.mistakes[index]
    let outcome = try program.run(["batchnorm"] + arguments, in: scratch.url)
    #expect(outcome.status == 2)
    #expect(
      outcome.error.hasPrefix("dlplot: ") && outcome.error.contains(message), "\(outcome.error)")
    #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
    #expect(outcome.output.isEmpty)
    #expect(try scratch.names.isEmpty)
  }
}
