import Foundation
import Testing

/// A machine without the fonts, made by hiding the folder that holds them.
struct MissingFontTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private static let fonts = "/usr/share/fonts"
  private static let roboto = "\(fonts)/truetype/roboto/unhinted/RobotoTTF"
  private static let hidden = "mount -t tmpfs tmpfs \(fonts) && mkdir -p \(roboto)"

  /// With a home without fonts of its own.
  private func run(_ options: [String], mounting preparation: String) throws -> Program.Outcome {
    try program.run(
      ["activations", "--samples", "60", "--width", "20", "--layers", "2"] + options
        + ["-o", scratch.path("a.png")],
      mounting: preparation, environment: ["HOME": scratch.path("home")])
  }

  @Test("the font is named, and the package that holds it", .mounts)
  func missing() throws {
    let outcome = try run([], mounting: Self.hidden)
    #expect(outcome.status == 3)
    #expect(
      outcome.error.hasPrefix(
        "dlplot: missing font Roboto-Regular.ttf: install it with "
          + "'apt-get install fonts-roboto-unhinted' or name the file with --font-file (SHA-256 "))
    #expect(outcome.error.split(separator: "\n").count == 1)
    #expect(try scratch.names.isEmpty)
  }

  @Test("the font of a language is missed in that language only", .mounts)
  func missingKorean() throws {
    let hidden = "mount -t tmpfs tmpfs \(Self.fonts)/truetype/nanum"
    let korean = try run(["--lang", "ko"], mounting: hidden)
    #expect(korean.status == 3)
    #expect(korean.error.hasPrefix("dlplot: missing font NanumBarunGothic.ttf: "))
    #expect(korean.error.contains("'apt-get install fonts-nanum'"))
    #expect(try scratch.names.isEmpty)
    #expect(try run([], mounting: hidden).status == 0)
  }

  @Test("a file of the right name and another content does not count, and is named", .mounts)
  func otherContent() throws {
    let file = "\(Self.roboto)/Roboto-Regular.ttf"
    let outcome = try run([], mounting: "\(Self.hidden) && echo other > \(file)")
    #expect(outcome.status == 3)
    #expect(outcome.error.hasSuffix("; of another content: \(file)\n"))
  }

  @Test("files that --font-file names take the place of installed ones", .mounts)
  func named() throws {
    let copies = scratch.path("fonts")
    try FileManager.default.copyItem(atPath: Self.roboto, toPath: copies)
    let options = ["Regular", "Medium"].flatMap { ["--font-file", "\(copies)/Roboto-\($0).ttf"] }
    let outcome = try run(options, mounting: Self.hidden)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(scratch.exists("a.png"))
  }
}
