import Foundation
import Testing

/// `dlplot search` with a config from a file, and with a limit to its time.
struct SearchConfigTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private func run(_ arguments: [String], _ name: String) throws -> Program.Outcome {
    try program.run(["search"] + arguments + ["-o", scratch.path(name)])
  }

  private func identities(_ name: String) throws -> [String] {
    try program.run(["inspect", scratch.path(name)]).output.split(separator: "\n")
      .map(String.init)
      .filter { ["config", "data", "scene", "pixels"].contains($0.prefix { $0 != " " }) }
  }

  // MARK: --config

  private static let flags = [
    "--space", "learning-rate=log:1e-3..1", "--space", "hidden=10..30:10", "--space",
    "init=xavier|he", "--trials", "5", "--sampler", "tpe", "--pruner", "median", "--objective",
    "loss", "--epoch", "best", "--rng", "numpy", "--generation", "2", "--validation", "0.25",
    "--shown", "3", "--seeds", "2", "--seed", "7", "--hidden", "20x2", "--activation", "tanh",
    "--batch", "15", "--epochs", "3", "--images", "60",
  ]

  private static let file = #"""
    {
      "space": {
        "learning-rate": "log:1e-3..1",
        "hidden": {"low": 10, "high": 30, "step": 10},
        "init": ["xavier", "he"]
      },
      "trials": 5, "sampler": "tpe", "pruner": "median", "objective": "loss", "epoch": "best",
      "rng": "numpy", "generation": 2, "validation": 0.25, "shown": 3, "seeds": 2,
      "training": {
        "network": {"hidden": [20, 20], "activation": "tanh"},
        "batch": 15, "length": 3, "images": 60, "seed": 7
      }
    }
    """#

  @Test("every option can come from a file, and the command line goes before it")
  func config() throws {
    let file = try scratch.write(Array(Self.file.utf8), to: "search.json")
    #expect(try run(Self.flags, "flags.png").status == 0)
    let outcome = try run(["--config", file], "file.png")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try identities("file.png") == identities("flags.png"))

    // What --json writes is a file, too.
    let json = scratch.path("result.json")
    #expect(try run(Self.flags + ["--json", json], "again.png").status == 0)
    let result = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: json)))
    let recipe = (result as? [String: Any])?["recipe"]
    let config = try #require((recipe as? [String: Any])?["config"])
    let written = try JSONSerialization.data(withJSONObject: config)
    try scratch.write(Array(written), to: "config.json")
    #expect(try run(["--config", scratch.path("config.json")], "config.png").status == 0)
    #expect(try identities("config.png") == identities("flags.png"))

    let over = [
      "--config", file, "--trials", "4", "--seed", "8", "--space", "batch=10..20", "--sampler",
      "random", "--seeds", "1",
    ]
    #expect(try run(over, "over.png").status == 0)
    let command = try program.run(["inspect", scratch.path("over.png")]).output
    for words in ["--trials 4", "--seed 8", "--space batch=10..20", "--pruner median"] {
      #expect(command.contains(words), "\(command)")
    }
    for words in ["--sampler", "--seeds", "learning-rate="] {
      #expect(!command.contains(words), "\(command)")
    }
  }

  @Test(
    "a mistake in a file is one line with its place",
    arguments: [
      (#"{"samplr": "tpe"}"#, "search.json.samplr (did you mean sampler?)"),
      (#"{"objectiv": "loss"}"#, "search.json.objectiv (did you mean objective?)"),
      (#"{"batch": 20}"#, "search.json.batch (did you mean training.batch?)"),
      (#"{"learning-rate": 0.1}"#, "(did you mean space.learning-rate?)"),
      (#"{"activation": "tanh"}"#, "(did you mean training.network.activation?)"),
      (#"{"training": {"bach": 20}}"#, "search.json.training.bach (did you mean batch?)"),
      (#"{"metric": "loss", "objective": "loss"}"#, "repeated"),
      (#"{"sampler": "tpee"}"#, "search.json.sampler"),
      (#"{"trials": 0}"#, "invalid --trials: 0 (1...100000)"),
      (#"{"trials": 1.5}"#, "search.json.trials"),
      (#"{"space": {"learning-rate": "1..0.1"}}"#, "learning-rate"),
      (#"{"space": {"learnin-rate": "0..1"}}"#, "did you mean learning-rate?"),
      (#"{"space": {"dropout": 0.5}}"#, "space.dropout: 0.5"),
      (#"{"space": {"dropout": {"low": 0}}}"#, "space.dropout.high"),
      (#"{"space": {"dropout": {"low": 0, "hig": 0.5}}}"#, "did you mean high?"),
      (#"{"space": {"dropout": {"low": 0.5, "high": 0}}}"#, "above high"),
      (#"{"space": {}}"#, "no parameters to search"),
      (#"{"training": {"testImages": 10}}"#, "invalid --test-images: 10"),
      (#"[1]"#, "a JSON object"),
      ("{", "search.json"),
    ])
  func mistakes(text: String, words: String) throws {
    let file = try scratch.write(Array(text.utf8), to: "search.json")
    let outcome = try run(["--config", file, "--quiet"], "none.png")
    #expect(outcome.status == 2, "\(outcome.output)")
    #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
    #expect(outcome.error.contains(words), "\(outcome.error)")
    #expect(!scratch.exists("none.png"))
  }

  // MARK: --timeout

  private static let long = [
    "--space", "learning-rate=log:1e-3..1", "--hidden", "60x3", "--batch", "10", "--epochs", "20",
    "--images", "400", "--sampler", "tpe", "--generation", "4", "--trials", "4000", "--shown", "2",
  ]

  @Test("time ends a search after whole generations; its figure says so and verifies")
  func timeout() throws {
    let study = scratch.path("study.jsonl")
    let outcome = try run(Self.long + ["--timeout", "0.4s", "--study", study], "cut.png")
    #expect(outcome.status == 0, "\(outcome.error)")
    let sentence = try #require(
      outcome.output.split(separator: "\n").first { $0.contains("Stopped by the time limit") })
    let made = try #require(
      Int(
        sentence.split(separator: " after ")[1].prefix { $0.isNumber || $0 == "," }
          .replacing(",", with: "")))
    #expect(made > 0 && made < 4000 && made % 4 == 0)
    #expect(sentence.contains("of 4,000 trials"))
    let verdict = try program.run(["verify", scratch.path("cut.png")])
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.error)")

    // The command that it states gives the same figure, without any clock.
    let command = try #require(
      try program.run(["inspect", scratch.path("cut.png")]).output.split(separator: "\n")
        .first { $0.hasPrefix("command") })
    let words = command.split(separator: " ").dropFirst(3).map(String.init)
    #expect(command.contains("--stopped-after \(made)") && !command.contains("--timeout"))
    #expect(try run(words, "again.png").status == 0)
    #expect(try identities("again.png") == identities("cut.png"))

    // Started again it goes on.
    #expect(try run(Self.long + ["--timeout", "0.1", "--study", study], "more.png").status == 0)
    let list = try program.run(["study", "list", study]).output
    let count = try #require(list.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    #expect(count > made && count % 4 == 0)
  }

  @Test("a search that ends in time is the same as without a limit")
  func inTime() throws {
    #expect(try run(Self.flags, "plain.png").status == 0)
    #expect(try run(Self.flags + ["--timeout", "2h"], "limited.png").status == 0)
    #expect(try identities("plain.png") == identities("limited.png"))
  }

  @Test(
    "a time that is none is refused",
    arguments: ["0", "-1", "10x", "", "m", "1e3", "nan", "inf", "99999999999"])
  func badTime(text: String) throws {
    let outcome = try run(["--timeout", text], "none.png")
    #expect(outcome.status == 2)
    let shown = text.isEmpty ? "''" : text
    #expect(
      outcome.error
        == "dlplot: invalid --timeout: \(shown) (a time such as 90, 90s, 10m or 2h)\n")
  }

  @Test("a study that goes on after its end says that the test images were judged before")
  func judgedAgain() throws {
    let study = ["--study", scratch.path("study.jsonl")]
    func search(_ trials: String, _ name: String, _ more: [String]) throws -> String {
      let flags = ["--trials", trials, "--hidden", "10", "--epochs", "2", "--images", "50"]
      let outcome = try run(flags + ["--batch", "10"] + more, name)
      #expect(outcome.status == 0, "\(outcome.error)")
      return outcome.output
    }
    #expect(try search("3", "first.png", study).contains("judged once on"))
    let sentence = "These were judged before, after 3 trials."
    let more = try search("4", "more.png", study)
    #expect(more.contains(sentence) && !more.contains("once"))
    let verdict = try program.run(["verify", scratch.path("more.png")])
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.error)")

    // The command that it states gives the same figure, without the study.
    #expect(try search("4", "again.png", ["--judged-after", "3"]).contains(sentence))
    #expect(try identities("again.png") == identities("more.png"))
  }

  @Test(
    "--judged-after is a list of numbers",
    arguments: [
      ("0", "0 (1...200000)"), ("x", "x (1...200000)"), ("", "'' (1...200000)"),
      ("3,", "'' (1...200000)"),
      ("4,3", "4,3 (1 to 100 ascending numbers of trials, such as 100,150)"),
    ])
  func badJudgements(text: String, said: String) throws {
    let outcome = try run(Self.flags + ["--judged-after", text], "none.png")
    #expect(outcome.status == 2)
    #expect(outcome.error == "dlplot: invalid --judged-after: \(said)\n")
  }

  @Test("--stopped-after is within the trials", arguments: ["0", "6", "x"])
  func badStop(text: String) throws {
    let outcome = try run(Self.flags + ["--stopped-after", text], "none.png")
    #expect(outcome.status == 2)
    #expect(outcome.error == "dlplot: invalid --stopped-after: \(text) (1...5)\n")
  }
}
