import Files
import Foundation
import Provenance
import Rendering
import Testing

struct ActivationsCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private static let small = ["activations", "--samples", "60", "--width", "20", "--layers", "2"]

  @Test("one command, one figure, one sentence a row")
  func figure() throws {
    let outcome = try program.run(Self.small, in: scratch.url)
    #expect(outcome.status == 0)
    #expect(outcome.error.isEmpty)
    #expect(try scratch.names == ["activations.png"])
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "./activations.png")
    #expect(lines.count == 5)
    let png = try DecodedPNG(
      bytes: InputFile.read(scratch.path("activations.png")), path: "activations.png")
    let recipe = try Recipe(text: try #require(png.text("dlplot")))
    #expect(recipe.command == "dlplot activations --layers 2 --width 20 --samples 60")
    #expect(recipe.identities.pixels == (try png.bitmap.pixelDigest()))
    #expect(png.pixelsPerMetre == 5669)
    #expect(png.text("Description")?.contains("collapsed") == true)
  }

  @Test("identities hold for threads, kernels, locale, time zone, home and folder")
  func sameEverywhere() throws {
    func identities(
      _ more: [String] = [], _ environment: [String: String?] = [:], in folder: URL? = nil
    ) throws -> String {
      let path = scratch.path("one.png")
      let drawn = try program.run(
        Self.small + ["-o", path] + more, in: folder ?? scratch.url, environment: environment)
      #expect(drawn.status == 0, "\(drawn.error)")
      let inspected = try program.run(["inspect", path])
      let lines = inspected.output.split(separator: "\n").filter { line in
        ["config ", "data ", "scene ", "pixels "].contains { line.hasPrefix($0) }
      }
      #expect(lines.count == 4)
      return lines.joined(separator: "\n")
    }
    let expected = try identities()
    for threads in ["1", "2", "7"] {
      #expect(try identities(["--threads", threads]) == expected)
    }
    var kernels = 0
    for kernel in ["portable", "avx2", "avx512"] {
      let probe = try program.run(["--version"], environment: ["DLPLOT_KERNEL": kernel])
      if probe.status != 0 { continue }
      kernels += 1
      #expect(try identities([], ["DLPLOT_KERNEL": kernel]) == expected)
    }
    #expect(kernels >= 1)
    #expect(try program.run(["--version"], environment: ["DLPLOT_KERNEL": "none"]).status == 2)
    #expect(try identities([], ["LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Seoul"]) == expected)
    #expect(
      try identities([], ["HOME": nil, "FONTCONFIG_FILE": "/nowhere", "USER": nil]) == expected)
    #expect(try identities(in: URL(fileURLWithPath: "/")) == expected)
  }

  @Test("a result is drawn again to the same scene, and found out when altered")
  func redraw() throws {
    let json = scratch.path("run.json")
    let first = scratch.path("first.png")
    let again = scratch.path("again.png")
    #expect(try program.run(Self.small + ["-o", first, "--json", json]).status == 0)
    #expect(try program.run(["redraw", json, "-o", again]).status == 0)
    #expect(try InputFile.read(first) == InputFile.read(again))
    #expect(try program.run(["redraw", json, "--theme", "dark", "-o", again]).status == 0)
    #expect(try InputFile.read(first) != InputFile.read(again))

    let text = try String(contentsOfFile: json, encoding: .utf8)
    let altered = text.replacing("\"deadUnits\": 0", with: "\"deadUnits\": 1", maxReplacements: 1)
    #expect(altered != text)
    try altered.write(toFile: json, atomically: true, encoding: .utf8)
    let refused = try program.run(["redraw", json, "-o", scratch.path("no.png")])
    #expect(refused.status == 2)
    #expect(!FileManager.default.fileExists(atPath: scratch.path("no.png")))
  }

  @Test("svg and pdf carry the recipe of the same scene")
  func vectors() throws {
    let names = ["a.png", "a.svg", "a.pdf"].map(scratch.path)
    let outcome = try program.run(Self.small + names.flatMap { ["-o", $0] })
    #expect(outcome.status == 0, "\(outcome.error)")
    let scenes = try names.map { name in
      try program.run(["inspect", name]).output.split(separator: "\n")
        .first { $0.hasPrefix("scene ") }
    }
    #expect(scenes[0] != nil && scenes.allSatisfy { $0 == scenes[0] })
    #expect(try InputFile.read(names[2]).starts(with: Array("%PDF-".utf8)))
    #expect(try scratch.names == ["a.pdf", "a.png", "a.svg"])
  }

  @Test("csv has a header and a row for each bin")
  func csv() throws {
    let path = scratch.path("bins.csv")
    let outcome = try program.run(
      Self.small + ["--init", "he", "--bins", "4", "--csv", path, "-o", scratch.path("a.png")])
    #expect(outcome.status == 0)
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
    #expect(lines.first == "initializer,layer,quantity,from,to,count,share")
    #expect(lines.count == 1 + 2 * (4 + 3))
  }

  @Test("standard output takes a PNG, the findings go to standard error")
  func standardOutput() throws {
    let path = scratch.path("piped.png")
    let shell = ["/bin/sh", "-c", "\"$0\" \"$@\" > '\(path)'"]
    let outcome = try program.run(Self.small + ["-o", "-"], through: shell)
    #expect(outcome.status == 0)
    #expect(outcome.error.hasPrefix("std = 1: "))
    #expect(outcome.output.isEmpty)
    #expect(try InputFile.read(path).starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  private static let mistakes: [([String], String)] = [
    (["activations", "--init", "he,he"], "invalid --init: he twice"),
    (["activations", "--activation", "swish"], "invalid --activation: swish (sigmoid, tanh"),
    (["activations", "--layers", "0"], "invalid --layers: 0 (1...200)"),
    (["activations", "--layers", "1000000000"], "invalid --layers: 1000000000 (1...200)"),
    (["activations", "--samples", "0"], "invalid --samples: 0 (1...1000000)"),
    (["activations", "--bins", "many"], "invalid --bins: many (1...1000)"),
    (["activations", "--size", "0x0"], "invalid --size: 0x0 (320x200...4000x4000 points)"),
    (["activations", "--size", "40000x40000"], "invalid --size: 40000x40000 (320x200"),
    (["activations", "--scale", "0"], "invalid --scale: 0 (0.5...8)"),
    (["activations", "--theme", "blue"], "invalid --theme: blue (light, dark, print)"),
    (["activations", "-o", "a.jpg"], "unknown extension: a.jpg (.png, .svg, .pdf)"),
    (["activations", "-o", "none/a.png"], "cannot write none/a.png: no such folder"),
    (["activations", "--data", "none", "--input", "mnist"], "none"),
    (["activations", "--font-file", "none.ttf"], "cannot read none.ttf: no such file"),
    (["activations", "--range", "2..-2"], "invalid --range: 2..-2 (LOW..HIGH with LOW < HIGH"),
    (["activations", "--range", "-2"], "invalid --range: -2 (LOW..HIGH with LOW < HIGH"),
    (["activations", "--seed", "-1"], "invalid --seed: -1 (0...9007199254740992)"),
    (["activations", "--data", "fashion"], "invalid --data: fashion (with --input mnist only)"),
    (["redraw", "none.json"], "cannot read none.json: no such file or directory"),
    (["inspect", "/dev/null"], "unknown kind of file: /dev/null"),
  ]

  @Test("a mistake gives one line, exit 2 and no file", arguments: mistakes.indices)
  func mistake(index: Int) throws {
    let (arguments, message) = Self.mistakes[index]
    let outcome = try program.run(arguments, in: scratch.url)
    #expect(outcome.status == 2)
    #expect(outcome.error.hasPrefix("dlplot: \(message)") || outcome.error.contains(message))
    #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
    #expect(outcome.output.isEmpty)
    #expect(try scratch.names.isEmpty)
  }

  @Test("a full disk is the machine's fault, exit 3")
  func fullDisk() throws {
    let outcome = try program.run(Self.small + ["-o", "/dev/full"])
    #expect(outcome.status == 3)
    #expect(outcome.error == "dlplot: cannot write /dev/full: no space left on device\n")
  }

  @Test("a folder without the right to write, tried as nobody")
  func unwritable() throws {
    #expect(chmod(scratch.url.path, 0o555) == 0)
    defer { chmod(scratch.url.path, 0o755) }
    let path = scratch.path("a.png")
    let outcome = try program.runAsNobody(Self.small + ["-o", path])
    #expect(outcome.status == 2)
    #expect(outcome.error == "dlplot: cannot write \(path): permission denied\n")
    #expect(try scratch.names.isEmpty)
  }

  @Test("images pass through, too many are refused")
  func images() throws {
    let outcome = try program.run(
      Self.small + ["--input", "mnist", "-o", scratch.path("a.png")])
    #expect(outcome.status == 0, "\(outcome.error)")
    let refused = try program.run(
      ["activations", "--input", "mnist", "--samples", "4001", "-o", scratch.path("b.png")])
    #expect(refused.status == 2)
    #expect(refused.error.contains("4000") || refused.error.contains("4,000"))
  }

  @Test("help and version answer on standard output")
  func help() throws {
    let version = try program.run(["--version"])
    #expect(version.status == 0 && version.output == "0.1.0\n")
    let help = try program.run(["activations", "--help"])
    #expect(help.status == 0)
    for word in ["--init", "--threads", "--theme", "--output", "vanishing"] {
      #expect(help.output.contains(word))
    }
  }
}
