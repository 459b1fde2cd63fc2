#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The few questions that are asked of the file system.
package enum FileSystem {
  /// What `path` leads to, symbolic links followed; nil where nothing is.
  ///
  /// - Throws: `FileError.failed` where that cannot be told, for example in a closed folder.
  package static func kind(of path: String) throws(FileError) -> FileKind? {
    var status = stat()
    if stat(path, &status) == 0 {
      return kind(ofMode: status.st_mode)
    }
    if errno == ENOENT || errno == ENOTDIR {
      return nil
    }
    throw .failed(.open, path: path, code: errno)
  }

  /// The same from the mode that `stat` reports.
  static func kind(ofMode mode: mode_t) -> FileKind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  /// Size of the file in bytes; nil where there is none.
  package static func size(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : nil
  }

  /// Fails unless the names in `folder` can be read and followed.
  ///
  /// - Throws: `FileError.failed` with the system's reason.
  package static func checkAccess(toFolder folder: String) throws(FileError) {
    // Opening takes the right to read it, the way to its entry "." the right to follow its names;
    // access(2) would ask for another user where a program is set-uid.
    let descriptor = open(Path.join(folder, "."), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .failed(.read, path: folder, code: errno) }
    close(descriptor)
  }

  /// The absolute path without symbolic links; nil where nothing is.
  package static func realPath(of path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Creates `folder` and those above it that are missing, open to their owner alone.
  ///
  /// - Throws: `FileError.failed`, also where a file is in the way.
  package static func createFolder(_ folder: String) throws(FileError) {
    if mkdir(folder, 0o700) == 0 {
      return
    }
    let code = errno
    switch code {
    case EEXIST:
      guard try kind(of: folder) == .folder else {
        throw .failed(.createFolder, path: folder, code: ENOTDIR)
      }
    case ENOENT:
      let parent = Path.parent(of: folder)
      guard parent != folder else { throw .failed(.createFolder, path: folder, code: code) }
      try createFolder(parent)
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
        throw .failed(.createFolder, path: folder, code: errno)
      }
    default:
      throw .failed(.createFolder, path: folder, code: code)
    }
  }
}
