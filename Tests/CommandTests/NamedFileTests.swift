import Foundation
import Testing

/// Files that a command is given by name: fonts that are none, and names that steer a terminal.
struct NamedFileTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
    let drawn = try program.run(
      ["trajectories", "--steps", "3", "--scale", "0.5", "-o", scratch.path("a.png"), "--quiet"])
    #expect(drawn.status == 0, "\(drawn.error)")
  }

  @Test("--font-file is a font or a mistake, before anything is drawn")
  func fonts() throws {
    try scratch.write(Array("nothing".utf8), to: "text.txt")
    try FileManager.default.createDirectory(
      atPath: scratch.path("folder.png"), withIntermediateDirectories: false)
    let before = try scratch.names
    for (font, message) in [
      ("text.txt", "text.txt is no font (FreeType error "),
      ("folder.png", "cannot read folder.png: it is a folder, expected a file\n"),
      ("none.ttf", "cannot read none.ttf: no such file or directory\n"),
    ] {
      for arguments in [
        ["trajectories"], ["redraw", "a.png", "-o", "b.png"], ["verify", "a.png"],
        ["verify", "--quick", "a.png"], ["lint", "a.png"],
      ] {
        let outcome = try program.run(arguments + ["--font-file", font], in: scratch.url)
        #expect(outcome.status == 2 && outcome.output.isEmpty, "\(arguments)")
        #expect(outcome.error.hasPrefix("dlplot: " + message), "\(outcome.error)")
        #expect(outcome.error.split(separator: "\n").count == 1)
      }
    }
    #expect(try scratch.names == before)
  }

  @Test("the end of a line in a name is escaped, and the cause is told")
  func lineFeed() throws {
    let name = "none\nline.png"
    let escaped = #"none\u000aline.png"#
    for arguments in [
      ["inspect", name], ["verify", name], ["lint", name], ["compare", "a.png", name],
      ["redraw", name, "-o", "b.png"],
    ] {
      let outcome = try program.run(arguments, in: scratch.url)
      #expect(outcome.status == 2 && outcome.output.isEmpty, "\(arguments)")
      #expect(
        outcome.error == "dlplot: cannot read \(escaped): no such file or directory\n",
        "\(arguments)")
    }
    let written = try program.run(["redraw", "a.png", "-o", "none\n/b.png"], in: scratch.url)
    #expect(written.status == 2)
    #expect(written.error == #"dlplot: cannot write none\u000a/b.png: no such folder"# + "\n")
  }

  @Test("what is said of a file with such a name is one line as well")
  func answers() throws {
    let name = "a\nb.png"
    let drawn = try program.run(["redraw", "a.png", "-o", name], in: scratch.url)
    #expect(drawn.output.hasPrefix(#""a\u000ab.png""# + "\n"))
    let verified = try program.run(["verify", "--quick", name], in: scratch.url)
    #expect(verified.status == 0)
    #expect(verified.output.hasPrefix(#""a\u000ab.png": verified: "#))
    let clean = try program.run(["lint", name], in: scratch.url)
    #expect(clean.output == #""a\u000ab.png": clean"# + "\n")
  }

  @Test("verify tells data that are not there, whatever the figure needs")
  func data() throws {
    let outcome = try program.run(["verify", "a.png", "--data", "none"], in: scratch.url)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(
      outcome.error
        == "dlplot: invalid --data: none (a folder of IDX files, or one of mnist5k, mnist, fashion)\n"
    )
  }
}
