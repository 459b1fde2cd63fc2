import Files

/// Whole lines of a journal, read into memory that is used again for the next ones: new memory for
/// hundreds of megabytes takes longer than what is read into it.
struct JournalPiece: Sendable {
  /// The lines, and whatever was read behind them.
  private var bytes: [UInt8] = []
  /// Bytes of the lines with their line feeds; 0 where there was no whole line.
  private(set) var byteCount = 0

  /// Bytes that are read at a time: so many that a thread is worth its start, and so few that what
  /// they say fits into the caches.
  private static let size = 1 << 18

  /// Reads the whole lines at a place: at least one, however long, if there is one before the end
  /// that the file had when it was opened.
  ///
  /// - Throws: `FileError`.
  mutating func read(from file: borrowing InputFile, at place: Int) throws(FileError) {
    byteCount = 0
    var size = min(Self.size, file.size - place)
    while size > 0 {
      if bytes.count < size {
        guard MemoryTrial.succeeds(for: size) else {
          throw .outOfMemory(path: file.path, bytes: size)
        }
        bytes = [UInt8](repeating: 0, count: size)
      }
      let found = bytes.withUnsafeMutableBytes { buffer in
        Result { () throws(FileError) in
          let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<size])
          let got = try file.read(into: part, at: place)
          return part[..<got].lastIndex(of: UInt8(ascii: "\n"))
        }
      }
      if let end = try found.get() {
        byteCount = end + 1
        return
      }
      if size == file.size - place { return }
      size = min(2 * size, file.size - place)
    }
  }

  /// What the lines say, up to the first that says nothing.
  var events: JournalEvents {
    bytes.withUnsafeBufferPointer {
      Self.events(of: UnsafeBufferPointer(rebasing: $0[..<byteCount]))
    }
  }

  private static func events(of text: UnsafeBufferPointer<UInt8>) -> JournalEvents {
    var result = JournalEvents()
    var memo = JournalMemo()
    while let end = LineFile.lineFeed(in: text, from: result.byteCount) {
      do throws(JournalLineError) {
        let line = try JournalLine(text[result.byteCount..<end], likely: memo.likelySpace)
        result.events.append(try JournalEvent(line, &memo))
      } catch {
        result.failure = error
        break
      }
      result.byteCount = end + 1
    }
    return result
  }
}

/// What lines of a journal say, in their order.
struct JournalEvents: Sendable {
  var events: [JournalEvent] = []
  /// Bytes of these lines.
  var byteCount = 0
  /// What is wrong with the line behind them.
  var failure: JournalLineError?
}
