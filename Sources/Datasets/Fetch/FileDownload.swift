internal import Files

/// The download of one file, over as many attempts and mirrors as it takes.
struct FileDownload: ~Copyable {
  /// How often one mirror is asked to go on after a connection broke.
  private static let maximumResumptions = 3

  private let file: PublishedFile
  private let curl: Curl
  private var part: PartialFile
  /// True when what is there did not come in one go, so that its pieces may not fit together.
  private var isPieced: Bool

  /// - Parameter path: Where the complete file goes; what is there is replaced.
  /// - Throws: `FileError`.
  init(_ file: PublishedFile, to path: String, curl: Curl) throws(FileError) {
    let part = try PartialFile(for: path)
    self.file = file
    self.curl = curl
    isPieced = part.byteCount > 0
    self.part = part
  }

  /// Tries each mirror until the file is complete and right, then puts it into place.
  ///
  /// - Throws: `FetchError`, `FileError`, `ChecksumError`.
  consuming func run(from mirrors: [String], report: (FetchEvent) -> Void) throws {
    var attempts: [FetchError.Attempt] = []
    for mirror in mirrors {
      guard let reason = try download(from: mirror, report: report) else {
        try part.moveIntoPlace()
        return
      }
      report(.mirrorFailed(file: file.name, mirror: mirror, reason: reason))
      attempts.append(FetchError.Attempt(mirror: mirror, reason: reason))
    }
    throw FetchError.unreachable(file: file.name, attempts: attempts)
  }

  /// Downloads from one mirror, going on where a connection broke and starting over once where
  /// the pieces do not fit together.
  ///
  /// - Returns: nil when the file is complete and right, else why this mirror does not deliver.
  private mutating func download(
    from mirror: String, report: (FetchEvent) -> Void
  ) throws -> String? {
    var resumptions = 0
    var hasStartedOver = false
    while true {
      let before = part.byteCount
      let outcome = try transfer(from: mirror, report: report)
      switch outcome {
      case .complete:
        guard let mismatch = try file.mismatch(at: part.path) else { return nil }
        let mayHelp = isPieced && !hasStartedOver
        try startOver()
        guard mayHelp else { return mismatch }
        report(.startingOver(file: file.name, mirror: mirror, reason: mismatch))
        hasStartedOver = true
      case .cannotResume(let reason):
        guard !hasStartedOver else { return reason }
        try startOver()
        report(.startingOver(file: file.name, mirror: mirror, reason: reason))
        hasStartedOver = true
      case .interrupted(let reason):
        isPieced = part.byteCount > 0
        guard part.byteCount > before, resumptions < Self.maximumResumptions else { return reason }
        report(.resuming(file: file.name, mirror: mirror, reason: reason))
        resumptions += 1
      case .failed(let reason):
        isPieced = part.byteCount > 0
        return reason
      }
    }
  }

  /// One run of curl, or none where the bytes are there already.
  private mutating func transfer(
    from mirror: String, report: (FetchEvent) -> Void
  ) throws -> Curl.Outcome {
    guard part.byteCount < file.byteCount else { return .complete }
    report(.started(file: file.name, mirror: mirror, offset: part.byteCount))
    do {
      return try curl.download(mirror + file.name, from: part.byteCount) { bytes in
        try part.append(bytes)
        report(.received(file: file.name, byteCount: part.byteCount))
        // It cannot be the file any more, and the disk should not be filled.
        if part.byteCount > file.byteCount { throw TooLong() }
      }
    } catch is TooLong {
      return .complete
    }
  }

  private mutating func startOver() throws(FileError) {
    try part.empty()
    isPieced = false
  }

  /// The server sends more than the file has.
  private struct TooLong: Error {}
}
