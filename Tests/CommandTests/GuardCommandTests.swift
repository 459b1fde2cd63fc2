import Foundation
import Testing

/// `dlplot guard` as a user runs it.
struct GuardCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  /// A picture of matplotlib.
  private func put(_ picture: String, _ name: String) throws {
    let source = URL(fileURLWithPath: Checkout.path("Tests/GuardingTests/Fixtures/\(picture)"))
    try scratch.write([UInt8](try Data(contentsOf: source)), to: "figures/\(name)")
  }

  private func draw(_ steps: Int, _ name: String) throws {
    let path = scratch.path("figures/\(name)")
    let outcome = try program.run(
      ["trajectories", "--steps", "\(steps)", "--scale", "0.5", "-o", path, "--quiet"])
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  private func run(_ arguments: String...) throws -> Program.Outcome {
    try program.run(["guard"] + arguments, in: scratch.url)
  }

  private func guardFigures() throws {
    try put("loss.png", "loss.png")
    try draw(3, "steps.png")
    let outcome = try run("init", "figures")
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output == "figures/guard.json: 1 of dlplot, 1 of other tools\n")
  }

  @Test("the way of a repository: init, check, change, accept, check")
  func way() throws {
    try guardFigures()
    let fine = try run("check", "figures")
    #expect(fine.status == 0)
    #expect(fine.output == "figures: 2 of 2 verified, as they are\n")

    try FileManager.default.copyItem(
      atPath: scratch.path("figures"), toPath: scratch.path("accepted"))
    try draw(4, "steps.png")
    let changed = try run("check", "figures", "--reference", "accepted")
    #expect(changed.status == 1 && changed.error.isEmpty)
    #expect(changed.output.hasPrefix("steps.png: DIFFERS in config: "))
    #expect(changed.output.contains("\n  config: steps 3 -> 4\n"))
    #expect(changed.output.hasSuffix("figures: 1 of 2 verified, as they are (1 differs)\n"))
    #expect(try run("check", "figures", "--quiet").output.isEmpty)
    #expect(try run("check", "figures", "--quiet").status == 1)

    let accepted = try run("accept", "figures/steps.png", "--why", "one more step")
    #expect(accepted.status == 0)
    #expect(
      accepted.output
        == "figures/guard.json: steps.png: config, data, scene, numbers, words, pixels\n")
    #expect(try run("accept", "figures", "--why", "x").output == "2 of 2 as accepted before\n")
    let list = try String(contentsOfFile: scratch.path("figures/guard.json"), encoding: .utf8)
    #expect(list.contains("\"why\": \"one more step\""))
    #expect(try run("check", "figures").status == 0)
  }

  @Test("a figure of each kind is made anew, and pictures of others are checked as they are")
  func rerun() throws {
    let list = try String(
      contentsOfFile: Checkout.path("Sources/dlplot/Gallery/tiny.txt"), encoding: .utf8)
    let lines = list.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: " ").map(String.init) }
    #expect(lines.count == 10)
    try put("loss.png", "loss.png")
    for line in lines {
      let path = scratch.path("figures/\(line[0])")
      #expect(try program.run(line.dropFirst() + ["-o", path, "--quiet"]).status == 0)
    }
    #expect(try run("init", "figures").status == 0)
    for threads in ["1", "2"] {
      let outcome = try run("check", "figures", "--rerun", "--threads", threads)
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
      #expect(
        outcome.output
          == "figures: 11 of 11 verified, 10 made anew from the carried recipes, 1 as it is\n")
    }
    let quick = try run("check", "figures", "--quick")
    #expect(
      quick.output
        == "figures: 11 of 11 verified, 10 drawn anew from the carried numbers, 1 as it is\n")
    let refused = try run("check", "figures", "--rerun", "--limit", "0")
    #expect(refused.status == 1)
    #expect(refused.output.contains("UNVERIFIED"))
  }

  @Test("recompressing a figure does no harm; touching, stripping and altering it does")
  func altered() throws {
    try guardFigures()
    let path = scratch.path("figures/steps.png")
    let original = try AlteredPNG(path: path)
    func check(_ change: (inout AlteredPNG) throws -> Void) throws -> String {
      var png = original
      try change(&png)
      try png.write(to: path)
      return try run("check", "figures").output
    }
    // The same stream in many small chunks.
    let split = try check { png in
      png.chunks = png.chunks.flatMap { chunk in
        guard chunk.type == "IDAT" else { return [chunk] }
        return stride(from: 0, to: chunk.data.count, by: 1000).map {
          AlteredPNG.Chunk(
            type: "IDAT", data: Array(chunk.data[$0..<min($0 + 1000, chunk.data.count)]))
        }
      }
    }
    #expect(split == "figures: 2 of 2 verified, as they are\n")
    #expect(try check { $0.chunks.removeAll { $0.type == "iTXt" } }.contains("DIFFERS in recipe"))
    let words = try check { $0[text: "Description"] = "Nothing to see." }
    #expect(words.contains("DIFFERS in words"))
    let recipe = try check {
      $0[text: "dlplot"] = $0[text: "dlplot"]?.replacingOccurrences(
        of: "\"steps\":3", with: "\"steps\":4")
    }
    #expect(recipe.contains("DIFFERS in recipe"))
  }

  @Test("an SVG that was altered before it is guarded is refused by its name")
  func alteredSVG() throws {
    try put("loss.png", "loss.png")
    try draw(3, "steps.svg")
    let path = scratch.path("figures/steps.svg")
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let circle = text.replacingOccurrences(
      of: "</svg>", with: "<circle r=\"200\" fill=\"red\"/>\n</svg>")
    try scratch.write(Array(circle.utf8), to: "figures/steps.svg")
    let refused = try run("init", "figures")
    #expect(refused.status == 2 && refused.output.isEmpty)
    #expect(refused.error.hasPrefix("dlplot: figures/steps.svg: line "))
    #expect(refused.error.hasSuffix("\"<circle r=\\\"200\\\" fill=\\\"red\\\"/>\"\n"))
    try scratch.write(Array(text.utf8.prefix(20_000)), to: "figures/steps.svg")
    let cut = try run("init", "figures")
    #expect(cut.status == 2)
    #expect(
      cut.error == "dlplot: figures/steps.svg: a damaged SVG: the file ends too early\n")
    #expect(!scratch.exists("figures/guard.json"))

    try scratch.write(Array(text.utf8), to: "figures/steps.svg")
    #expect(try run("init", "figures").status == 0)
    try scratch.write(Array(circle.utf8), to: "figures/steps.svg")
    let found = try run("check", "figures")
    #expect(found.status == 1 && found.output.hasPrefix("steps.svg: DIFFERS in drawing: "))
    #expect(try run("accept", "figures/steps.svg", "--why", "x").status == 2)
  }

  @Test("reports go where they are asked to, also of a check that fails")
  func reports() throws {
    try guardFigures()
    try put("loss-changed.png", "loss.png")
    let outcome = try run(
      "check", "figures", "--json", "a.json", "--junit", "a.xml", "--html", "a.html")
    #expect(outcome.status == 1)
    #expect(outcome.output.hasSuffix("(1 differs)\na.json\na.xml\na.html\n"))
    let json = try JSONSerialization.jsonObject(
      with: Data(contentsOf: URL(fileURLWithPath: scratch.path("a.json"))))
    #expect((json as? [String: Any])?["passes"] as? Bool == false)
    let junit = try String(contentsOfFile: scratch.path("a.xml"), encoding: .utf8)
    #expect(junit.contains("tests=\"2\" failures=\"1\" errors=\"0\""))
    let page = try String(contentsOfFile: scratch.path("a.html"), encoding: .utf8)
    #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains("DIFFERS in pixels"))

    let piped = try run("check", "figures", "--json", "-")
    #expect(piped.status == 1)
    #expect(try JSONSerialization.jsonObject(with: Data(piped.output.utf8)) is [String: Any])
    #expect(piped.error.contains("1 of 2 verified"))
    let unwritable = try run("check", "figures", "--html", "none/a.html")
    #expect(unwritable.status == 2)
    #expect(unwritable.error == "dlplot: cannot write none/a.html: no such folder\n")
  }

  @Test("a report replaces neither what is checked nor another report")
  func reportPlaces() throws {
    try guardFigures()
    try put("loss.png", "sub/loss.png")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("page.html"), withDestinationPath: "figures/loss.png")
    let before = try ["guard.json", "loss.png", "steps.png", "sub/loss.png"].map {
      try Data(contentsOf: URL(fileURLWithPath: scratch.path("figures/\($0)")))
    }
    let folder = ["check", "figures"]
    for (arguments, message) in [
      (
        folder + ["--html", "figures/steps.png"],
        "invalid --html: figures/steps.png (another file than figures/steps.png, which is read)"
      ),
      (
        folder + ["--html", "page.html"],
        "invalid --html: page.html (another file than figures/loss.png, which is read)"
      ),
      (
        folder + ["--junit", "./figures/guard.json"],
        "invalid --junit: ./figures/guard.json (another file than figures/guard.json, which is read)"
      ),
      (
        folder + ["--json", "figures/sub/../sub/loss.png"],
        "invalid --json: figures/sub/../sub/loss.png (another file than figures/sub/loss.png, "
          + "which is read)"
      ),
      (
        folder + ["--json", "rep", "--junit", "./rep"],
        "invalid --junit: ./rep (a file of its own)"
      ),
      (
        folder + ["--junit", "q.xml", "--html", "none/q.html"],
        "cannot write none/q.html: no such folder"
      ),
    ] {
      let outcome = try program.run(["guard"] + arguments, in: scratch.url)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.error == "dlplot: \(message)\n")
    }
    #expect(try scratch.names == ["figures", "page.html"])
    let after = try ["guard.json", "loss.png", "steps.png", "sub/loss.png"].map {
      try Data(contentsOf: URL(fileURLWithPath: scratch.path("figures/\($0)")))
    }
    #expect(after == before)
    // A report may lie beside the figures.
    #expect(try run("check", "figures", "--json", "figures/report.json").status == 1)
    #expect(scratch.exists("figures/report.json"))
  }

  @Test("data and fonts that are not there are bad usage, whatever the check needs")
  func sources() throws {
    try guardFigures()
    for more in [[], ["--rerun"], ["--quick"]] {
      for (options, message) in [
        (["--font-file", "none.ttf"], "cannot read none.ttf: no such file or directory"),
        (
          ["--data", "none"],
          "invalid --data: none (a folder of IDX files, or one of mnist5k, mnist, fashion)"
        ),
      ] {
        let outcome = try program.run(
          ["guard", "check", "figures"] + more + options, in: scratch.url)
        #expect(outcome.status == 2 && outcome.output.isEmpty)
        #expect(outcome.error == "dlplot: \(message)\n")
      }
    }
  }

  @Test("usage that cannot be followed is one line and exit 2, and writes nothing")
  func usage() throws {
    try put("loss.png", "loss.png")
    let mistakes: [(arguments: [String], line: String)] = [
      (["chek"], "unknown command: chek (init, check, accept; did you mean check?)"),
      (["init"], "missing argument: <dir>"),
      (["init", "none"], "no folder none"),
      (["init", "figures/loss.png"], "figures/loss.png is a file, expected a folder"),
      (["init", "figures", "--why", " "], "invalid --why: '' (the reason, in words)"),
      (["check", "none"], "no folder none"),
      (
        ["check", "figures"],
        "no guard.json in figures (dlplot guard init figures writes one)"
      ),
      (["check", "figures", "--threads", "0"], "invalid --threads: 0 (1...1024)"),
      (["check", "figures", "--limit", "-1"], "invalid --limit: -1 (0...1e12 GFLOP)"),
      (["check", "figures", "--html", ""], "invalid --html: '' (a file)"),
      (
        ["check", "figures", "--html", "a", "--junit", "a"],
        "invalid --html: a (a file of its own)"
      ),
      (
        ["check", "figures", "--pictures", "most"],
        "invalid --pictures: most (failing, noted, all)"
      ),
      (["accept", "figures/loss.png"], "missing argument: --why <text>"),
      (["accept", "--why", "x"], "missing argument: <fig> ..."),
      (
        ["accept", "figures/loss.png", "--why", "x"],
        "no guard.json in the folder of figures/loss.png or above it (dlplot guard init DIR writes one)"
      ),
    ]
    for (arguments, line) in mistakes {
      let outcome = try program.run(["guard"] + arguments, in: scratch.url)
      #expect(outcome.error == "dlplot: \(line)\n", "\(arguments)")
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(arguments)")
    }
    #expect(try scratch.names == ["figures"])
    #expect(try run("init", "figures").status == 0)
    let again = try run("init", "figures")
    #expect(again.status == 2)
    #expect(
      again.error
        == "dlplot: figures/guard.json exists (dlplot guard accept takes changes)\n")
    let unknown = try run("accept", "figures/none.png", "--why", "x")
    #expect(unknown.status == 2)
    #expect(
      unknown.error
        == "dlplot: no figure figures/none.png (neither there nor in guard.json)\n")
    try scratch.write([1], to: "figures/a.jpg")
    try scratch.write([1], to: "figures/sub/a.txt")
    for (path, line) in [
      ("figures/a.jpg", "cannot guard figures/a.jpg: its name does not end in .png, .svg or .pdf"),
      (
        "figures/sub",
        "no figures in figures/sub (PNG files, or SVG and PDF files that dlplot drew)"
      ),
    ] {
      let refused = try run("accept", path, "--why", "x")
      #expect(refused.status == 2 && refused.output.isEmpty)
      #expect(refused.error == "dlplot: \(line)\n")
    }
    try scratch.write(Array("{".utf8), to: "figures/guard.json")
    let broken = try run("check", "figures")
    #expect(broken.status == 2)
    #expect(broken.error.hasPrefix("dlplot: figures/guard.json: invalid json in line 1, byte 1"))
    #expect(broken.error.split(separator: "\n").count == 1)
  }

  @Test("without a subcommand the help is printed")
  func help() throws {
    let outcome = try run()
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("USAGE: dlplot guard <subcommand>"))
    for name in ["init", "check", "accept"] {
      #expect(outcome.output.contains("\n  \(name) "))
      #expect(try run(name, "--help").output.contains("USAGE: dlplot guard \(name)"))
    }
  }

  @Test("a folder that may not be read is no folder without figures")
  func closedFolder() throws {
    try guardFigures()
    try put("loss.png", "closed/a.png")
    let closed = scratch.path("figures/closed")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: closed)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: closed)
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: scratch.url.path)
    let outcome = try program.runAsNobody(["guard", "check", scratch.path("figures")])
    #expect(outcome.status == 2, "\(outcome.output)")
    #expect(outcome.error.contains("permission denied"))
  }

  @Test("a full disk leaves guard.json as it was", .mounts)
  func fullDisk() throws {
    try put("loss.png", "loss.png")
    #expect(try run("init", "figures").status == 0)
    try put("loss-changed.png", "new.png")
    let folder = scratch.path("figures")
    // The figures on a disk of 64 kB that is filled to the last page.
    let mount = """
      cp -r \(folder) \(folder)-copy && mount -t tmpfs -o size=64k tmpfs \(folder) && \
      cp \(folder)-copy/* \(folder) && dd if=/dev/zero of=\(folder)/fill bs=1k 2>/dev/null; true
      """
    let outcome = try program.run(
      ["guard", "accept", folder, "--why", "x"], mounting: mount,
      after: "cp \(folder)/guard.json \(folder)-copy/after.json; ls -A \(folder)")
    #expect(outcome.status == 3, "\(outcome.output)\(outcome.error)")
    #expect(outcome.error.contains("no space left on device"))
    #expect(outcome.output == "fill\nguard.json\nloss.png\nnew.png\n")
    let copy = folder + "-copy"
    #expect(
      FileManager.default.contentsEqual(
        atPath: copy + "/guard.json", andPath: copy + "/after.json"))
  }
}
