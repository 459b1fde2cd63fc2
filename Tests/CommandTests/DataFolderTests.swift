import Foundation
import Testing

/// `--data DIR` with folders of every kind.
struct DataFolderTests {
  private let program: Program
  private let scratch: Scratch
  private let folder: String

  init() throws {
    program = try Program()
    scratch = try Scratch()
    folder = try scratch.writeImages(to: "set")
  }

  private var arguments: [String] {
    ["activations", "--input", "mnist", "--samples", "4", "--width", "8", "--layers", "2"]
      + ["--data", folder, "-o", scratch.path("a.png")]
  }

  private func expectRefusal(
    _ line: String, _ outcome: Program.Outcome, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.error == "dlplot: \(line)\n", sourceLocation: sourceLocation)
    #expect(outcome.status == 2, sourceLocation: sourceLocation)
    #expect(outcome.output.isEmpty, sourceLocation: sourceLocation)
    #expect(!scratch.exists("a.png"), sourceLocation: sourceLocation)
  }

  @Test("plain files and compressed ones give the same figure, whatever the folder is called")
  func compressed() throws {
    #expect(try program.run(arguments).status == 0)
    let plain = try program.run(["inspect", scratch.path("a.png")]).output
    for name in [Scratch.trainingImages, Scratch.testLabels] {
      let gzip = Process()
      gzip.executableURL = URL(fileURLWithPath: "/bin/sh")
      gzip.arguments = ["-c", "gzip '\(folder)/\(name)'"]
      try gzip.run()
      gzip.waitUntilExit()
      #expect(gzip.terminationStatus == 0)
    }
    #expect(try program.run(arguments).status == 0)
    #expect(try program.run(["inspect", scratch.path("a.png")]).output == plain)
  }

  @Test("a folder that may not be read, tried as nobody")
  func closed() throws {
    #expect(chmod(folder, 0o700) == 0 && (getuid() == 0 || chmod(folder, 0) == 0))
    defer { chmod(folder, 0o755) }
    expectRefusal("cannot read \(folder): permission denied", try program.runAsNobody(arguments))
    let verified = try program.runAsNobody(["data", "verify", folder])
    expectRefusal("cannot read \(folder): permission denied", verified)
  }

  @Test("a file that may not be read, tried as nobody")
  func closedFile() throws {
    let path = "\(folder)/\(Scratch.trainingLabels)"
    #expect(chmod(path, getuid() == 0 ? 0o600 : 0) == 0)
    expectRefusal("cannot open \(path): permission denied", try program.runAsNobody(arguments))
  }

  @Test("labels in place of images, and images in place of labels")
  func wrongKind() throws {
    let images = try scratch.write(Scratch.labels(4), to: "set/\(Scratch.trainingImages)")
    expectRefusal(
      "\(images): holds labels (magic number 00 00 08 01), expected images (00 00 08 03)",
      try program.run(arguments))
    try scratch.write(Scratch.images(4), to: "set/\(Scratch.trainingImages)")
    let labels = try scratch.write(Scratch.images(4), to: "set/\(Scratch.trainingLabels)")
    expectRefusal(
      "\(labels): holds images (magic number 00 00 08 03), expected labels (00 00 08 01)",
      try program.run(arguments))
  }

  @Test("another number of labels than of images")
  func counts() throws {
    let labels = try scratch.write(Scratch.labels(3), to: "set/\(Scratch.trainingLabels)")
    expectRefusal(
      "\(labels): 3 labels at byte 4, expected 4, one for each image of "
        + "\(folder)/\(Scratch.trainingImages)",
      try program.run(arguments))
  }

  @Test("a file that ends early, plain and compressed")
  func truncated() throws {
    let plain = try scratch.write(
      Scratch.images(4).dropLast(3), to: "set/\(Scratch.trainingImages)")
    expectRefusal(
      "\(plain): ends at byte 29, its header promises 32", try program.run(arguments))

    let digits = try scratch.copyDigits()
    let name = "\(digits)/\(Scratch.trainingImages).gz"
    try Data(Data(contentsOf: URL(fileURLWithPath: name)).prefix(300_000))
      .write(to: URL(fileURLWithPath: name))
    expectRefusal(
      "\(name): the gzip stream is cut off at byte 300000, the end of the file",
      try program.run(arguments + ["--data", digits, "--samples", "4000"]))
  }

  @Test("a compressed file with an altered checksum at its end")
  func corrupt() throws {
    let digits = try scratch.copyDigits()
    let name = "\(digits)/\(Scratch.trainingImages).gz"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: name))
    bytes[bytes.count - 6] ^= 0x10
    try bytes.write(to: URL(fileURLWithPath: name))
    let outcome = try program.run(arguments + ["--data", digits, "--samples", "4000"])
    #expect(outcome.status == 2)
    #expect(outcome.error.hasPrefix("dlplot: \(name): corrupt gzip stream near byte "))
    #expect(outcome.error.split(separator: "\n").count == 1)
    #expect(!scratch.exists("a.png"))
  }

  @Test("something else than IDX files")
  func notIDX() throws {
    let path = try scratch.write(
      Array("<html>Not found</html>".utf8), to: "set/\(Scratch.trainingImages)")
    expectRefusal(
      "\(path): starts with \"<\" like a web page, expected an IDX file (bytes 00 00 08)",
      try program.run(arguments))
    try scratch.write([], to: "set/\(Scratch.trainingImages)")
    expectRefusal("\(path): empty file, expected an IDX file", try program.run(arguments))
  }

  @Test("a folder without one of the files, and a file in place of a folder")
  func incomplete() throws {
    try FileManager.default.removeItem(atPath: "\(folder)/\(Scratch.testLabels)")
    let outcome = try program.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.error.hasPrefix("dlplot: \(folder): no test labels (\(Scratch.testLabels), "))
    let file = "\(folder)/\(Scratch.trainingImages)"
    expectRefusal(
      "invalid --data: \(file) is a file, expected a folder of IDX files",
      try program.run(arguments + ["--data", file]))
  }
}
