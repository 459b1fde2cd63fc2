import Foundation

/// The shipped binary, run as a user runs it.
struct Program {
  /// What a run gave.
  struct Outcome {
    var status: Int32
    var output: String
    var error: String
  }

  let path: String

  /// The binary that `DLPLOT_BINARY` names; `make test` sets it.
  init() throws {
    guard let path = ProcessInfo.processInfo.environment["DLPLOT_BINARY"],
      FileManager.default.isExecutableFile(atPath: path)
    else { throw MissingProgram() }
    self.path = path
  }

  struct MissingProgram: Error, CustomStringConvertible {
    var description: String { "DLPLOT_BINARY does not name the binary: run the tests by make test" }
  }

  func run(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String?] = [:],
    through wrapper: [String] = []
  ) throws -> Outcome {
    let process = Process()
    let line = wrapper + [path] + arguments
    process.executableURL = URL(fileURLWithPath: line[0])
    process.arguments = Array(line.dropFirst())
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for (name, value) in environment { variables[name] = value }
    process.environment = variables
    // Files rather than pipes: nothing can fill up while the other end is not read.
    let scratch = FileManager.default.temporaryDirectory
    let names = [UUID(), UUID()].map { scratch.appendingPathComponent("dlplot-\($0.uuidString)") }
    defer { for name in names { try? FileManager.default.removeItem(at: name) } }
    let handles = try names.map { name in
      _ = FileManager.default.createFile(atPath: name.path, contents: nil)
      return try FileHandle(forWritingTo: name)
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    process.waitUntilExit()
    for handle in handles { try handle.close() }
    let texts = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Outcome(status: process.terminationStatus, output: texts[0], error: texts[1])
  }
}

/// A folder of a test's own, removed at its end.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("dlplot-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}
