import Foundation
import Testing

/// What a search shows on a terminal while it runs.
@Suite(
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "no script(1)"))
struct SearchProgressTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  /// The lines that were drawn over each other on a terminal of so many columns.
  private func lines(_ more: [String], columns: Int) throws -> [String] {
    let outcome = try program.run(
      [
        "search", "--trials", "4000", "--timeout", "2", "--space", "learning-rate=log:1e-3..1",
        "--hidden", "60x3", "--batch", "10", "--epochs", "20", "--images", "400", "--pruner",
        "median", "--threads", "2", "-o", scratch.path("a.png"),
      ] + more,
      through: [
        "/bin/sh", "-c",
        "exec /usr/bin/script -qec \"stty cols \(columns); $0 $*\" /dev/null",
      ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    return outcome.output.split(separator: "\r\u{1B}[K").map(String.init)
  }

  @Test("a bar with what ended, runs and was pruned, the best so far, and the time left")
  func bar() throws {
    let lines = try lines([], columns: 120).filter { $0.hasPrefix("[") }
    #expect(lines.count >= 3)
    let form =
      /\[=* *\]  \d+ %  \d+ of \d+ trials(  [12] running)?(  \d+ pruned)?(  best \d+\.\d %)?(  \d+:\d\d left|  training the best on all images)?/
    for line in lines { #expect(line.wholeMatch(of: form) != nil, "\(line)") }
    #expect(lines.contains { $0.contains("  2 running") && $0.contains("  best ") })
    // The time that is left is that of the limit, not of 4000 trials.
    #expect(lines.contains { $0.hasSuffix("  0:01 left") })
  }

  @Test("a narrow terminal has no bar, and no line that wraps")
  func narrow() throws {
    let lines = try lines([], columns: 40).filter { $0.contains(" of 4000 trials") }
    #expect(lines.count >= 3)
    for line in lines { #expect(!line.hasPrefix("[") && line.count < 40, "\(line)") }
  }

  @Test("--quiet shows nothing")
  func quiet() throws {
    #expect(try lines(["--quiet"], columns: 120).joined().isEmpty)
  }
}
