import Foundation
import Testing

/// `dlplot search` and `dlplot study` as a user calls them.
struct SearchCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private static let tiny = [
    "search", "--trials", "6", "--shown", "4", "--space", "learning-rate=log:1e-3..1", "--space",
    "hidden=10..30:10", "--hidden", "20x2", "--batch", "20", "--epochs", "3", "--images", "60",
  ]

  private func search(_ more: [String], _ name: String) throws -> String {
    let path = scratch.path(name)
    let outcome = try program.run(Self.tiny + more + ["-o", path])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.contains("judged once on 1,000 test images"))
    return path
  }

  private func identities(_ path: String) throws -> [String] {
    try program.run(["inspect", path]).output.split(separator: "\n").map(String.init)
      .filter { ["config", "data", "scene", "pixels"].contains($0.prefix { $0 != " " }) }
  }

  @Test("a search verifies, and its command gives it again")
  func verifies() throws {
    let path = try search(["--sampler", "tpe", "--generation", "2", "--pruner", "median"], "a.png")
    let verdict = try program.run(["verify", path, "--threads", "2"])
    #expect(verdict.status == 0, "\(verdict.output)\(verdict.error)")
    let command = try #require(
      try program.run(["inspect", path]).output.split(separator: "\n")
        .first { $0.hasPrefix("command") })
    let words = command.split(separator: " ").dropFirst(2).map(String.init)
    let again = scratch.path("b.png")
    #expect(try program.run(words + ["-o", again, "--quiet"]).status == 0)
    #expect(try identities(again) == identities(path))
  }

  @Test("a search that is killed at any moment goes on to the same study")
  func killed() throws {
    let whole = try search([], "whole.png")
    let study = scratch.path("study.jsonl")
    for milliseconds in [30, 60, 90, 120, 150] {
      let run = try program.start(
        Self.tiny + ["--study", study, "-o", scratch.path("part.png"), "--quiet"])
      Thread.sleep(forTimeInterval: Double(milliseconds) / 1000)
      run.kill()
      _ = try run.finish()
    }
    let resumed = try search(["--study", study], "resumed.png")
    #expect(try identities(resumed) == identities(whole))

    // In order and without times it is the study of a run that was never stopped, byte for byte.
    let other = scratch.path("other.jsonl")
    _ = try search(["--study", other, "--threads", "1"], "other.png")
    for (path, name) in [(study, "a.jsonl"), (other, "b.jsonl")] {
      let outcome = try program.run(["study", "export", path, scratch.path(name)])
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(outcome.output == "\(scratch.path(name)): 1 study, 6 trials\n")
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch.path("a.jsonl")))
    #expect(try bytes == Data(contentsOf: URL(fileURLWithPath: scratch.path("b.jsonl"))))
    #expect(bytes.count { $0 == 10 } > 6)
  }

  @Test("two processes share a study")
  func shared() throws {
    let study = scratch.path("study.jsonl")
    let runs = try (0..<2).map { index in
      try program.start(
        Self.tiny + ["--study", study, "-o", scratch.path("\(index).png"), "--quiet"])
    }
    for run in runs {
      let outcome = try run.finish()
      #expect(outcome.status == 0, "\(outcome.error)")
    }
    #expect(try identities(scratch.path("0.png")) == identities(scratch.path("1.png")))
    let list = try program.run(["study", "list", study])
    #expect(list.output.hasPrefix("search: 6 trials (6 complete); best: trial "))
  }

  @Test("a study goes to a database and back")
  func database() throws {
    let study = scratch.path("study.jsonl")
    _ = try search(["--study", study], "a.png")
    let (database, back) = (scratch.path("study.db"), scratch.path("back.jsonl"))
    #expect(try program.run(["study", "export", study, database]).status == 0)
    let refused = try program.run(
      Self.tiny + ["--study", database, "-o", scratch.path("none.png")])
    #expect(refused.status == 2)
    #expect(
      refused.error == "dlplot: \(database) is a database, no journal of a study "
        + "(`dlplot study import` makes one of it)\n")
    #expect(try program.run(["study", "import", database, back]).status == 0)
    for (path, name) in [(study, "1.jsonl"), (back, "2.jsonl")] {
      #expect(try program.run(["study", "export", path, scratch.path(name)]).status == 0)
    }
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: scratch.path("1.jsonl")))
        == Data(contentsOf: URL(fileURLWithPath: scratch.path("2.jsonl"))))
  }

  @Test(
    "bad input is one line that names the value and what is allowed",
    arguments: [
      (["--space", "learning-rate=1..0.1"], "learning-rate", 2),
      (["--space", "learning-rate=log:0..1"], "learning-rate", 2),
      (["--space", "learnin-rate=0..1"], "did you mean learning-rate?", 2),
      (["--space", "dropout=0..2"], "--dropout: 2", 2),
      (["--trials", "0"], "invalid --trials: 0 (1...100000)", 2),
      (["--sampler", "tpee"], "did you mean tpe?", 2),
      (["--validation", "1"], "invalid --validation: 1", 2),
      (["--iterations", "10"], "--iterations", 2),
      (["--batch", "60"], "--batch", 2),
      (["--narrow", "7"], "invalid --narrow: 7 (2...6)", 2),
      (["--study", "/proc/none/study.jsonl"], "study.jsonl", 2),
      (["--study", ""], "invalid --study: ''", 2),
      (["--pruner", "hyperbant"], "did you mean hyperband?", 2),
      (["--objective", "acc"], "invalid --objective: acc (accuracy, loss", 2),
      (["--rng", "numpi"], "did you mean numpy?", 2),
      (["--rng", "numpy", "--sampler", "sobol"], "numpy with --sampler sobol (with random or", 2),
      (["--learning-rate", "5"], "--learning-rate: 5 (no value: learning-rate is searched", 2),
      (
        ["--rng", "numpy", "--seed", "4294967296"], "seed 4294967296 for numpy (0...4294967295)", 2
      ),
      (["--timeot", "5"], "unknown option: --timeot (did you mean --timeout?)", 2),
      (["--config", "/none.json"], "cannot read /none.json: no such file or directory", 2),
    ] as [([String], String, Int32)])
  func badInput(arguments: [String], words: String, status: Int32) throws {
    var line = Self.tiny
    if arguments[0] == "--space" { line.removeSubrange(5..<9) }
    let path = scratch.path("none.png")
    let outcome = try program.run(line + arguments + ["-o", path])
    #expect(outcome.status == status, "\(outcome.output)\(outcome.error)")
    #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
    #expect(outcome.error.contains(words), "\(outcome.error)")
    #expect(!scratch.exists("none.png"))
  }

  @Test("the test images are opened after the last trial has ended, and not before")
  func testImagesLast() throws {
    let folder = scratch.url.appendingPathComponent("digits")
    try FileManager.default.copyItem(
      at: URL(fileURLWithPath: #filePath).appending(path: "../../../data/mnist5k").standardized,
      to: folder)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasPrefix("t10k") {
      try Data("no images".utf8).write(to: folder.appendingPathComponent(name))
    }
    let study = scratch.path("study.jsonl")
    let outcome = try program.run(
      Self.tiny + ["--data", folder.path, "--study", study, "-o", scratch.path("a.png"), "--quiet"])
    #expect(outcome.status == 2 && outcome.error.contains("t10k-"), "\(outcome.error)")
    #expect(!scratch.exists("a.png"))
    let list = try program.run(["study", "list", study]).output
    #expect(list.contains("6 trials (6 complete)"), "\(list)")
  }

  @Test("trials of the book's convention come to their end, and it can itself be searched")
  func book() throws {
    for more in [
      ["--convention", "book"], ["--convention", "book", "--pruner", "median"],
      [
        "--space", "convention=book|standard", "--space", "dropout-form=inverted|scaled-evaluation",
      ],
    ] {
      let path = scratch.path("a.png")
      let outcome = try program.run(Self.tiny + more + ["-o", path])
      #expect(outcome.status == 0 && outcome.output.contains("judged once on 1,000 test images"))
      #expect(!outcome.output.contains("None of 6 trials"), "\(outcome.output)")
      #expect(try program.run(["verify", path]).status == 0)
    }
  }

  @Test("a journal of another program, and a corrupt one, are refused and left alone")
  func otherJournals() throws {
    let study = scratch.path("study.jsonl")
    _ = try search(["--study", study], "a.png")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: study)))
    let changed = try program.run(
      Self.tiny + ["--study", study, "--weight-decay", "0.5", "-o", scratch.path("b.png")])
    #expect(changed.status == 2 && changed.error.contains("is of another search"))
    var lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    lines[2] = Array("{\"op_code\":4".utf8)
    let damaged = Array(lines.joined(separator: [10]))
    try scratch.write(damaged, to: "damaged.jsonl")
    let outcome = try program.run(
      Self.tiny + ["--study", scratch.path("damaged.jsonl"), "-o", scratch.path("c.png")])
    #expect(outcome.status == 2 && outcome.error.contains("corrupt line 3 in"))
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: scratch.path("damaged.jsonl"))) == Data(damaged))
    let text = try scratch.write(Array("hello\n".utf8), to: "text.jsonl")
    #expect(try program.run(["study", "list", text]).status == 2)
    #expect(try program.run(["study", "list", scratch.path("none.jsonl")]).status == 2)
  }
}
