import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Who of the processes of this machine may ask for the lock of a journal: one at a time.
///
/// A turn is a lock on one byte far behind the end of the journal, which the system lifts when the
/// process ends, however that comes. So whoever has it knows that a link which a process of this
/// program left on this machine belongs to nobody any more.
struct JournalTurn {
  private let descriptor: CInt
  /// Whether the turn excludes others: not every file system knows such locks.
  let isExclusive: Bool

  /// The byte before those of `TrialClaims`.
  private static let byte: off_t = (1 << 62) - 1

  /// Waits for the turn.
  ///
  /// - Parameter journal: Made, empty, where there is none.
  /// - Throws: `FileError.failed` where it can be neither opened nor made.
  init(of journal: String) throws(FileError) {
    let file = open(journal, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .failed(.write, path: journal, code: errno) }
    descriptor = file
    #if os(Linux)
      var lock = flock()
      lock.l_type = Int16(F_WRLCK)
      lock.l_whence = Int16(SEEK_SET)
      lock.l_start = Self.byte
      lock.l_len = 1
      // F_OFD_SETLKW, which Swift does not import: of the open file, not of the process.
      var status = fcntl(file, 38, &lock)
      while status != 0 && errno == EINTR { status = fcntl(file, 38, &lock) }
      isExclusive = status == 0
    #else
      isExclusive = false
    #endif
  }

  /// Gives the turn to the next.
  func end() { close(descriptor) }
}

/// The mark by which a link tells that this program made it on this machine.
///
/// What a link points to must be the journal, for Optuna looks at its age. `./study.jsonl` and
/// `.//study.jsonl` are the same file, so that a number can be written into the way to it.
enum JournalMark {
  /// Where a link beside a journal points to; the journal as it was given where the machine has no
  /// number.
  static func target(of journal: String) -> String { marked(journal) ?? journal }

  /// Whether the link at a path was made by this program, since this machine was started.
  static func isOurs(_ link: String, of journal: String) -> Bool {
    guard let marked = marked(journal) else { return false }
    return FileSystem.link(at: link) == marked
  }

  private static func marked(_ journal: String) -> String? {
    guard let machine else { return nil }
    let name = journal.split(separator: "/").last ?? ""
    return (0..<32).map { machine >> $0 & 1 == 0 ? "./" : ".//" }.joined() + name
  }

  /// A number of this machine since it was started; nil where it has none.
  ///
  /// - Source: Fowler, Noll, Vo, 32 bits; RFC 9923.
  private static let machine: UInt32? = {
    guard let bytes = try? InputFile.read("/proc/sys/kernel/random/boot_id", limit: 100),
      !bytes.isEmpty
    else { return nil }
    return bytes.reduce(0x811c_9dc5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }()
}
