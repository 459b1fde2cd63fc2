import Foundation
import Provenance
import Rendering
import Testing

/// `dlplot train` through the binary: its files, and runs that are stopped and go on.
struct TrainCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  /// 90 steps with everything that has a state: moments, running moments, dropout.
  private static let run = [
    "train", "--hidden", "40x2", "--images", "600", "--test-images", "100", "--batch", "20",
    "--epochs", "3", "--batch-norm", "--dropout", "0.2", "--weight-decay", "0.001", "--quiet",
  ]

  private func data(of path: String) throws -> Substring {
    let lines = try program.run(["inspect", path]).output.split(separator: "\n")
    return try #require(lines.first { $0.hasPrefix("data ") })
  }

  @Test("a run that is killed goes on with the same bits, wherever it was")
  func killed() throws {
    let whole = scratch.path("whole.png")
    #expect(try program.run(Self.run + ["-o", whole]).status == 0)
    let expected = try data(of: whole)
    let (figure, checkpoint) = (scratch.path("run.png"), scratch.path("run.npz"))
    let command =
      Self.run + [
        "-o", figure, "--checkpoint", checkpoint, "--checkpoint-every", "7",
      ]
    for milliseconds in [15, 40, 70, 110] {
      for file in [figure, checkpoint] { try? FileManager.default.removeItem(atPath: file) }
      let stopped = try program.start(command)
      usleep(UInt32(milliseconds) * 1000)
      stopped.kill()
      _ = try stopped.finish()
      let goesOn = scratch.exists("run.npz") ? ["--resume"] : []
      let outcome = try program.run(command + goesOn)
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try data(of: figure) == expected)
    }
  }

  @Test("a run can be made longer", arguments: ["sgd", "momentum", "adagrad", "adam", "adamw"])
  func longer(optimizer: String) throws {
    let checkpoint = scratch.path("run.npz")
    func command(_ epochs: Int, _ name: String) -> [String] {
      [
        "train", "--hidden", "20", "--images", "200", "--test-images", "50", "--batch", "20",
        "--optimizer", optimizer, "--epochs", "\(epochs)", "--quiet", "-o", scratch.path(name),
      ]
    }
    #expect(
      try program.run(command(2, "short.png") + ["--checkpoint", checkpoint]).status == 0)
    let more = ["--checkpoint", checkpoint, "--resume"]
    #expect(try program.run(command(5, "more.png") + more).status == 0)
    #expect(try program.run(command(5, "whole.png")).status == 0)
    #expect(try data(of: scratch.path("more.png")) == data(of: scratch.path("whole.png")))
  }

  @Test("every option can come from a file, and the command line goes before it")
  func config() throws {
    let file = try scratch.write(
      Array(
        #"{"network": {"hidden": [15]}, "images": 100, "testImages": 20, "batch": 10, "length": 2}"#
          .utf8), to: "config.json")
    let flags = [
      "train", "--hidden", "15", "--images", "100", "--test-images", "20", "--batch", "10",
      "--epochs", "2", "--quiet",
    ]
    #expect(try program.run(flags + ["-o", scratch.path("flags.png")]).status == 0)
    #expect(
      try program.run(
        ["train", "--config", file, "--quiet", "-o", scratch.path("file.png")]
      ).status == 0)
    #expect(try data(of: scratch.path("file.png")) == data(of: scratch.path("flags.png")))
    let overridden = ["train", "--config", file, "--hidden", "16", "--quiet"]
    #expect(try program.run(overridden + ["-o", scratch.path("other.png")]).status == 0)
    #expect(try data(of: scratch.path("other.png")) != data(of: scratch.path("flags.png")))
  }

  @Test("weights and the export are archives that can be read")
  func archives() throws {
    let (weights, folder) = (scratch.path("weights.npz"), scratch.path("export"))
    let outcome = try program.run(
      Self.run + ["-o", scratch.path("a.png"), "--weights", weights, "--export", folder])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(scratch.exists("weights.npz"))
    #expect(scratch.exists("export/run.npz"))
    // The exported config repeats the run.
    let again = try program.run([
      "train", "--config", scratch.path("export/config.json"), "--quiet", "-o",
      scratch.path("b.png"),
    ])
    #expect(again.status == 0, "\(again.error)")
    #expect(try data(of: scratch.path("a.png")) == data(of: scratch.path("b.png")))
  }

  @Test("the last epoch is judged, whatever lies between evaluations")
  func lastEpoch() throws {
    let outcome = try program.run(
      [
        "train", "--hidden", "10", "--images", "100", "--test-images", "20", "--batch", "20",
        "--epochs", "7", "--evaluate-every", "3", "-o", scratch.path("a.png"),
      ])
    #expect(outcome.output.contains("After 7 epochs"), "\(outcome.output)")
  }

  /// A run of hours, which nobody waits for.
  private static let long = ["train", "--epochs", "1000000", "--quiet"]

  @Test(
    "a place that cannot be written is found before the training", .timeLimit(.minutes(2)),
    arguments: ["-o", "--json", "--csv", "--weights", "--export", "--checkpoint"])
  func places(option: String) throws {
    let file = try scratch.write([1], to: "file")
    let extensions = ["-o": "svg", "--json": "json", "--csv": "csv"]
    let path = "\(file)/x.\(extensions[option] ?? "npz")"
    let outcome = try program.run(
      Self.long + (option == "-o" ? [] : ["-o", scratch.path("a.png")]) + [option, path])
    #expect(outcome.status == 2)
    #expect(outcome.error.split(separator: "\n").count == 1)
    #expect(outcome.error.contains(file), "\(outcome.error)")
    #expect(!scratch.exists("a.png"))
  }

  @Test("of several outputs none is left where one fails")
  func severalOutputs() throws {
    let outcome = try program.run([
      "train", "--hidden", "5", "--images", "100", "--test-images", "20", "--epochs", "1",
      "--quiet", "-o", scratch.path("a.png"), "-o", scratch.path("a.svg"), "--csv", "/dev/full",
    ])
    #expect(outcome.status == 3)
    #expect(outcome.error == "dlplot: cannot write /dev/full: no space left on device\n")
    #expect(!scratch.exists("a.png") && !scratch.exists("a.svg"))
  }

  /// Mistakes, and what their line must say; nothing is left behind.
  private static let mistakes: [([String], String)] = [
    (["--epochs", "0"], "invalid --epochs: 0 (1...1000000)"),
    (["--batch", "601"], "invalid --batch: 601 (1...600, the number of training images)"),
    (["--images", "5000"], "5000"),
    (["--hidden", "0"], "0"),
    (["--hidden", "100x300"], "300"),
    (["--optimizer", "adan"], "did you mean adam?"),
    (["--learning-rate", "-1"], "invalid --learning-rate: -1"),
    (["--resume"], "--checkpoint"),
    (["--checkpoint-every", "5"], "--checkpoint"),
    (["--seeds", "3"], "invalid --seeds: 3"),
    (["--weights", "out.png"], "out.png twice"),
    (["--weights", "./out.png"], "invalid --weights: ./out.png (another file than out.png)"),
    (
      ["--export", "run", "--checkpoint", "run/run.npz"],
      "invalid --export: run/run.npz twice (each file once)"
    ),
    (
      ["--config", "good.json", "--json", "./good.json"],
      "invalid --json: ./good.json (another file than good.json, which is read)"
    ),
    (["--config", "missing.json"], "missing.json"),
    (["--config", "bad.json"], "did you mean hidden?"),
    (["--config", "option.json"], "unknown option.json.epochs (did you mean length?)"),
    (["--config", "place.json"], "unknown place.json.hidden (did you mean network.hidden?)"),
    (["--config", "range.json"], "range.json: invalid --batch: -1 (1...100000)"),
    (["--config", "text.json"], "text.json"),
    (["--checkpoint", "other.npz", "--resume"], "network.hidden[0] is 33, expected 100"),
    (["--checkpoint", "cut.npz", "--resume"], "cut.npz"),
    (["--checkpoint", "missing.npz", "--resume"], "missing.npz"),
    (["--data", "nowhere"], "nowhere"),
  ]

  @Test("every mistake is one line, and exit 2", arguments: mistakes)
  func mistake(arguments: [String], says: String) throws {
    try scratch.write(Array(#"{"network": {"hiden": [5]}}"#.utf8), to: "bad.json")
    try scratch.write(Array("not json".utf8), to: "text.json")
    try scratch.write(Array("{}".utf8), to: "good.json")
    try scratch.write(Array(#"{"epochs": 3}"#.utf8), to: "option.json")
    try scratch.write(Array(#"{"hidden": [3]}"#.utf8), to: "place.json")
    try scratch.write(Array(#"{"batch": -1}"#.utf8), to: "range.json")
    let small = [
      "train", "--images", "600", "--test-images", "10", "--epochs", "1", "--quiet", "-o",
      "out.png",
    ]
    if arguments.contains("other.npz") || arguments.contains("cut.npz") {
      let made = try program.run(
        small + ["--hidden", "33", "--checkpoint", "other.npz"], in: scratch.url)
      #expect(made.status == 0, "\(made.error)")
      let bytes = try Data(contentsOf: scratch.url.appendingPathComponent("other.npz"))
      try scratch.write(Array(bytes.prefix(bytes.count / 2)), to: "cut.npz")
      try FileManager.default.removeItem(at: scratch.url.appendingPathComponent("out.png"))
    }
    let before = try scratch.names
    // The later of two equal options counts.
    let outcome = try program.run(small + arguments, in: scratch.url)
    #expect(outcome.status == 2, "\(outcome.error)")
    #expect(outcome.error.hasPrefix("dlplot: "))
    #expect(outcome.error.split(separator: "\n").count == 1)
    #expect(outcome.error.contains(says), "\(outcome.error)")
    #expect(try scratch.names == before)
  }

  @Test("images are never written over")
  func images() throws {
    try FileManager.default.copyItem(
      atPath: Checkout.path("data/mnist5k"), toPath: scratch.path("digits"))
    let labels = "digits/train-labels-idx1-ubyte.gz"
    let outcome = try program.run(
      ["train", "--data", "digits", "--epochs", "1", "-o", "a.png", "--csv", "./\(labels)"],
      in: scratch.url)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(
      outcome.error
        == "dlplot: invalid --csv: ./\(labels) (another file than \(labels), which is read)\n")
    #expect(try scratch.names == ["digits"])
  }

  @Test("a rate that diverges is drawn and named as such")
  func diverges() throws {
    let outcome = try program.run([
      "train", "--activation", "leaky-relu", "--optimizer", "sgd:1e6", "--hidden", "30x3",
      "--images", "200", "--test-images", "20", "--batch", "50", "--epochs", "3", "-o",
      scratch.path("a.png"), "--csv", scratch.path("a.csv"),
    ])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("diverged at iteration"), "\(outcome.output)")
    let table = try String(contentsOfFile: scratch.path("a.csv"), encoding: .utf8)
    #expect(table.contains("test accuracy,12,3,NaN"), "\(table.suffix(400))")
  }
}
