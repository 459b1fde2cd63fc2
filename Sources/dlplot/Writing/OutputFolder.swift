#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A folder that figures go to.
enum OutputFolder {
  /// Makes the folder and those above it, where they are not there yet.
  ///
  /// - Throws: `OutputFolderError` where the system refuses.
  static func make(_ path: String) throws(OutputFolderError) {
    var made = ""
    for part in path.split(separator: "/", omittingEmptySubsequences: false) {
      made += made.isEmpty && !path.hasPrefix("/") ? String(part) : "/" + part
      if part.isEmpty || part == "." || part == ".." { continue }
      if mkdir(made, 0o777) != 0 && errno != EEXIST {
        throw OutputFolderError(path: made, code: errno)
      }
    }
    var status = stat()
    guard stat(path.isEmpty ? "." : path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw OutputFolderError(path: path, code: ENOTDIR)
    }
  }
}

/// A folder that cannot be made.
struct OutputFolderError: Error, Equatable, CustomStringConvertible {
  let path: String
  let code: Int32

  var description: String {
    "cannot make the folder \(path): \(String(cString: strerror(code)).lowercased())"
  }

  /// Whether the machine rather than the input is at fault.
  var isMachineFault: Bool { [ENOSPC, EIO, EDQUOT, EROFS].contains(code) }
}
