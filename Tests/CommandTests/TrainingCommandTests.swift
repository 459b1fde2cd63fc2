import Files
import Foundation
import Provenance
import Rendering
import Testing

/// The commands that train, run as a user runs them.
struct TrainingCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private static let small: [String: [String]] = [
    "optimizers": [
      "optimizers", "--hidden", "20x2", "--batch", "20", "--iterations", "12", "--images", "100",
    ],
    "initializers": [
      "initializers", "--hidden", "20,20", "--batch", "20", "--iterations", "12", "--images", "100",
    ],
    "overfit": [
      "overfit", "--hidden", "20x2", "--batch", "20", "--epochs", "3", "--images", "60",
      "--test-images", "40",
    ],
  ]

  @Test("one command, one figure, findings", arguments: ["optimizers", "initializers", "overfit"])
  func figure(name: String) throws {
    let arguments = try #require(Self.small[name])
    let outcome = try program.run(arguments, in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.error.isEmpty)
    #expect(try scratch.names == ["\(name).png"])
    #expect(outcome.output.hasPrefix("./\(name).png\n"))
    #expect(outcome.output.split(separator: "\n").count >= 4)
    let png = try DecodedPNG(
      bytes: InputFile.read(scratch.path("\(name).png")), path: "\(name).png")
    let recipe = try Recipe(text: try #require(png.text("dlplot")))
    #expect(recipe.dataSets.map(\.name) == ["mnist5k"])
    // The command that the figure carries draws the same figure.
    let again = scratch.path("again.png")
    let command = recipe.command.split(separator: " ").dropFirst().map(String.init)
    #expect(try program.run(command + ["-o", again]).status == 0)
    #expect(try InputFile.read(again) == InputFile.read(scratch.path("\(name).png")))
  }

  @Test(
    "identities hold for threads and kernels",
    arguments: ["optimizers", "initializers", "overfit"])
  func sameEverywhere(name: String) throws {
    let arguments = try #require(Self.small[name]) + ["--seeds", "2"]
    func identities(
      _ more: [String], _ environment: [String: String?] = [:]
    ) throws -> [Substring] {
      let path = scratch.path("one.png")
      let drawn = try program.run(arguments + ["-o", path] + more, environment: environment)
      #expect(drawn.status == 0, "\(drawn.error)")
      return try program.run(["inspect", path]).output.split(separator: "\n").filter { line in
        ["config ", "data ", "scene ", "pixels "].contains { line.hasPrefix($0) }
      }
    }
    let expected = try identities([])
    #expect(expected.count == 4)
    for threads in ["1", "2", "7"] { #expect(try identities(["--threads", threads]) == expected) }
    for kernel in ["portable", "avx2", "avx512"] {
      let probe = try program.run(["--version"], environment: ["DLPLOT_KERNEL": kernel])
      if probe.status != 0 { continue }
      #expect(try identities([], ["DLPLOT_KERNEL": kernel]) == expected, "\(kernel)")
    }
  }

  @Test("a result is drawn again", arguments: ["optimizers", "initializers", "overfit"])
  func redraw(name: String) throws {
    let arguments = try #require(Self.small[name])
    let (json, csv) = (scratch.path("run.json"), scratch.path("run.csv"))
    let (first, again) = (scratch.path("first.png"), scratch.path("again.png"))
    #expect(
      try program.run(arguments + ["-o", first, "--json", json, "--csv", csv]).status == 0)
    #expect(try program.run(["redraw", json, "-o", again]).status == 0)
    #expect(try InputFile.read(first) == InputFile.read(again))
    #expect(
      try program.run(["redraw", json, "--lang", "ko", "--theme", "print", "-o", again]).status
        == 0)
    let lines = try String(contentsOfFile: csv, encoding: .utf8).split(whereSeparator: \.isNewline)
    let runs = ["optimizers": 4 * 12, "initializers": 3 * 12, "overfit": 3 * 4 * 2]
    #expect(lines.count == 1 + (runs[name] ?? 0))
  }

  @Test("a learning rate that diverges is drawn and named, exit 0")
  func divergence() throws {
    let outcome = try program.run(
      [
        "optimizers", "--optimizer", "sgd:1000,sgd", "--activation", "leaky-relu", "--hidden",
        "20x2", "--batch", "20", "--iterations", "60", "--images", "100",
      ], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("SGD η 1000 diverged at iteration "))
    let png = try DecodedPNG(
      bytes: InputFile.read(scratch.path("optimizers.png")), path: "optimizers.png")
    #expect(png.text("Description")?.contains("diverged at iteration") == true)
    let all = try program.run(
      [
        "overfit", "--only", "plain", "--activation", "leaky-relu", "--learning-rate", "1000",
        "--epochs", "3", "-o",
        scratch.path("lost.png"),
      ])
    #expect(all.status == 0, "\(all.error)")
    #expect(all.output.contains("diverged in epoch"))
  }

  @Test(
    "images of another size and other classes are trained on as they are", arguments: [3, 26, 40])
  func otherImages(classes: UInt8) throws {
    let folder = scratch.url.appendingPathComponent("tiny")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func write(_ name: String, _ bytes: [UInt8]) throws {
      try Data(bytes).write(to: folder.appendingPathComponent(name))
    }
    let count: UInt8 = 40
    for part in ["train", "t10k"] {
      let pixels = (0..<Int(count) * 15).map { UInt8($0 * 37 % 256) }
      try write(
        "\(part)-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 3, 0, 0, 0, 5] + pixels)
      try write(
        "\(part)-labels-idx1-ubyte",
        [0, 0, 8, 1, 0, 0, 0, count] + (0..<count).map { $0 % classes })
    }
    let path = scratch.path("a.png")
    let outcome = try program.run([
      "optimizers", "--data", folder.path, "--batch", "10", "--iterations", "5", "-o", path,
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    // No path of this machine is in the figure.
    let png = try DecodedPNG(bytes: InputFile.read(path), path: path)
    let recipe = try #require(png.text("dlplot"))
    #expect(recipe.contains("--data DIR") && !recipe.contains(folder.path))
  }

  @Test("progress goes to standard error, nothing with --quiet")
  func quiet() throws {
    let arguments = try #require(Self.small["overfit"])
    let outcome = try program.run(arguments + ["--quiet"], in: scratch.url)
    #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.error.isEmpty)
  }

  private static let mistakes: [([String], String)] = [
    (["optimizers", "--optimizer", "adamm"], "unknown optimizer: adamm"),
    (["optimizers", "--optimizer", "sgd,sgd"], "invalid --optimizer: sgd:0.01 twice (each once)"),
    (["optimizers", "--optimizer", "sgd:-1"], "invalid rate of sgd: -1"),
    (["optimizers", "--optimizer", "sgd:0.1:beta1=1"], "unknown setting of sgd: beta1 (rate)"),
    (["optimizers", "--learning-rate", "0"], "invalid --learning-rate: 0 (1e-12...1e6)"),
    (["optimizers", "--learning-rate", "nan"], "invalid --learning-rate: nan"),
    (
      ["optimizers", "--batch", "4001"],
      "invalid --batch: 4001 (1...4000, the number of training images)"
    ),
    (["optimizers", "--batch", "0"], "invalid --batch: 0 (1...100000)"),
    (["optimizers", "--iterations", "0"], "invalid --iterations: 0 (1...100000000)"),
    (["optimizers", "--iterations", "9", "--epochs", "9"], "invalid --epochs: 9 (either"),
    (["optimizers", "--hidden", "100x"], "invalid --hidden: 100x (units such as"),
    (["optimizers", "--hidden", ""], "invalid --hidden: '' (units such as"),
    (["optimizers", "--hidden", "0"], "invalid --hidden: 0 (units such as"),
    (["optimizers", "--hidden", "9x9x9"], "invalid --hidden: 9x9x9 (units such as"),
    (["optimizers", "--hidden", "100x99999999999"], "invalid --hidden: 100x99999999999"),
    (["optimizers", "--hidden", "4096x200"], "at most 12500000 parameters"),
    (["optimizers", "--images", "4001"], "holds 4000 images, 4001 are asked for"),
    (["optimizers", "--images", "0"], "invalid --images: 0 (1...1000000000)"),
    (["optimizers", "--test-images", "5"], "invalid --test-images: 5 (no test images here"),
    (["optimizers", "--y", "cubic"], "invalid --y: cubic (log, linear)"),
    (["optimizers", "--smoothing", "1"], "invalid --smoothing: 1 (0...0.9999)"),
    (["optimizers", "--seeds", "0"], "invalid --seeds: 0 (1...100)"),
    (["optimizers", "--convention", "new"], "invalid --convention: new (standard, book)"),
    (["optimizers", "--data", "nowhere"], "nowhere"),
    (["initializers", "--init", "hee"], "unknown initializer: hee"),
    (["initializers", "--init", "he,he"], "invalid --init: he twice (each once)"),
    (["initializers", "--activation", "swish"], "invalid --activation: swish (sigmoid, tanh"),
    (["overfit", "--epochs", "0"], "invalid --epochs: 0 (1...1000000)"),
    (["overfit", "--iterations", "5"], "invalid --iterations: 5 (this figure takes --epochs)"),
    (["overfit", "--dropout", "1"], "invalid --dropout: 1 (0...0.95)"),
    (["overfit", "--weight-decay", "-1"], "invalid --weight-decay: -1 (0...1000)"),
    (["overfit", "--only", "plain,plain"], "invalid --only: plain twice (each once)"),
    (["overfit", "--only", "none"], "invalid --only: none (plain, decay, dropout, both)"),
    (["overfit", "--batch", "301"], "invalid --batch: 301 (1...300, the number of training"),
    (["overfit", "--test-images", "0"], "invalid --test-images: 0 (1 or more"),
    (["overfit", "--evaluate-every", "0"], "invalid --evaluate-every: 0 (1...1000000)"),
  ]

  @Test("a mistake gives one line, exit 2 and no file", arguments: mistakes.indices)
  func refused(index: Int) throws {
    let (arguments, message) = Self.mistakes[index]
    let outcome = try program.run(arguments, in: scratch.url)
    #expect(outcome.status == 2)
    #expect(outcome.error.contains(message), "\(arguments): \(outcome.error)")
    #expect(outcome.error.hasPrefix("dlplot: "))
    #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
    #expect(outcome.output.isEmpty)
    #expect(try scratch.names.isEmpty)
  }
}
