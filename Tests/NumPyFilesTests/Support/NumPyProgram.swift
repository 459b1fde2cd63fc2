import Foundation

/// A Python that has NumPy: the one that DLPLOT_PYTHON names, or `python3`.
enum NumPyProgram {
  static let isThere: Bool = (try? run(["-c", "import numpy"]))?.status == 0

  /// Runs Python with the arguments and gives what it wrote.
  static func run(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let program = ProcessInfo.processInfo.environment["DLPLOT_PYTHON"] ?? "python3"
    process.arguments = [program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
