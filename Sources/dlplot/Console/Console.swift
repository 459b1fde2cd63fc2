#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Standard output and standard error, written at once and in full.
enum Console {
  /// Writes a line to standard output.
  ///
  /// - Throws: `ConsoleError` where it cannot be written; a reader that went away (a closed pipe)
  ///   is no fault of the run.
  static func output(_ text: String) throws(ConsoleError) {
    let code = write(text + "\n", to: STDOUT_FILENO)
    guard code == 0 || code == EPIPE else { throw ConsoleError(code: code) }
  }

  /// Writes a line to standard error; where that fails there is nowhere to say so.
  static func error(_ text: String) { _ = write(text + "\n", to: STDERR_FILENO) }

  /// - Returns: The number of the error that stopped it, or 0.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while let start = rest.baseAddress, !rest.isEmpty {
        #if canImport(Glibc)
          let count = Glibc.write(descriptor, start, rest.count)
        #else
          let count = Darwin.write(descriptor, start, rest.count)
        #endif
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
      return 0
    }
  }
}

/// Why standard output does not take what is said.
struct ConsoleError: MachineFaultError, Equatable, CustomStringConvertible {
  /// The system's error number.
  let code: Int32

  var isMachineFault: Bool { true }

  var description: String {
    let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
    return "cannot write standard output: \(reason.prefix(1).lowercased())\(reason.dropFirst())"
  }
}
