import Foundation
import Testing

/// Searches whose process, disk or journal fails them.
struct SearchRecoveryTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private static let search = [
    "search", "--trials", "24", "--shown", "4", "--space", "learning-rate=log:1e-3..1", "--space",
    "hidden=10..30:10", "--hidden", "40x2", "--batch", "10", "--epochs", "6", "--images", "200",
    "--quiet",
  ]

  private static let learning = [
    "--sampler", "tpe", "--generation", "4", "--pruner", "hyperband",
  ]

  private func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: scratch.path(name))))
  }

  /// A study in order and without times.
  private func sorted(_ study: String) throws -> [UInt8] {
    let target = scratch.path("sorted.jsonl")
    let outcome = try program.run(["study", "export", study, target])
    #expect(outcome.status == 0, "\(outcome.error)")
    return try bytes("sorted.jsonl")
  }

  /// The study of a search that nothing stopped.
  private func uninterrupted(_ options: [String]) throws -> [UInt8] {
    let study = scratch.path("whole.jsonl")
    let outcome = try program.run(
      Self.search + options + ["--study", study, "-o", scratch.path("whole.png")])
    #expect(outcome.status == 0, "\(outcome.error)")
    return try sorted(study)
  }

  @Test(
    "killed ten times at random moments, it comes to the same study",
    arguments: [["--threads", "1"], ["--threads", "2"], ["--threads", "2"] + learning])
  func killed(options: [String]) throws {
    let clock = ContinuousClock()
    var whole: [UInt8] = []
    let length = try clock.measure { whole = try uninterrupted(options) }
    let study = scratch.path("study.jsonl")
    for _ in 0..<10 {
      let run = try program.start(
        Self.search + options + ["--study", study, "-o", scratch.path("part.png")])
      // Each time a part of what is left; the last finds most trials done.
      Thread.sleep(forTimeInterval: Double.random(in: 0.01...0.25) * (length / .seconds(1)))
      run.kill()
      _ = try run.finish()
    }
    let rest = try program.run(
      Self.search + options + ["--study", study, "-o", scratch.path("rest.png")])
    #expect(rest.status == 0, "\(rest.error)")
    #expect(try sorted(study) == whole)
    #expect(try bytes("rest.png") == bytes("whole.png"))
    // Neither a lock nor a half-written file is left.
    let names = try scratch.names.filter { $0 != "part.png" }
    #expect(
      names == ["rest.png", "sorted.jsonl", "study.jsonl", "whole.jsonl", "whole.png"])
  }

  @Test(
    "two processes, one of which is killed now and then, come to the same study",
    arguments: [[], learning])
  func killedBeside(options: [String]) throws {
    let whole = try uninterrupted(options)
    let study = scratch.path("study.jsonl")
    func command(_ name: String) -> [String] {
      Self.search + options + ["--study", study, "--threads", "1", "-o", scratch.path(name)]
    }
    let steady = try program.start(command("steady.png"))
    for _ in 0..<5 {
      let run = try program.start(command("part.png"))
      Thread.sleep(forTimeInterval: Double.random(in: 0.01...0.1))
      run.kill()
      _ = try run.finish()
    }
    let outcome = try steady.finish()
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try sorted(study) == whole)
  }

  // MARK: Disks

  @Test("a disk that fills up is one line, and the study goes on elsewhere", .mounts)
  func fullDisk() throws {
    let whole = try uninterrupted([])
    let disk = scratch.path("disk")
    let kept = scratch.path("kept.jsonl")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let outcome = try program.run(
      Self.search + ["--study", "\(disk)/study.jsonl", "-o", scratch.path("part.png")],
      mounting: "mount -t tmpfs -o size=16k tmpfs '\(disk)'",
      after: "cp '\(disk)/study.jsonl' '\(kept)'; test ! -L '\(disk)/study.jsonl.lock' || exit 98")
    #expect(outcome.status == 3)
    #expect(
      outcome.error == "dlplot: cannot write \(disk)/study.jsonl: no space left on device\n")
    #expect(!scratch.exists("part.png"))
    try goesOn(kept, to: whole)
  }

  @Test("a limit to the size of files is one line, and the study goes on without it")
  func fileSizeLimit() throws {
    let whole = try uninterrupted([])
    let study = scratch.path("study.jsonl")
    let outcome = try program.run(
      Self.search + ["--study", study, "-o", scratch.path("part.png")],
      through: ["/bin/sh", "-c", "ulimit -f 16 && exec \"$0\" \"$@\""])
    #expect(outcome.status == 3)
    #expect(outcome.error == "dlplot: cannot write \(study): file too large\n")
    try goesOn(study, to: whole)
  }

  /// What is in the journal is whole lines of some trials, from which the search goes on.
  private func goesOn(_ study: String, to whole: [UInt8]) throws {
    let text = [UInt8](try Data(contentsOf: URL(fileURLWithPath: study)))
    #expect(text.last == 10 && text.count > 4000)
    let list = try program.run(["study", "list", study])
    #expect(list.status == 0 && list.output.contains("complete"), "\(list.output)\(list.error)")
    let rest = try program.run(
      Self.search + ["--study", study, "-o", scratch.path("rest.png")])
    #expect(rest.status == 0, "\(rest.error)")
    #expect(try sorted(study) == whole)
  }

  @Test("a folder and a journal that may not be written are named")
  func forbidden() throws {
    let folder = scratch.url.appendingPathComponent("closed")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func attempt(_ study: String) throws -> Program.Outcome {
      try program.runAsNobody(
        Self.search + ["--data", Checkout.path("data/mnist5k"), "--study", study, "-o", "-"])
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    let new = try attempt("\(folder.path)/study.jsonl")
    #expect(new.status == 2)
    #expect(
      new.error
        == "dlplot: cannot write \(folder.path)/study.jsonl: permission denied\n")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)

    let missing = try program.run(
      Self.search + ["--study", scratch.path("none/study.jsonl"), "-o", scratch.path("a.png")])
    #expect(missing.status == 2)
    #expect(missing.error.contains("none/study.jsonl"))
    #expect(missing.error.split(separator: "\n").count == 1)
  }

  // MARK: Damage

  @Test("a corrupt line in the middle is named by its number, and nothing is lost")
  func corrupt() throws {
    let whole = try uninterrupted([])
    let study = try bytes("whole.jsonl")
    var lines = study.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
    let line = lines.count / 2
    let good = lines[line]
    lines[line] = Array(good.prefix(good.count / 2))
    let damaged = Array(lines.joined(separator: [10]))
    let path = try scratch.write(damaged, to: "damaged.jsonl")
    let outcome = try program.run(
      Self.search + ["--study", path, "-o", scratch.path("none.png")])
    #expect(outcome.status == 2)
    #expect(
      outcome.error.hasPrefix("dlplot: corrupt line \(line + 1) in \(path): no json object"))
    #expect(outcome.error.hasSuffix("; nothing was changed (without that line the rest is read)\n"))
    #expect(try bytes("damaged.jsonl") == damaged)
    for command in [["study", "list", path], ["study", "export", path, scratch.path("x.db")]] {
      let other = try program.run(command)
      #expect(other.status == 2 && other.error == outcome.error)
    }
    // With the line as it was, all is there.
    lines[line] = good
    try scratch.write(Array(lines.joined(separator: [10])), to: "damaged.jsonl")
    let mended = try program.run(
      Self.search + ["--study", path, "-o", scratch.path("mended.png")])
    #expect(mended.status == 0, "\(mended.error)")
    #expect(try sorted(path) == whole)
  }

  @Test("a half line at the end, as a power failure leaves it, costs nothing but that line")
  func torn() throws {
    let whole = try uninterrupted([])
    var study = try bytes("whole.jsonl")
    study.removeLast(40)
    let path = try scratch.write(study, to: "torn.jsonl")
    let outcome = try program.run(
      Self.search + ["--study", path, "-o", scratch.path("rest.png")])
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try sorted(path) == whole)
  }

  @Test("trials of another program are told of, and stay as they are")
  func foreign() throws {
    let study = scratch.path("study.jsonl")
    let few = Self.search.filter { $0 != "--quiet" } + ["--study", study]
    func run(_ trials: Int, _ name: String, _ more: [String] = []) throws -> Program.Outcome {
      let outcome = try program.run(
        few + ["--trials", "\(trials)", "-o", scratch.path(name)] + more)
      #expect(outcome.status == 0, "\(outcome.error)")
      return outcome
    }
    #expect(try run(2, "a.png").error.isEmpty)
    let line =
      #"{"op_code":4,"worker_id":"a","study_id":0,"datetime_start":"2026-01-31T12:00:00.000000"}"#
    let before = try bytes("study.jsonl") + Array((line + "\n").utf8)
    try scratch.write(before, to: "study.jsonl")
    #expect(
      try run(3, "b.png").error == "\(study): 1 trial of another program stays as it is\n")
    #expect(try run(3, "c.png", ["--quiet"]).error.isEmpty)
    #expect(try bytes("study.jsonl").starts(with: before))
    let list = try program.run(["study", "list", study]).output
    #expect(list.hasPrefix("search: 4 trials (1 running, 3 complete)"), "\(list)")
  }
}
