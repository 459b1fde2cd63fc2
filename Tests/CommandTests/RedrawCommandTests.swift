import Files
import Foundation
import Testing

/// `dlplot redraw`: from any format to any other, in the look of the source or another.
struct RedrawCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private static let look = [
    "--theme", "dark", "--lang", "ko", "--size", "700x420", "--scale", "1.5",
  ]

  private func draw(_ more: [String], as names: [String]) throws {
    let drawn = try program.run(
      ["trajectories", "--steps", "5", "--quiet"] + more
        + names.flatMap { ["-o", scratch.path($0)] } + ["--json", scratch.path("a.json")])
    #expect(drawn.status == 0, "\(drawn.error)")
  }

  private func redraw(_ from: String, _ more: [String] = [], to name: String) throws {
    let outcome = try program.run(
      ["redraw", scratch.path(from), "-o", scratch.path(name), "--quiet"] + more)
    #expect(outcome.status == 0, "\(outcome.error)")
  }

  private func bytes(_ name: String) throws -> [UInt8] { try InputFile.read(scratch.path(name)) }

  /// A line of what `inspect` prints.
  private func line(_ name: String, of file: String) throws -> String? {
    let card = try program.run(["inspect", scratch.path(file)]).output
    return card.split(separator: "\n").first { $0.hasPrefix(name + " ") }.map(String.init)
  }

  @Test(
    "every format becomes every other, in the look of the source",
    arguments: ["a.png", "a.svg", "a.pdf", "a.json"])
  func formats(source: String) throws {
    try draw(Self.look, as: ["a.png", "a.svg", "a.pdf"])
    for name in ["b.png", "b.svg", "b.pdf"] {
      try redraw(source, to: name)
      #expect(try bytes(name) == bytes("a" + name.dropFirst()), "\(source) to \(name)")
    }
    #expect(try line("look", of: "b.pdf") == "look      dark, ko, 700x420 points, scale 1.5")
  }

  @Test("an option changes what it names and nothing else")
  func options() throws {
    try draw(Self.look, as: ["a.png"])
    for (more, look) in [
      (["--theme", "print"], "print, ko, 700x420 points, scale 1.5"),
      (["--lang", "en"], "dark, en, 700x420 points, scale 1.5"),
      (["--size", "800x500"], "dark, ko, 800x500 points, scale 1.5"),
      (["--scale", "3"], "dark, ko, 700x420 points, scale 3"),
    ] {
      try redraw("a.png", more, to: "b.svg")
      #expect(try line("look", of: "b.svg") == "look      " + look)
      #expect(try line("data", of: "b.svg") == line("data", of: "a.png"))
    }
    // The command is the one that draws the figure so from nothing.
    try redraw("a.png", ["--theme", "light", "--scale", "2"], to: "b.svg")
    #expect(
      try line("command", of: "b.svg")
        == "command   dlplot trajectories --steps 5 --lang ko --size 700x420")
  }

  @Test("a figure of the usual look keeps its command free of a size")
  func usualSize() throws {
    try draw([], as: ["a.svg"])
    try redraw("a.svg", to: "b.pdf")
    #expect(try line("command", of: "b.pdf") == "command   dlplot trajectories --steps 5")
    try redraw("b.pdf", ["--lang", "ko"], to: "c.png")
    #expect(try line("command", of: "c.png") == "command   dlplot trajectories --steps 5 --lang ko")
  }

  @Test("a size that is the usual one is not in the command, so that the scene is found again")
  func usualSizeNamed() throws {
    try draw([], as: ["a.png"])
    let look = try #require(try line("look", of: "a.png"))
    let size = try #require(look.split(separator: " ").first { $0.contains("x") })
    try draw(["--size", String(size)], as: ["b.png"])
    #expect(try line("command", of: "b.png") == "command   dlplot trajectories --steps 5")
    #expect(try line("scene", of: "b.png") == line("scene", of: "a.png"))
    #expect(try bytes("b.png") == bytes("a.png"))
  }

  @Test(
    "without the numbers it says so, whatever the format", arguments: ["a.png", "a.svg", "a.pdf"])
  func withoutNumbers(source: String) throws {
    try draw(["--public"], as: [source])
    let outcome = try program.run(["redraw", scratch.path(source), "-o", scratch.path("b.png")])
    #expect(outcome.status == 2)
    #expect(
      outcome.error.hasPrefix(
        "dlplot: no numbers in \(scratch.path(source)) (it was drawn with --public"))
    #expect(!scratch.exists("b.png"))
  }

  @Test("a PDF is verified: its numbers, and its page where the same Cairo draws")
  func verify() throws {
    try draw([], as: ["a.pdf"])
    let right = try program.run(["verify", scratch.path("a.pdf")])
    #expect(right.status == 0, "\(right.error)")
    #expect(right.output.contains("picture"))
    // A colour that is no longer seen, and a drawing that cannot be unpacked.
    let opaque = Array("/CA 1 /ca 1".utf8)
    let clear = Array("/CA 0 /ca 0".utf8)
    let bytes = try bytes("a.pdf")
    let place = try #require(
      bytes.indices.dropLast(opaque.count).first {
        bytes[$0..<$0 + opaque.count].elementsEqual(opaque)
      })
    var hidden = bytes
    hidden.replaceSubrange(place..<place + opaque.count, with: clear)
    // The first stream of a page is its content.
    let stream = Array("\nstream\n".utf8)
    let start = try #require(
      bytes.indices.dropLast(stream.count).first {
        bytes[$0..<$0 + stream.count].elementsEqual(stream)
      })
    var broken = bytes
    broken[start + stream.count + 200] ^= 0x55
    for (altered, detail) in [
      (hidden, "the objects around the drawing are not those that were written"),
      (broken, "the page is not one that was drawn here"),
    ] {
      let wrong = try program.run(["verify", try scratch.write(altered, to: "altered.pdf")])
      #expect(wrong.status == 1)
      #expect(wrong.output.contains("DIFFERS in picture: \(detail)"), "\(wrong.output)")
    }
  }

  @Test("nothing that is read is written over, and no file is written twice")
  func sameFile() throws {
    try draw([], as: ["a.png", "a.svg"])
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.csv"), withDestinationPath: "a.png")
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("far.png"), withDestinationPath: "z.png")
    let before = try (bytes("a.png"), bytes("a.json"))
    for (arguments, message) in [
      (
        ["a.png", "-o", "z.png", "--json", "./z.png"],
        "invalid --json: ./z.png (another file than z.png)"
      ),
      (["a.png", "-o", "z.png", "-o", "z.png"], "invalid --output: z.png twice (each file once)"),
      (
        ["a.png", "-o", "z.png", "-o", "far.png"],
        "invalid --output: far.png (another file than z.png)"
      ),
      (
        ["a.png", "-o", "-", "-o", "-"],
        "invalid --output: - twice (standard output takes one file)"
      ),
      (
        ["a.png", "-o", "z.png", "--json", "a.png"],
        "invalid --json: a.png (another file than a.png, which is read)"
      ),
      (
        ["a.png", "-o", "z.png", "--csv", "link.csv"],
        "invalid --csv: link.csv (another file than a.png, which is read)"
      ),
      (
        ["a.json", "-o", "z.png", "--csv", "./a.json"],
        "invalid --csv: ./a.json (another file than a.json, which is read)"
      ),
    ] {
      let outcome = try program.run(["redraw"] + arguments, in: scratch.url)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(outcome.error == "dlplot: \(message)\n")
    }
    #expect(try (bytes("a.png"), bytes("a.json")) == before)
    #expect(!scratch.exists("z.png"))
  }

  @Test("a figure or a result may be made anew in its own place")
  func inPlace() throws {
    try draw([], as: ["a.png"])
    let before = try (bytes("a.png"), bytes("a.json"))
    try redraw("a.png", ["--theme", "dark"], to: "a.png")
    #expect(try line("look", of: "a.png")?.contains("dark") == true)
    try redraw("a.png", ["--theme", "light"], to: "a.png")
    try redraw("a.json", ["--json", scratch.path("a.json")], to: "b.png")
    #expect(try (bytes("a.png"), bytes("a.json")) == before)
  }

  @Test("a mistake in an option is told before anything is drawn")
  func mistakes() throws {
    try draw([], as: ["a.png"])
    for (more, message) in [
      (["--theme", "blue"], "invalid --theme: blue (light, dark, print)"),
      (["--size", "1x1"], "invalid --size: 1x1 (320x200...4000x4000 points)"),
      (["--scale", "0"], "invalid --scale: 0 (0.5...8)"),
      (["-o", "b.jpg"], "unknown extension: b.jpg (.png, .svg, .pdf)"),
    ] {
      let outcome = try program.run(["redraw", scratch.path("a.png")] + more, in: scratch.url)
      #expect(outcome.status == 2)
      #expect(outcome.error.hasPrefix("dlplot: \(message)"), "\(outcome.error)")
    }
    #expect(try scratch.names == ["a.json", "a.png"])
  }
}
