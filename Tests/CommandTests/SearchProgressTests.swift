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
  private func lines(_ more: [String], columns: Int, seconds: Int) throws -> [String] {
    let outcome = try program.run(
      [
        "search", "--trials", "20000", "--timeout", "\(seconds)", "--space",
        "learning-rate=log:1e-3..1", "--hidden", "60x3", "--batch", "10", "--epochs", "20",
        "--images", "400", "--pruner", "median", "--threads", "2", "-o", scratch.path("a.png"),
      ] + more,
      through: [
        "/bin/sh", "-c",
        "exec /usr/bin/script -qec \"stty cols \(columns); $0 $*\" /dev/null",
      ])
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    return outcome.output.split(separator: "\r\u{1B}[K").map(String.init)
  }

  /// A run that was long enough to show what is asked for, with its limit in seconds: a machine
  /// with much else to do may not get to it in the shortest.
  private func run(columns: Int, until enough: ([String]) -> Bool) throws -> ([String], Int) {
    var seconds = 1
    while true {
      let lines = try lines([], columns: columns, seconds: seconds)
        .filter { $0.contains(" of 20000 trials") }
      if enough(lines) || seconds > 30 { return (lines, seconds) }
      seconds *= 3
    }
  }

  @Test("a bar with what ended, runs and was pruned, the best so far, and the time left")
  func bar() throws {
    func isFull(_ line: String) -> Bool {
      line.contains("  2 running") && line.contains("  best ") && line.hasSuffix(" left")
    }
    let (lines, limit) = try run(columns: 120) { $0.count >= 3 && $0.contains(where: isFull) }
    #expect(lines.count >= 3 && lines.contains(where: isFull))
    let form =
      /\[=* *\]  \d+ %  \d+ of \d+ trials(  [12] running)?(  \d+ pruned)?(  best \d+\.\d %)?(  (\d+):(\d\d) left|  training the best on all images)?/
    for line in lines {
      let match = try #require(line.wholeMatch(of: form), "\(line)")
      // The time that is left is that of the limit, not of all those trials.
      if let minutes = match.5.flatMap({ Int($0) }), let seconds = match.6.flatMap({ Int($0) }) {
        #expect(minutes * 60 + seconds <= limit, "\(line)")
      }
    }
  }

  @Test("a narrow terminal has no bar, and no line that wraps")
  func narrow() throws {
    let (lines, _) = try run(columns: 40) { $0.count >= 3 }
    #expect(lines.count >= 3)
    for line in lines { #expect(!line.hasPrefix("[") && line.count < 40, "\(line)") }
  }

  @Test("--quiet shows nothing")
  func quiet() throws {
    #expect(try lines(["--quiet"], columns: 120, seconds: 1).joined().isEmpty)
  }
}
