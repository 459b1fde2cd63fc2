#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file of lines that only grows, and whose whole lines survive whatever stops its writers.
package enum LineFile {
  /// Appends lines and syncs them to the disk; a file that is not there is made.
  ///
  /// What a writer that died left behind the last line feed is completed where it is a whole line,
  /// and otherwise taken away. Where not all of the new bytes can be written, as on a full disk,
  /// none of them stay. Writers must exclude each other.
  ///
  /// - Parameters:
  ///   - lines: Whole lines, each with its line feed.
  ///   - isWhole: Whether the bytes behind the last line feed are a line that lacks only its end.
  /// - Throws: `FileError.failed`, `FileError.notRegularFile`.
  package static func append(
    _ lines: [UInt8], to path: String, isWhole: (ArraySlice<UInt8>) -> Bool
  ) throws(FileError) {
    do throws(SystemError) {
      let file = try retrying { open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o666) }.get()
      defer { close(file) }
      var status = stat()
      _ = try retrying { fstat(file, &status) }.get()
      let kind = FileSystem.kind(ofMode: status.st_mode)
      guard kind == .file else { throw SystemError(code: EISDIR) }
      let size = Int(status.st_size)
      let tail = try tail(of: file, size: size)
      var kept = size
      var bytes = lines
      if !tail.isEmpty {
        if isWhole(tail[...]) {
          bytes.insert(UInt8(ascii: "\n"), at: 0)
        } else {
          kept = size - tail.count
          _ = try retrying { ftruncate(file, off_t(kept)) }.get()
        }
      }
      do throws(SystemError) {
        try writeAll(bytes, to: file)
        _ = try retrying { fsync(file) }.get()
      } catch {
        _ = retrying { ftruncate(file, off_t(kept)) }
        throw error
      }
    } catch {
      throw .failed(.write, path: path, code: error.code)
    }
  }

  /// The place of the first line feed from a place on, found by the C library: files are of hundreds
  /// of megabytes.
  package static func lineFeed(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let bytes = UnsafeRawBufferPointer(bytes)
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(UInt8(ascii: "\n")), bytes.count - start)
    else { return nil }
    return base.distance(to: UnsafeRawPointer(found))
  }

  /// The bytes behind the last line feed.
  private static func tail(of file: Int32, size: Int) throws(SystemError) -> [UInt8] {
    var start = size
    var tail: [UInt8] = []
    while start > 0 {
      let count = min(start, 1 << 16)
      var piece = [UInt8](repeating: 0, count: count)
      var filled = 0
      while filled < count {
        let outcome = piece.withUnsafeMutableBytes { buffer in
          retrying {
            pread(
              file, buffer.baseAddress.map { $0 + filled }, count - filled,
              off_t(start - count + filled))
          }
        }
        let got = try outcome.get()
        guard got > 0 else { throw SystemError(code: EIO) }
        filled += got
      }
      if let feed = piece.lastIndex(of: UInt8(ascii: "\n")) { return piece[(feed + 1)...] + tail }
      tail = piece + tail
      start -= count
    }
    return tail
  }
}
