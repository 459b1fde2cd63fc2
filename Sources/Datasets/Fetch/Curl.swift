#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Downloads by the program curl, which brings TLS, proxies and redirects along.
///
/// Its output comes through a pipe, so that we count what arrives, can stop it, and no curl goes on
/// writing to a file when this process has been killed.
package struct Curl: Sendable {
  /// How a download ended.
  enum Outcome: Equatable {
    /// curl is content; whether the bytes are right is for the checksum to say.
    case complete
    /// The connection broke; going on from there makes sense.
    case interrupted(reason: String)
    /// The server cannot send the rest only.
    case cannotResume(reason: String)
    case failed(reason: String)
  }

  /// Looked up in PATH unless it has a slash.
  package var program: String
  /// `NAME=value` lines for curl, among them those that name proxies; nil for those of this
  /// process.
  package var environment: [String]?

  package init(program: String = "curl", environment: [String]? = nil) {
    self.program = program
    self.environment = environment
  }

  /// Downloads `url` from the byte at `offset` on.
  ///
  /// - Parameter onBytes: Gets each piece as it comes; if it throws, curl is stopped.
  /// - Throws: `FetchError.curlMissing`, `FetchError.cannotStart`, or what `onBytes` throws.
  func download(
    _ url: String, from offset: Int, onBytes: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> Outcome {
    let child = ChildProcess(
      program: program, arguments: Self.arguments(for: url, from: offset),
      environment: environment)
    do {
      let (ending, errorText) = try child.run(onOutput: onBytes)
      return Self.outcome(ending, errorText: errorText)
    } catch FetchError.cannotStart(_, code: ENOENT) {
      throw FetchError.curlMissing
    }
  }

  /// - Source: the manual page curl(1).
  private static func arguments(for url: String, from offset: Int) -> [String] {
    // -q comes first, or else ~/.curlrc is read.
    ["-q", "--fail", "--location", "--silent", "--show-error", "--globoff"]
      + ["--max-redirs", "10"]
      + ["--proto", "=https,http,file", "--proto-redir", "=https,http"]
      // A server that sends nothing for a minute is given up.
      + ["--connect-timeout", "30", "--speed-limit", "1", "--speed-time", "60"]
      + (offset > 0 ? ["--continue-at", String(offset)] : [])
      + ["--url", url]
  }

  private static func outcome(_ ending: ChildProcess.Ending, errorText: String) -> Outcome {
    let reason = reason(in: errorText, ending)
    switch ending {
    case .exited(0): return .complete
    // 18 partial file, 28 time-out, 52 empty reply, 55 and 56 send and receive errors, 92 a broken
    // HTTP/2 stream.
    case .exited(let code) where [18, 28, 52, 55, 56, 92].contains(code):
      return .interrupted(reason: reason)
    // 33 no ranges, 36 bad resume.
    case .exited(let code) where [33, 36].contains(code): return .cannotResume(reason: reason)
    case .exited, .killed: return .failed(reason: reason)
    }
  }

  /// curl's own words, such as "(6) Could not resolve host: example.org".
  private static func reason(in errorText: String, _ ending: ChildProcess.Ending) -> String {
    let line = errorText.split(separator: "\n").last.map(String.init) ?? ""
    let words = line.hasPrefix("curl: ") ? String(line.dropFirst("curl: ".count)) : line
    let printable = String(words.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
    guard printable.isEmpty else { return "curl: " + printable }
    switch ending {
    case .exited(let code): return "curl: exit status \(code)"
    case .killed(let signal): return "curl: killed by signal \(signal)"
    }
  }
}
