import Foundation
import Testing

/// No room for a file: one line, exit 3, and nothing left behind.
struct FullDiskTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private static let small = ["activations", "--samples", "60", "--width", "20", "--layers", "2"]

  /// A disk of 16 KiB; what is on it at the end goes to the file `names`.
  private func runOnSmallDisk(
    _ arguments: [String], holding: String = ""
  ) throws -> (outcome: Program.Outcome, left: String) {
    let disk = scratch.path("disk")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: true)
    let names = scratch.path("names")
    let outcome = try program.run(
      arguments.map { $0.replacing("DISK", with: disk) },
      mounting: "mount -t tmpfs -o size=16k tmpfs '\(disk)' && cd '\(disk)' && \(holding):",
      after: "ls -A > '\(names)'; cat * >> '\(names)' 2>/dev/null")
    return (outcome, try String(contentsOfFile: names, encoding: .utf8))
  }

  @Test("a disk that is full", .mounts, arguments: ["a.png", "a.svg", "a.pdf"])
  func fullDisk(name: String) throws {
    let (outcome, left) = try runOnSmallDisk(Self.small + ["-o", "DISK/\(name)"])
    #expect(outcome.status == 3)
    #expect(
      outcome.error
        == "dlplot: cannot write \(scratch.path("disk/\(name)")): no space left on device\n")
    #expect(outcome.output.isEmpty)
    #expect(left.isEmpty)
  }

  @Test("a file that would be replaced stays as it was", .mounts)
  func replaced() throws {
    let (outcome, left) = try runOnSmallDisk(
      Self.small + ["-o", "DISK/a.png"], holding: "echo before > a.png && ")
    #expect(outcome.status == 3)
    #expect(left == "a.png\nbefore\n")
  }

  /// Blocks of 512 bytes, so 4 KiB: less than a figure.
  private let limited = ["/bin/sh", "-c", "ulimit -f 8 && exec \"$0\" \"$@\""]

  @Test(
    "a limit to the size of files",
    arguments: [
      ["-o", "a.png"], ["-o", "a.svg"], ["-o", "a.pdf"], ["-o", "-", "--json", "a.json"],
    ])
  func fileSizeLimit(options: [String]) throws {
    // Standard output is written when the files beside it are on the disk.
    let name = options[1] == "-" ? "a.json" : options[1]
    let outcome = try program.run(Self.small + options, in: scratch.url, through: limited)
    #expect(outcome.status == 3)
    #expect(outcome.error == "dlplot: cannot write \(name): file too large\n")
    #expect(try scratch.names.isEmpty)
  }

  @Test("a file that the limit keeps from being replaced")
  func fileSizeLimitReplaced() throws {
    let path = try scratch.write(Array("before".utf8), to: "a.png")
    let outcome = try program.run(Self.small + ["-o", path], through: limited)
    #expect(outcome.status == 3)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "before")
    #expect(try scratch.names == ["a.png"])
  }

  @Test("standard output that takes no words", arguments: [["data", "list"], ["--help"]])
  func standardOutput(arguments: [String]) throws {
    let outcome = try program.run(
      arguments, through: ["/bin/sh", "-c", "\"$0\" \"$@\" > /dev/full"])
    #expect(outcome.status == 3)
    #expect(outcome.error == "dlplot: cannot write standard output: no space left on device\n")
  }
}
