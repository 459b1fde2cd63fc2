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

  init(path: String) { self.path = path }

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

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - environment: What differs from this process's; nil takes a variable away.
  ///   - wrapper: A command that runs the line that follows it.
  func run(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String?] = [:],
    through wrapper: [String] = []
  ) throws -> Outcome {
    try start(arguments, in: folder, environment: environment, through: wrapper).finish()
  }

  /// Starts the program and goes on.
  func start(
    _ arguments: [String], in folder: URL? = nil, environment: [String: String?] = [:],
    through wrapper: [String] = []
  ) throws -> RunningProgram {
    let process = Process()
    let line = wrapper + [path] + arguments
    process.executableURL = URL(fileURLWithPath: line[0])
    process.arguments = Array(line.dropFirst())
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for (name, value) in environment { variables[name] = value }
    process.environment = variables
    return try RunningProgram(process)
  }
}

/// A run that may still be under way.
final class RunningProgram {
  private let process: Process
  // Files rather than pipes: nothing can fill up while the other end is not read.
  private let names = [UUID(), UUID()].map {
    FileManager.default.temporaryDirectory.appendingPathComponent("dlplot-\($0.uuidString)")
  }

  init(_ process: Process) throws {
    self.process = process
    let handles = try names.map { name in
      _ = FileManager.default.createFile(atPath: name.path, contents: nil)
      return try FileHandle(forWritingTo: name)
    }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    try process.run()
    for handle in handles { try handle.close() }
  }

  deinit {
    for name in names { try? FileManager.default.removeItem(at: name) }
  }

  /// Sends SIGKILL, which nothing can catch.
  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

  /// Waits for the end.
  func finish() throws -> Program.Outcome {
    process.waitUntilExit()
    let texts = try names.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    return Program.Outcome(status: process.terminationStatus, output: texts[0], error: texts[1])
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

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Writes a file and returns its path; folders in `name` are created.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let file = url.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }

  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }
  }
}
