import Foundation
import Testing

/// What a training shows on a terminal while it runs.
@Suite(
  .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "no script(1)"))
struct TrainingProgressTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  @Test("a bar with the share, the steps, the rate, the loss and the time left")
  func bar() throws {
    // Longer each time: a busy machine may draw few lines of a short run.
    for epochs in [200, 800, 3200] {
      let outcome = try program.run(
        [
          "train", "--hidden", "50x2", "--images", "1000", "--test-images", "100", "--epochs",
          "\(epochs)", "-o", scratch.path("a.png"),
        ],
        through: [
          "/bin/sh", "-c", "exec /usr/bin/script -qec \"stty cols 100; $0 $*\" /dev/null",
        ])
      #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
      let lines = outcome.output.split(separator: "\r\u{1B}[K").map(String.init)
        .filter { $0.hasPrefix("[") }
      guard lines.count >= 3 || epochs == 3200 else { continue }
      #expect(lines.count >= 3)
      let form =
        /\[=* *\]  (\d+) %  (\d+) of (\d+) steps(  \d+\/s  loss \d+\.\d{4}  \d+:\d\d left)?/
      var before = 0
      for line in lines {
        let match = try #require(line.wholeMatch(of: form), "\(line)")
        let (done, total) = (Int(match.2) ?? -1, Int(match.3) ?? 0)
        #expect(total == epochs * 10 && done >= before && done <= total)
        #expect(Int(match.1) == done * 100 / total)
        before = done
      }
      #expect(lines.contains { $0.hasSuffix(" left") })
      return
    }
  }
}
