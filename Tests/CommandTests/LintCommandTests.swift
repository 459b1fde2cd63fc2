import Foundation
import Provenance
import Testing

/// `dlplot lint` as a reader of figures uses it.
struct LintCommandTests {
  let program: Program
  let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private func draw(_ arguments: [String], _ name: String) throws -> String {
    let path = scratch.path(name)
    let outcome = try program.run(arguments + ["-o", path, "--quiet"])
    #expect(outcome.status == 0, "\(outcome.error)")
    return path
  }

  /// A figure of one step, whose points lie on one another.
  private func faulty() throws -> String {
    try draw(Self.oneStep, "faulty.png")
  }

  private static let oneStep = ["optimizers", "--iterations", "1", "--images", "128"]

  /// A figure that leaves words out.
  private func small() throws -> String {
    try draw(["trajectories", "--size", "320x200"], "small.png")
  }

  @Test("the gallery is clean, warnings and all")
  func gallery() throws {
    let folder = Checkout.url.appendingPathComponent("figures")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".png") }.sorted().map { folder.appendingPathComponent($0).path }
    #expect(files.count >= 17)
    let outcome = try program.run(["lint", "--strict"] + files)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output == files.map { "\($0): clean\n" }.joined())
  }

  @Test("an error is one line and exit status 1; what is excepted is not looked at")
  func errors() throws {
    let path = try faulty()
    let outcome = try program.run(["lint", path])
    #expect(outcome.status == 1)
    let lines = outcome.output.split(separator: "\n")
    let errors = lines.filter { $0.hasPrefix("\(path): error covered: series 'SGD η 0.01' in ") }
    #expect(errors.count == 1, "\(outcome.output)")
    #expect(
      errors.first?.contains("100 % of it lie under series 'Momentum η 0.01' (some") == true)
    #expect(!outcome.output.contains("clean"))
    let rest = try program.run(["lint", "--except", "covered,left-out", path])
    #expect(rest.status == 0)
    #expect(rest.output == "\(path): clean\n")
    let one = try program.run(["lint", "--rule", "contrast,grey", path])
    #expect(one.status == 0 && one.output == "\(path): clean\n")
    let quiet = try program.run(["lint", "--quiet", "--rule", "contrast", path])
    #expect(quiet.status == 0 && quiet.output.isEmpty)
    // Of a figure with findings they are printed all the same.
    let bad = try program.run(["lint", "--quiet", path])
    #expect(bad.status == 1 && bad.output == outcome.output)
  }

  @Test("the rules are listed as JSON too")
  func listAsJSON() throws {
    struct Rule: Decodable {
      var rule, severity, summary: String
    }
    let outcome = try program.run(["lint", "--list", "--json", "--except", "grey"])
    let rules = try JSONDecoder().decode([Rule].self, from: Data(outcome.output.utf8))
    let text = try program.run(["lint", "--list", "--except", "grey"]).output
    let lines = text.split(separator: "\n")
    #expect(rules.count == lines.count && rules.count > 10)
    for (rule, line) in zip(rules, lines) {
      #expect(line.hasPrefix(rule.rule + " ") && line.hasSuffix(rule.summary))
      #expect(line.contains(" \(rule.severity) "))
    }
  }

  @Test("a warning alone is no failure unless --strict")
  func warnings() throws {
    let path = try small()
    let outcome = try program.run(["lint", path])
    #expect(outcome.output.hasPrefix("\(path): warning left-out: the page of 320x200 pt: without"))
    #expect(outcome.status == 0)
    #expect(try program.run(["lint", "--strict", path]).status == 1)
  }

  @Test("of several files each is told, and one fault is a fault")
  func several() throws {
    let (clean, faulty) = (try draw(["trajectories"], "clean.svg"), try faulty())
    let outcome = try program.run(["lint", clean, faulty, "--rule", "covered"])
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("\(clean): clean\n\(faulty): error covered: "))
  }

  @Test("a file that cannot be read stops none of the others")
  func unreadable() throws {
    let (clean, faulty) = (try draw(["trajectories"], "clean.png"), try faulty())
    let none = scratch.path("none.png")
    let line = "cannot read \(none): no such file or directory"
    let outcome = try program.run(["lint", "--rule", "covered", clean, none, faulty])
    #expect(outcome.status == 2)
    #expect(outcome.output.hasPrefix("\(clean): clean\n\(faulty): error covered: "))
    #expect(outcome.error == "dlplot: \(line)\n")
    let listed = try program.run(["lint", "--json", "--rule", "covered", clean, none, faulty])
    #expect(listed.status == 2 && listed.error == outcome.error)
    struct Report: Decodable {
      struct Finding: Decodable { var rule: String }
      var file: String
      var status: Int
      var findings: [Finding]?
      var error: String?
    }
    let reports = try JSONDecoder().decode([Report].self, from: Data(listed.output.utf8))
    #expect(reports.map(\.file) == [clean, none, faulty])
    #expect(reports.map(\.status) == [0, 2, 1])
    #expect(reports.map(\.error) == [nil, line, nil])
    #expect(reports.map { $0.findings?.count } == [0, nil, 3])
  }

  @Test("words for readers that cannot see are those of the file, not those it should have")
  func alternativeText() throws {
    let finding =
      "error alternative-text: the figure: no alternative text (what it shows, in words)\n"
    let png = try draw(["trajectories"], "a.png")
    var altered = try AlteredPNG(path: png)
    altered.chunks.removeAll {
      $0.type == "iTXt" && $0.data.starts(with: Array("Description\0".utf8))
    }
    try altered.write(to: png)
    let svg = try draw(["trajectories"], "a.svg")
    let text = try String(contentsOfFile: svg, encoding: .utf8)
    let (start, end) = (text.range(of: "<desc"), text.range(of: "</desc>\n"))
    let bare = text[..<(try #require(start)).lowerBound] + text[(try #require(end)).upperBound...]
    try scratch.write(Array(bare.utf8), to: "a.svg")
    for path in [png, svg] {
      let outcome = try program.run(["lint", "--rule", "alternative-text", path])
      #expect(outcome.status == 1, "\(outcome.error)")
      #expect(outcome.output == "\(path): \(finding)")
    }
  }

  @Test("results of --json are looked at too")
  func runFile() throws {
    let run = scratch.path("run.json")
    _ = try draw(Self.oneStep + ["--json", run], "a.png")
    let outcome = try program.run(["lint", run])
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("\(run): error covered: "))
  }

  @Test("JSON has every file with its findings in parts")
  func json() throws {
    let (clean, faulty) = (try draw(["trajectories"], "clean.png"), try faulty())
    let outcome = try program.run(["lint", "--json", "--except", "left-out", clean, faulty])
    #expect(outcome.status == 1)
    struct Report: Decodable {
      struct Finding: Decodable {
        var rule, severity, place, measured, allowed: String
      }
      var file: String
      var findings: [Finding]
    }
    let reports = try JSONDecoder().decode([Report].self, from: Data(outcome.output.utf8))
    #expect(reports.map(\.file) == [clean, faulty])
    #expect(reports[0].findings.isEmpty)
    #expect(reports[1].findings.count == 3)
    let first = try #require(reports[1].findings.first)
    #expect(first.rule == "covered" && first.severity == "error")
    #expect(first.place == "series 'SGD η 0.01' in the panel")
    #expect(first.measured.hasPrefix("100 % of it lie under"))
    #expect(first.allowed.hasPrefix("some of it shows"))
  }

  @Test("at the width of a column small text is found")
  func width() throws {
    let path = try draw(["trajectories"], "a.png")
    let outcome = try program.run(["lint", "--width", "252", path])
    #expect(outcome.status == 0)
    // 7.5 points of a page of 900 are 2.1 of 252.
    #expect(outcome.output.contains("warning small-text: "))
    #expect(outcome.output.contains(": 2.1 pt where the figure is 252 pt wide (at least 6 pt)"))
  }

  @Test("the rules are listed, those that the README describes")
  func list() throws {
    let outcome = try program.run(["lint", "--list"])
    #expect(outcome.status == 0)
    let listed = outcome.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
    let readme = try String(
      contentsOf: Checkout.url.appendingPathComponent("README.md"), encoding: .utf8)
    let section = try #require(readme.range(of: "## `dlplot lint`"))
    let described = readme[section.upperBound...].split(separator: "\n")
      .prefix { !$0.hasPrefix("## ") }.filter { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "`").dropFirst().first }
    #expect(listed == described)
    #expect(listed.count == Set(listed).count && listed.count > 15)
    let some = try program.run(["lint", "--list", "--rule", "grey"])
    #expect(some.output.hasPrefix("grey ") && some.output.split(separator: "\n").count == 1)
  }

  private func expectUsage(_ arguments: [String], _ line: String) throws {
    let outcome = try program.run(["lint"] + arguments)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error == "dlplot: \(line)\n")
  }

  @Test("usage errors name the value and what is allowed")
  func usage() throws {
    let path = try draw(["trajectories"], "a.png")
    try expectUsage([], "missing argument: <file> (a figure, or a result of --json)")
    let rules = try program.run(["lint", "--list"]).output.split(separator: "\n")
      .map { String($0.prefix { $0 != " " }) }.joined(separator: ", ")
    try expectUsage(
      ["--rule", "contrats", path],
      "invalid --rule: contrats (\(rules); did you mean contrast?)")
    try expectUsage(["--except", "grey,", path], "invalid --except: '' (\(rules))")
    try expectUsage(["--width", "5", path], "invalid --width: 5 (36...4000 points)")
  }

  @Test("what carries no numbers, and what is not ours, is refused: pixels say nothing")
  func pixels() throws {
    let reason =
      "(lint looks at the numbers and the drawing of a figure of dlplot, never at pixels alone)"
    let bare = try draw(["trajectories", "--public"], "public.png")
    try expectUsage([bare], "cannot lint \(bare): it carries no numbers \(reason)")
    let stripped = try draw(["trajectories"], "stripped.png")
    var png = try AlteredPNG(path: stripped)
    png.chunks.removeAll { $0.type == "iTXt" }
    try png.write(to: stripped)
    try expectUsage([stripped], "cannot lint \(stripped): it carries no recipe \(reason)")
    let text = try scratch.write(Array("nothing".utf8), to: "a.txt")
    #expect(try program.run(["lint", text]).status == 2)
    #expect(try program.run(["lint", scratch.path("missing.png")]).status == 2)
  }

  @Test("so is an SVG or PDF with another drawing, and one that was cut off")
  func touchedDrawing() throws {
    let svg = try draw(["trajectories", "--steps", "5"], "a.svg")
    let text = try String(contentsOfFile: svg, encoding: .utf8)
    func write(_ old: String, _ new: String) throws {
      let place = try #require(text.range(of: old, options: .backwards))
      try scratch.write(Array(text.replacingCharacters(in: place, with: new).utf8), to: "b.svg")
    }
    let path = scratch.path("b.svg")
    for (old, new) in [
      ("</svg>", "<circle r=\"200\" fill=\"red\"/></svg>"), (" d=\"M", " d=\"M1"),
      ("<metadata>", "<style>path{opacity:0}</style>\n<metadata>"),
    ] {
      try write(old, new)
      let outcome = try program.run(["lint", path])
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.error.hasPrefix("dlplot: touched picture: \(path) ("), "\(outcome.error)")
      #expect(outcome.error.split(separator: "\n").count == 1)
    }
    try write("</svg>\n", "")
    try expectUsage([path], "\(path) is a damaged SVG: the file ends too early")
    for command in [["redraw", "-o", scratch.path("c.svg")], ["inspect"], ["verify", "--quick"]] {
      let outcome = try program.run(command + [path])
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.error == "dlplot: \(path) is a damaged SVG: the file ends too early\n")
    }
    let pdf = try draw(["trajectories", "--steps", "5"], "a.pdf")
    var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: pdf)))
    #expect(try program.run(["lint", pdf]).status == 0)
    let place = try #require(bytes.ranges(of: Array("/CA 1 /ca 1".utf8)).first)
    bytes.replaceSubrange(place, with: Array("/CA 0 /ca 0".utf8))
    try scratch.write(bytes, to: "a.pdf")
    try expectUsage(
      [pdf],
      "touched picture: \(pdf) (the objects around the drawing are not those that were written)")
  }

  @Test("a picture that is not the drawing of its numbers is refused")
  func touched() throws {
    let path = try draw(["trajectories", "--steps", "5"], "a.png")
    let other = try draw(["trajectories", "--steps", "6"], "b.png")
    var png = try AlteredPNG(path: path)
    let pixels = try AlteredPNG(path: other).chunks.filter { $0.type == "IDAT" }
    let place = try #require(png.chunks.firstIndex { $0.type == "IDAT" })
    png.chunks.removeAll { $0.type == "IDAT" }
    png.chunks.insert(contentsOf: pixels, at: place)
    try png.write(to: path)
    try expectUsage(
      [path], "touched picture: \(path) (its pixels are not those that dlplot wrote)")
    // A recipe that promises another scene.
    let light = try draw(["trajectories", "--steps", "5"], "c.png")
    png = try AlteredPNG(path: light)
    let recipe = try Recipe(text: try #require(png[text: "dlplot"]))
    png[text: "dlplot"] = try Recipe(
      tool: recipe.tool, experiment: recipe.experiment, config: recipe.config,
      figure: recipe.figure, dataSets: recipe.dataSets, data: recipe.identities.data,
      scene: try SHA256.digest(of: [1]), pixels: recipe.identities.pixels, command: recipe.command
    ).text()
    try png.write(to: light)
    try expectUsage(
      [light],
      "other scene: \(light) (this version draws its numbers otherwise: redraw it first)")
  }
}
