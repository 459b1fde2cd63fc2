package import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Which trials of a journal are being worked on, by processes of this machine.
///
/// A claim is a lock on one byte of the journal, far behind its end: the system lifts it when the
/// process ends, however that comes, so that a trial whose worker was killed is free at once and
/// none is run twice at a time. Nothing is written for it.
package final class TrialClaims: @unchecked Sendable {
  private let descriptor: CInt
  private let path: String
  /// The byte of the study's first trial.
  private let start: off_t

  /// A byte behind the end of any journal, and the bytes of each study.
  private static let firstByte: off_t = 1 << 62
  private static let perStudy: off_t = 1 << 32

  /// - Parameters:
  ///   - journal: A journal that is there.
  ///   - study: The study's id, by the order of creation.
  /// - Throws: `FileError.failed`.
  package init(of journal: String, study: Int) throws(FileError) {
    path = journal
    start = Self.firstByte + off_t(study) * Self.perStudy
    descriptor = open(journal, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw .failed(.lock, path: journal, code: errno) }
  }

  deinit { close(descriptor) }

  /// Claims a trial for this object; false where another has it.
  ///
  /// - Throws: `FileError.failed` where the file system knows no such locks.
  package func claim(_ number: Int) throws(FileError) -> Bool {
    if set(F_WRLCK, number) { return true }
    let code = errno
    if code == EACCES || code == EAGAIN { return false }
    throw .failed(.lock, path: path, code: code)
  }

  /// Gives a claim back.
  package func release(_ number: Int) { _ = set(F_UNLCK, number) }

  private func set(_ type: CInt, _ number: Int) -> Bool {
    var lock = flock()
    lock.l_type = Int16(type)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = start + off_t(number)
    lock.l_len = 1
    #if os(Linux)
      // The lock of an open file, not of the process: closing another descriptor of the journal
      // would lift the latter. Swift does not import F_OFD_SETLK of Linux.
      let command: CInt = 37
    #else
      let command = F_SETLK
    #endif
    return fcntl(descriptor, command, &lock) == 0
  }
}
