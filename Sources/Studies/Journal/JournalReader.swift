internal import DenseMath
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
    while true {
      let lines = Self.lines(in: bytes, from: start)
      if lines.isEmpty { break }
      try apply(lines, of: bytes)
      start = lines[lines.count - 1].upperBound + 1
    }
    if lineCount == 0 && !Self.mayBegin(bytes[...]) { throw notAJournal(bytes) }
  }

  /// Lines that are taken apart at a time, and by each thread: so many that a thread is worth its
  /// start, and so few that what they say fits into the caches.
  private static let linesAtOnce = 16_384
  private static let linesOfThread = 2048

  /// The next whole lines, without their line feeds.
  private static func lines(in bytes: [UInt8], from start: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = start
    while lines.count < linesAtOnce, let end = LineFile.lineFeed(in: bytes, from: start) {
      lines.append(start..<end)
      start = end + 1
    }
    return lines
  }

  /// Takes lines apart, several at a time, and applies them in their order.
  private mutating func apply(_ lines: [Range<Int>], of bytes: [UInt8]) throws {
    let size = Self.linesOfThread
    let parts = (lines.count + size - 1) / size
    let results = Parallel.map(count: parts, threads: min(parts, 4)) { part in
      let own = lines[part * size..<min((part + 1) * size, lines.count)]
      let (start, end) = (own[own.startIndex].lowerBound, own[own.endIndex - 1].upperBound)
      // A copy, for slices count their references in what they are slices of, and threads that do
      // so in one place wait for each other.
      let text = Array(bytes[start..<end])
      var memo = JournalMemo()
      return own.map { line in
        Result { () throws(JournalLineError) in
          let line = text[line.lowerBound - start..<line.upperBound - start]
          return try JournalEvent(try JournalLine(line, likely: memo.likelySpace), &memo)
        }
      }
    }
    for (line, result) in zip(lines, results.joined()) {
      switch result {
      case .success(let event): replay.apply(event)
      case .failure(let error):
        if lineCount == 0 { throw notAJournal(bytes) }
        throw StudyError.corruptLine(path: path, line: lineCount + 1, reason: error.description)
      }
      lineCount += 1
      offset += line.count + 1
    }
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
