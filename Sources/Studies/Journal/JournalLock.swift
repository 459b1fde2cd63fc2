import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The lock under which a line is appended to a journal: that of Optuna's JournalFileSymlinkLock.
///
/// It is a symbolic link beside the journal, `<journal>.lock`; whoever makes it has the lock. A link
/// that a process of this program left behind on this machine is taken away at once, any other when
/// nobody has touched it for `grace`.
enum JournalLock {
  /// Time after which an untouched lock counts as left behind; Optuna's is the same.
  static let grace: Duration = .seconds(30)

  /// Runs `body` while the lock of a journal is held.
  ///
  /// - Parameter grace: Time after which an untouched lock is taken away.
  /// - Throws: `FileError.failed` where the journal or the link cannot be made; what `body` throws.
  static func hold<Value>(
    of journal: String, grace: Duration = JournalLock.grace, _ body: () throws -> Value
  ) throws -> Value {
    let path = journal + ".lock"
    let turn = try JournalTurn(of: journal)
    defer { turn.end() }
    try take(path, of: journal, grace: grace, hasTurn: turn.isExclusive)
    // In one step, so that a process that is killed leaves no more behind than the link itself.
    defer { unlink(path) }
    return try body()
  }

  private static func take(
    _ path: String, of journal: String, grace: Duration, hasTurn: Bool
  ) throws(FileError) {
    let target = JournalMark.target(of: journal)
    let clock = ContinuousClock()
    var seen: Stamp?
    var since = clock.now
    var pause = 1
    while symlink(target, path) != 0 {
      guard errno == EEXIST else { throw .failed(.lock, path: path, code: errno) }
      if hasTurn && JournalMark.isOurs(path, of: journal) {
        unlink(path)
        continue
      }
      // It may have gone in the meantime; then the next attempt takes it.
      if let stamp = Stamp(of: path) {
        if stamp != seen {
          (seen, since) = (stamp, clock.now)
        } else if clock.now - since > grace {
          unlink(path)
          (seen, pause) = (nil, 1)
          continue
        }
      }
      var time = timespec(tv_sec: pause / 1000, tv_nsec: pause % 1000 * 1_000_000)
      nanosleep(&time, nil)
      pause = min(2 * pause, 100)
    }
  }

  /// Which link stands there.
  private struct Stamp: Equatable {
    var inode: UInt64
    var seconds: Int
    var nanoseconds: Int

    init?(of path: String) {
      var status = stat()
      guard lstat(path, &status) == 0 else { return nil }
      inode = UInt64(status.st_ino)
      #if canImport(Darwin)
        (seconds, nanoseconds) = (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
      #else
        (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
      #endif
    }
  }
}
