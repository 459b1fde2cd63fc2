internal import DenseMath
import Files
import Provenance
internal import Synchronization

/// Reads a journal, and what others append to it later.
struct JournalReader {
  let path: String
  private var applied = Applied()

  /// Bytes of the largest journal that is read.
  static let mostBytes = 1 << 32

  init(path: String) { self.path = path }

  /// What the lines so far come to.
  var replay: JournalReplay { applied.replay }

  /// What was applied: whole lines.
  private struct Applied: Sendable {
    var replay = JournalReplay()
    var byteCount = 0
    var lineCount = 0

    /// - Throws: What is wrong with the line behind those that were applied.
    mutating func apply(_ pieces: [JournalEvents]) throws(JournalLineError) {
      for piece in pieces {
        for event in piece.events { replay.apply(event) }
        byteCount += piece.byteCount
        lineCount += piece.events.count
        if let failure = piece.failure { throw failure }
      }
    }
  }

  /// Applies the whole lines that are new.
  ///
  /// What follows the last line feed is being written, or was left half written by a process that
  /// died; it is not looked at.
  ///
  /// - Throws: `FileError`; `StudyError` for a line that is none of a journal, those before it
  ///   stay applied.
  mutating func readOn() throws {
    let file = try InputFile(path: path)
    guard file.size >= applied.byteCount else {
      throw StudyError.journalShrank(path: path, byte: file.size)
    }
    guard file.size - applied.byteCount <= Self.mostBytes else {
      throw FileError.tooLarge(path: path, limit: Self.mostBytes)
    }
    guard file.size > applied.byteCount else { return }
    do {
      try readOn(file)
    } catch let error as JournalLineError {
      if applied.lineCount == 0 { throw try notAJournal(file) }
      throw StudyError.corruptLine(
        path: path, line: applied.lineCount + 1, reason: error.description)
    }
    if applied.lineCount == 0, try file.start(1) != [UInt8(ascii: "{")] {
      throw try notAJournal(file)
    }
  }

  /// Pieces that are taken apart at a time, by so many threads at most.
  private static let piecesAtOnce = 8
  private static let threads = 4

  /// Takes pieces apart, several at a time, while those before them are applied in their order.
  private mutating func readOn(_ file: borrowing InputFile) throws {
    var pieces = [JournalPiece](repeating: JournalPiece(), count: Self.piecesAtOnce)
    var place = applied.byteCount
    let applied = Mutex(self.applied)
    // Held in one place alone, for what is held in two is copied when it changes.
    self.applied = Applied()
    defer { self.applied = applied.withLock { $0 } }
    var events: [JournalEvents] = []
    repeat {
      for index in pieces.indices {
        try pieces[index].read(from: file, at: place)
        place += pieces[index].byteCount
      }
      let (known, next) = (events, pieces.filter { $0.byteCount > 0 })
      // One piece alone, as another process appends it, is not worth a thread.
      let threads = next.count > 1 ? Self.threads : 1
      events = try Parallel.map(count: 1 + next.count, threads: threads) {
        index throws(JournalLineError) -> JournalEvents? in
        if index > 0 { return next[index - 1].events }
        try applied.withLock { applied throws(JournalLineError) in try applied.apply(known) }
        return nil
      }.compactMap { $0 }
    } while !events.isEmpty
  }

  private func notAJournal(_ file: borrowing InputFile) throws(FileError) -> StudyError {
    let start = StudyFile.databaseStart
    return try file.start(start.count) == start
      ? .database(path: path) : .notAJournal(path: path)
  }
}
