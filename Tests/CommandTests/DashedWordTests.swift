import Foundation
import Testing

/// Words that begin with one dash: the names of files are no options, and ask for no help.
struct DashedWordTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private static let file = "write -- before a file of that name"

  private static let mistakes: [(arguments: [String], line: String)] = [
    (["verify", "-hacked.png"], "unknown option: -hacked.png (\(file))"),
    (["verify", "a.png", "-hacked.png"], "unknown option: -hacked.png (\(file))"),
    (["verify", "--quick", "-xyz.png"], "unknown option: -xyz.png (\(file))"),
    (["lint", "-hacked.png", "a.png"], "unknown option: -hacked.png (\(file))"),
    (["compare", "a.png", "-h.png"], "unknown option: -h.png (\(file))"),
    (["inspect", "-5h.png"], "unknown option: -5h.png (\(file))"),
    (["study", "-h.jsonl"], "unknown option: -h.jsonl (\(file))"),
    (
      ["guard", "accept", "-hacked.png", "--why", "x"], "unknown option: -hacked.png (\(file))"
    ),
    (
      ["guard", "accept", "a.png", "--why", "-hacked"],
      "missing value: --why <text> (write --why=-hacked for a value that begins with a dash)"
    ),
    (
      ["redraw", "a.png", "-o", "-h.png"],
      "missing value: --output <file> (write --output=-h.png for a value that begins with a dash)"
    ),
    (["verify", "-x"], "unknown option: -x"),
    (["activations", "-seed", "3"], "unknown option: -seed (did you mean --seed?)"),
    (["activations", "-help"], "unknown option: -help (did you mean --help?)"),
    (["activations", "-ho", "a.png"], "unknown option: -ho"),
    (["-help"], "unknown option: -help (did you mean --help?)"),
    (
      ["trajectories", "--start", "-7,h"],
      "invalid --start: -7,h (X,Y, two finite numbers such as -7,2)"
    ),
  ]

  @Test("one that is no option is told, and nothing passes", arguments: mistakes.indices)
  func mistake(index: Int) throws {
    let (arguments, line) = Self.mistakes[index]
    let outcome = try program.run(arguments, in: scratch.url)
    #expect(outcome.error == "dlplot: \(line)\n")
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(try scratch.names.isEmpty)
  }

  @Test("behind -- and = it is the name of a file, and values of options may begin with it")
  func names() throws {
    let drawn = try program.run(
      [
        "trajectories", "--start", "-7,2", "--view", "-8..3,-3..3", "--steps", "3", "--quiet",
        "--output=-hacked.png", "-o=-h.svg",
      ], in: scratch.url)
    #expect(drawn.status == 0, "\(drawn.error)")
    #expect(try scratch.names == ["-h.svg", "-hacked.png"])
    let verified = try program.run(["verify", "--quick", "--", "-hacked.png"], in: scratch.url)
    #expect(verified.status == 0)
    #expect(verified.output.hasPrefix("-hacked.png: verified: "))
  }

  @Test("-h alone asks for help, also among other words")
  func help() throws {
    for arguments in [["-h"], ["verify", "-h"], ["verify", "a.png", "-h"], ["guard", "-h"]] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 0 && outcome.error.isEmpty)
      #expect(outcome.output.contains("USAGE: dlplot"))
    }
  }
}
