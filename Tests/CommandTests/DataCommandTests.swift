import Foundation
import Testing

/// `dlplot data list` and `dlplot data verify`.
struct DataCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  /// With the sets of `data/` and an empty cache in the scratch folder.
  private func data(_ arguments: String...) throws -> Program.Outcome {
    try program.run(
      ["data"] + arguments,
      environment: [
        "DLPLOT_DATA": scratch.path("data"), "XDG_CACHE_HOME": scratch.path("cache"),
      ])
  }

  private func lines(_ outcome: Program.Outcome) -> [String] {
    outcome.output.split(separator: "\n").map(String.init)
  }

  @Test("list says what is there and how to get what is not")
  func list() throws {
    let digits = try scratch.copyDigits()
    let outcome = try data("list")
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    let lines = lines(outcome)
    #expect(lines.count == 4)
    let words = lines.map { $0.split(separator: " ").map(String.init) }
    #expect(
      words[1] == [
        "mnist5k", "4000", "1000", "28x28", "817.8", "kB", "5c0f47ff300b", "ready", digits,
      ])
    #expect(words[2].prefix(6) == ["mnist", "-", "-", "-", "-", "-"])
    #expect(lines[2].hasSuffix("missing  get it with: dlplot data fetch mnist"))
    #expect(lines[3].hasPrefix("fashion "))
  }

  @Test("list calls altered files damaged")
  func listDamaged() throws {
    let digits = try scratch.copyDigits()
    try alter("\(digits)/\(Scratch.testLabels).gz")
    let outcome = try data("list")
    #expect(outcome.status == 0)
    #expect(lines(outcome)[1].contains(" damaged "))
  }

  @Test("verify finds the bundled digits right")
  func verify() throws {
    let digits = try scratch.copyDigits()
    let outcome = try data("verify", "mnist5k")
    #expect(outcome.status == 0 && outcome.error.isEmpty)
    let files = [
      Scratch.trainingImages, Scratch.trainingLabels, Scratch.testImages, Scratch.testLabels,
    ]
    #expect(
      lines(outcome)
        == files.map { "\(digits)/\($0).gz: ok, matches SHA256SUMS" } + [
          "\(digits): ok, 4000 training and 1000 test images of 28x28, 10 classes, digest "
            + "5c0f47ff300bd0daa386ce4947175e24e4d8c3bc5c4a3f3f367d2719fd5c69d5 (mnist5k)"
        ])
    #expect(try data("verify", "mnist5k", "--quiet").output.isEmpty)
    #expect(try data("verify", digits).output == outcome.output)
  }

  @Test("verify names the file that was altered, exit 1")
  func altered() throws {
    let digits = try scratch.copyDigits()
    let path = "\(digits)/\(Scratch.testLabels).gz"
    try alter(path)
    let outcome = try data("verify", "mnist5k")
    #expect(outcome.status == 1 && outcome.error.isEmpty)
    let lines = lines(outcome)
    #expect(lines.count == 5)
    #expect(lines[..<3].allSatisfy { $0.hasSuffix(": ok, matches SHA256SUMS") })
    #expect(lines[3].hasPrefix("\(path): wrong, SHA-256 "))
    #expect(
      lines[3].hasSuffix(
        ", expected 073a31ea32e703047016ac038d73650cf138ef09efdc5b1831bb175694438a21 of SHA256SUMS"
      ))
    #expect(lines[4].hasPrefix("\(digits): wrong, "))
    let quiet = try data("verify", "mnist5k", "--quiet")
    #expect(quiet.status == 1)
    #expect(self.lines(quiet) == Array(lines[3...]))
  }

  @Test("verify names the file that is missing")
  func missing() throws {
    let digits = try scratch.copyDigits()
    try FileManager.default.removeItem(atPath: "\(digits)/\(Scratch.testImages).gz")
    let outcome = try data("verify", digits)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(
      outcome.error.hasPrefix("dlplot: \(digits): no test images (\(Scratch.testImages), "))
    #expect(outcome.error.split(separator: "\n").count == 1)
  }

  @Test("verify takes a listed extra file for a part of the set, and passes over others")
  func extra() throws {
    let digits = try scratch.copyDigits()
    try scratch.write(Array("a note\n".utf8), to: "data/mnist5k/NOTE")
    #expect(try data("verify", "mnist5k").status == 0)
    // By sha256sum.
    let listed = "037279912cb60d7be67228853b057cc642443b4ce29b8a5a5bfbb68234b0b962  NOTE\n"
    let sums = URL(fileURLWithPath: "\(digits)/SHA256SUMS")
    let list = try String(contentsOf: sums, encoding: .utf8)
    try (list + listed).write(to: sums, atomically: true, encoding: .utf8)
    let matching = try data("verify", "mnist5k")
    #expect(matching.status == 0)
    #expect(lines(matching).contains("\(digits)/NOTE: ok, matches SHA256SUMS"))
    try scratch.write(Array("another note\n".utf8), to: "data/mnist5k/NOTE")
    let differing = try data("verify", "mnist5k", "--quiet")
    #expect(differing.status == 1)
    #expect(differing.output.hasPrefix("\(digits)/NOTE: wrong, SHA-256 "))
    try FileManager.default.removeItem(atPath: "\(digits)/NOTE")
    let absent = try data("verify", "mnist5k", "--quiet")
    #expect(absent.status == 1)
    #expect(
      absent.output
        == "\(digits)/NOTE: wrong, cannot open \(digits)/NOTE: no such file or directory\n")
  }

  @Test("verify compares without a list of checksums, and says so")
  func noList() throws {
    let folder = try scratch.writeImages(to: "set")
    let outcome = try data("verify", folder)
    #expect(outcome.status == 0)
    #expect(lines(outcome).count == 5)
    #expect(lines(outcome)[0].contains(": no checksum to compare with, SHA-256 "))
    #expect(lines(outcome)[4].contains(": ok, 4 training and 2 test images of 2x2, 2 classes, "))
  }

  /// Flips a bit in the middle of a file.
  private func alter(_ path: String) throws {
    let url = URL(fileURLWithPath: path)
    var bytes = try Data(contentsOf: url)
    bytes[bytes.count / 2] ^= 0x10
    try bytes.write(to: url)
  }
}
