import Files
import Provenance

/// Reads a journal, and what others append to it later.
struct JournalReader {
  let path: String
  private(set) var replay = JournalReplay()
  /// Bytes that were applied: whole lines.
  private var offset = 0
  private var lineCount = 0

  /// Bytes of the largest journal that is read.
  static let mostBytes = 1 << 32

  init(path: String) { self.path = path }

  /// Applies the whole lines that are new.
  ///
  /// What follows the last line feed is being written, or was left half written by a process that
  /// died; it is not looked at.
  ///
  /// - Throws: `FileError`; `StudyError` for a line that is none of a journal, those before it
  ///   stay applied.
  mutating func readOn() throws {
    let file = try InputFile(path: path)
    guard file.size >= offset else {
      throw StudyError.journalShrank(path: path, byte: file.size)
    }
    guard file.size - offset <= Self.mostBytes else {
      throw FileError.tooLarge(path: path, limit: Self.mostBytes)
    }
    guard file.size > offset else { return }
    let bytes = try file.bytes(from: offset)
    var start = 0
    while let end = LineFile.lineFeed(in: bytes, from: start) {
      do throws(JournalLineError) {
        try replay.apply(try JournalLine(bytes[start..<end]))
      } catch {
        if lineCount == 0 { throw notAJournal(bytes) }
        throw StudyError.corruptLine(path: path, line: lineCount + 1, reason: error.description)
      }
      lineCount += 1
      offset += end + 1 - start
      start = end + 1
    }
    if lineCount == 0 && !Self.mayBegin(bytes[...]) { throw notAJournal(bytes) }
  }

  private func notAJournal(_ bytes: [UInt8]) -> StudyError {
    bytes.starts(with: StudyFile.databaseStart)
      ? .database(path: path) : .notAJournal(path: path)
  }

  /// Whether bytes without a line feed can be the beginning of a journal.
  private static func mayBegin(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first == UInt8(ascii: "{")
  }
}
