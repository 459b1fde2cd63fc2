/// A file among those that a command was given of which nothing can be said; the others go on.
struct FailedFile {
  let path: String
  /// Exit status that the file alone would give.
  let status: Int32
  /// Why nothing can be said of it, in words that name it.
  let error: String

  init(_ path: String, _ error: any Error) {
    self.path = path
    status = ExitStatus(error).rawValue
    self.error = String(
      ErrorLine(FileFailure(path: path, reason: error)).text.dropFirst("dlplot: ".count))
  }

  /// Says so on standard error.
  func report() { Console.error("dlplot: " + error) }
}
