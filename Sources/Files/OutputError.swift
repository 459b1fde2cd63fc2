#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why a file cannot be written: the path as the user gave it, and the system's error number.
package struct OutputError: Error, Equatable {
  package let path: String
  package let code: Int32

  init(path: String, _ error: SystemError) {
    self.path = path
    code = error.code
  }

  /// False where the path itself is wrong: a folder, below a file, in a folder that does not exist
  /// or that the user may not write to.
  package var isMachineFault: Bool {
    ![EISDIR, ENOTDIR, ENOENT, ENAMETOOLONG, ELOOP, EACCES, EPERM].contains(code)
  }
}

extension OutputError: CustomStringConvertible {
  package var description: String {
    "cannot write \(path): \(code == ENOENT ? "no such folder" : systemReason(code))"
  }
}
