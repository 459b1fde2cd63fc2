internal import Files

/// A download that cannot be done.
package enum FetchError: DatasetsFailure {
  /// Nothing publishes the files of the set one by one.
  case noMirror(KnownDataset)
  /// Neither XDG_CACHE_HOME nor HOME says where the user's cache is.
  case noCacheFolder
  /// An address that curl should not be given.
  case invalidMirror(String)
  /// The program curl is not installed.
  case curlMissing
  /// The system does not start curl.
  case cannotStart(program: String, code: CInt)
  /// Another process is downloading into the folder.
  case busy(folder: String)
  /// No mirror delivers the file; one reason for each.
  case unreachable(file: String, attempts: [Attempt])

  /// A mirror and why it does not deliver.
  package struct Attempt: Equatable, Sendable {
    package let mirror: String
    package let reason: String
  }

  package var isMachineFault: Bool {
    switch self {
    case .noMirror, .noCacheFolder, .invalidMirror, .busy: false
    case .curlMissing, .cannotStart, .unreachable: true
    }
  }

  package var description: String {
    switch self {
    case .noMirror(let set):
      "cannot fetch \(set): it comes with the program (\(Self.fetchable))"
    case .noCacheFolder:
      "no folder to download into: neither XDG_CACHE_HOME nor HOME is set"
    case .invalidMirror(let text):
      "invalid --mirror: \(text) (an address that starts with https://, http:// or file://)"
    case .curlMissing:
      "curl is missing, which downloads files: apt-get install curl"
    case .cannotStart(let program, let code):
      "cannot start \(program): \(systemReason(code))"
    case .busy(let folder):
      "another download into \(folder) is under way"
    case .unreachable(let file, let attempts):
      "cannot fetch \(file): "
        + attempts.map { "\($0.mirror): \($0.reason)" }.joined(separator: "; ")
    }
  }

  private static var fetchable: String {
    KnownDataset.allCases.filter { !$0.mirrors.isEmpty }.map(\.rawValue).joined(separator: ", ")
  }
}
