import Files
import Foundation
import Provenance
import Rendering
import Testing

struct TrajectoriesCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  @Test("one command, one figure, one sentence a path")
  func figure() throws {
    let outcome = try program.run(["trajectories"], in: scratch.url)
    #expect(outcome.status == 0)
    #expect(outcome.error.isEmpty)
    #expect(try scratch.names == ["trajectories.png"])
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "./trajectories.png")
    #expect(lines.count == 5)
    #expect(lines[1].hasPrefix("SGD 0.95: zigzags. It turns back along y 29 times"))
    let png = try DecodedPNG(
      bytes: InputFile.read(scratch.path("trajectories.png")), path: "trajectories.png")
    let recipe = try Recipe(text: try #require(png.text("dlplot")))
    #expect(recipe.command == "dlplot trajectories")
    #expect(recipe.identities.pixels == (try png.bitmap.pixelDigest()))
  }

  @Test("the command that a figure carries draws the same figure, with negative numbers too")
  func commandOfFigure() throws {
    let first = scratch.path("first.png")
    let again = scratch.path("again.png")
    let options = [
      "--surface", "beale", "--start", "-1,1.25", "--view", "-2..4,-2..2", "--steps", "9",
      "--optimizers", "adam:0.1:beta1=0.5,nesterov", "--field", "--theme", "dark",
    ]
    #expect(try program.run(["trajectories"] + options + ["-o", first]).status == 0)
    let png = try DecodedPNG(bytes: InputFile.read(first), path: first)
    let command = try Recipe(text: try #require(png.text("dlplot"))).command
    let words = command.split(separator: " ").dropFirst().map(String.init)
    let outcome = try program.run(words + ["-o", again])
    #expect(outcome.status == 0, "\(command): \(outcome.error)")
    #expect(try InputFile.read(first) == InputFile.read(again))
  }

  @Test("an optimizer without a rate has that of the surface's lesson")
  func lessonRates() throws {
    for (options, rates) in [
      (
        ["--optimizers", "adam,sgd,momentum,adagrad,nesterov,rmsprop,adamw:decay=0"],
        [
          "Adam 0.3", "SGD 0.95", "Momentum 0.1", "AdaGrad 1.5", "Nesterov 0.1", "RMSProp 0.3",
          "AdamW 0.3",
        ]
      ),
      (
        ["--surface", "rosenbrock", "--optimizers", "sgd,rmsprop,adam:beta1=0.8,adamw:rate=0.1"],
        ["SGD 0.002", "RMSProp 0.02", "Adam 0.4", "AdamW 0.1"]
      ),
    ] {
      let outcome = try program.run(["trajectories"] + options, in: scratch.url)
      #expect(outcome.status == 0)
      let lines = outcome.output.split(separator: "\n").dropFirst()
      #expect(lines.map { String($0.prefix { $0 != ":" }) } == rates)
    }
  }

  @Test("seed and threads change nothing")
  func harmless() throws {
    let paths = ["a.png", "b.png"].map(scratch.path)
    #expect(try program.run(["trajectories", "-o", paths[0]]).status == 0)
    let more = ["--threads", "7", "--seed", "3", "-o", paths[1]]
    #expect(try program.run(["trajectories"] + more).status == 0)
    #expect(try InputFile.read(paths[0]) == InputFile.read(paths[1]))
  }

  @Test("a result is drawn again to the same bytes, and found out when altered")
  func redraw() throws {
    let json = scratch.path("run.json")
    let first = scratch.path("first.png")
    let again = scratch.path("again.png")
    let csv = scratch.path("steps.csv")
    // A path that leaves, one that overflows and one that stays.
    let run = [
      "trajectories", "--optimizers", "sgd:1.05,sgd:1000000,adam:0.3", "--json", json, "--csv",
      csv, "-o", first,
    ]
    #expect(try program.run(run).status == 0)
    #expect(try program.run(["redraw", json, "-o", again]).status == 0)
    #expect(try InputFile.read(first) == InputFile.read(again))
    let korean = ["redraw", json, "--lang", "ko", "-o", again, "--quiet"]
    let outcome = try program.run(korean)
    #expect(outcome.status == 0 && outcome.output.isEmpty)
    #expect(try InputFile.read(first) != InputFile.read(again))
    let lines = try String(contentsOfFile: csv, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(lines.first == "optimizer,step,x,y,value,distance")
    #expect(lines[1].hasPrefix("sgd:1.05,0,-7,2,6.45,"))

    let text = try String(contentsOfFile: json, encoding: .utf8)
    let altered = text.replacing("\"zigzags\": 29", with: "\"zigzags\": 28", maxReplacements: 1)
    #expect(altered != text)
    try altered.write(toFile: json, atomically: true, encoding: .utf8)
    #expect(try program.run(["redraw", json, "-o", again]).status == 2)
  }

  @Test("svg and pdf carry the recipe of the same scene")
  func vectors() throws {
    let names = ["a.png", "a.svg", "a.pdf"].map(scratch.path)
    let outcome = try program.run(["trajectories", "--field"] + names.flatMap { ["-o", $0] })
    #expect(outcome.status == 0, "\(outcome.error)")
    // But for what a PNG was drawn with.
    let cards = try names.prefix(2).map { name in
      try program.run(["inspect", name]).output.split(separator: "\n")
        .filter { !$0.hasPrefix("drawn by") }
    }
    #expect(cards[0].contains { $0.hasPrefix("scene ") } && cards[0] == cards[1])
    #expect(try InputFile.read(names[2]).starts(with: Array("%PDF-".utf8)))
  }

  @Test("rates that diverge, many steps and odd views are drawn", arguments: 0..<6)
  func extremes(index: Int) throws {
    let all = [
      ["--optimizers", "sgd:1000000,adam:1000000,momentum:5"],
      ["--surface", "beale", "--optimizers", "sgd:1,sgd:0.1", "--start", "1e6,-1e6"],
      ["--steps", "10000", "--optimizers", "adam:0.3"],
      ["--view", "5..6,5..6"],
      ["--surface", "saddle", "--start", "0,0"],
      ["--surface", "rosenbrock", "--view", "-1e6..1e6,-1e6..1e6", "--field", "--steps", "1"],
    ]
    let path = scratch.path("a.png")
    let outcome = try program.run(["trajectories"] + all[index] + ["-o", path])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try InputFile.read(path).starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  static let mistakes: [(arguments: [String], message: String)] = [
    (
      ["--surface", "himmelblau"], "invalid --surface: himmelblau (bowl, rosenbrock, saddle, beale"
    ),
    (
      ["--optimizers", "sgd:0.9,lion:0.1"],
      "unknown optimizer: lion (sgd, momentum, nesterov, adagrad, rmsprop, adam, adamw)"
    ),
    (["--optimizers", "sgd:0.9,,adam"], "unknown optimizer:  (sgd, momentum, nesterov"),
    (["--optimizers", "sgd:nan"], "invalid rate of sgd: nan (1e-12...1000000.0)"),
    (
      ["--optimizers", "adam:0.1:momentum=0.9"],
      "unknown setting of adam: momentum (rate, beta1, beta2, epsilon)"
    ),
    (["--optimizers", "adam,adam:0.3"], "invalid --optimizers: adam:0.3 twice (each once)"),
    (
      ["--optimizers", (1...13).map { "sgd:\($0)" }.joined(separator: ",")],
      "invalid --optimizers: 13 optimizers (1...12)"
    ),
    (["--steps", "0"], "invalid --steps: 0 (1...10000)"),
    (["--steps", "1000000000"], "invalid --steps: 1000000000 (1...10000)"),
    (["--steps", "many"], "invalid --steps: many (1...10000)"),
    (["--start", "nan,1"], "invalid --start: nan,1 (X,Y, two finite numbers such as -7,2)"),
    (["--start", "1"], "invalid --start: 1 (X,Y, two finite numbers such as -7,2)"),
    (["--start", "1e7,0"], "invalid --start: 10000000.0,0.0 (X,Y within -1e6...1e6)"),
    (["--start", "--field"], "invalid --start: --field (X,Y, two finite numbers such as -7,2)"),
    (["--view", "0..1"], "invalid --view: 0..1 (X0..X1,Y0..Y1, such as -8..3,-3..3)"),
    (["--view", "0..1,1..0"], "invalid --view: 1..0 (LOW..HIGH"),
    (["--view", "0..1,0..11"], "invalid --view: 0.0..1.0,0.0..11.0 (sides of at most 10 to 1"),
    (["--threads", "0"], "invalid --threads: 0 (1...1024)"),
    (["--size", "0x0"], "invalid --size: 0x0 (320x200...4000x4000 points)"),
    (["-o", "a.jpg"], "unknown extension: a.jpg (.png, .svg, .pdf)"),
  ]

  @Test("a mistake gives one line, exit 2 and no file", arguments: mistakes.indices)
  func errors(index: Int) throws {
    let (arguments, message) = Self.mistakes[index]
    let outcome = try program.run(["trajectories"] + arguments, in: scratch.url)
    #expect(outcome.status == 2)
    #expect(outcome.error.hasPrefix("dlplot: \(message)"), "\(outcome.error)")
    #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
    #expect(outcome.output.isEmpty)
    #expect(try scratch.names.isEmpty)
  }
}
