#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Why a file cannot be written.
package struct OutputError: Error, Equatable, CustomStringConvertible {
  package let path: String
  package let reason: String

  /// A path that the user chose wrongly is bad input; a full disk is the machine's.
  package let isMachineFault: Bool

  init(path: String, _ error: SystemError) {
    self.path = path
    reason = error.reason
    isMachineFault = ![ENOENT, ENOTDIR, EISDIR, EACCES, EPERM, ENAMETOOLONG, ELOOP].contains(
      error.code)
  }

  package var description: String { "cannot write \(path): \(reason)" }
}

/// Writes files whole or not at all.
package enum OutputFile {
  /// Replaces the file at a path by these bytes.
  ///
  /// The bytes go to a temporary file in the same folder, are synced, and take the name at the very
  /// end: whoever stops the program, the name has the old content or the new one. A link is
  /// followed, an existing file keeps its mode. What is no regular file (a pipe, a device) is
  /// written straight.
  ///
  /// - Throws: `OutputError` that names the path and the reason.
  package static func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    do throws(SystemError) {
      var status = stat()
      if stat(path, &status) == 0 {
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw SystemError(code: EISDIR)
        default:
          try writeStraight(bytes, to: path)
          return
        }
        // A file that may not be written is not replaced behind its owner's back.
        if access(path, W_OK) != 0 { throw SystemError(code: errno) }
        try replace(resolved(path), by: bytes, mode: status.st_mode & 0o777)
      } else if errno == ENOENT {
        try replace(target(ofLink: path), by: bytes, mode: nil)
      } else {
        throw SystemError(code: errno)
      }
    } catch {
      throw OutputError(path: path, error)
    }
  }

  /// Writes all bytes to an open file, such as standard output.
  package static func write(_ bytes: [UInt8], toOpenFile file: Int32) throws(OutputError) {
    do throws(SystemError) {
      try writeAll(bytes, to: file)
    } catch {
      throw OutputError(path: "standard output", error)
    }
  }

  private static func replace(
    _ path: String, by bytes: [UInt8], mode: mode_t?
  ) throws(SystemError) {
    let folder = Folder.parent(of: path)
    let temporary = "\(folder)/.dlplot-\(getpid())-\(UInt64.random(in: 0...UInt64.max))"
    let created = retrying {
      open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode ?? 0o666)
    }
    let file = try created.get()
    do throws(SystemError) {
      try writeAll(bytes, to: file)
      if let mode, fchmod(file, mode) != 0 { throw SystemError(code: errno) }
      _ = try retrying { fsync(file) }.get()
      if close(file) != 0 { throw SystemError(code: errno) }
    } catch {
      close(file)
      unlink(temporary)
      throw error
    }
    guard rename(temporary, path) == 0 else {
      let error = SystemError(code: errno)
      unlink(temporary)
      throw error
    }
  }

  private static func writeStraight(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let file = try retrying { open(path, O_WRONLY | O_CLOEXEC) }.get()
    defer { close(file) }
    try writeAll(bytes, to: file)
  }

  private static func writeAll(_ bytes: [UInt8], to file: Int32) throws(SystemError) {
    var done = 0
    while done < bytes.count {
      let outcome = bytes.withUnsafeBytes { buffer in
        retrying { systemWrite(file, buffer.baseAddress?.advanced(by: done), bytes.count - done) }
      }
      done += try outcome.get()
    }
  }

  /// The path with all links resolved.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  /// Where a link points whose target does not exist yet; the path itself if it is no link.
  private static func target(ofLink path: String) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return path }
    let link = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    return link.hasPrefix("/") ? link : "\(Folder.parent(of: path))/\(link)"
  }
}

/// `write(2)` under a name that no method hides.
private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}
