#if canImport(Glibc)
  package import Glibc
#elseif canImport(Darwin)
  package import Darwin
#endif

/// A folder that is removed, with what lies in it, when its owner goes.
package final class TemporaryFolder {
  package let path: String

  package init() throws {
    var template = Array("/tmp/dlplot-tests-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(code: errno) }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  private struct Failure: Error { let code: Int32 }

  /// The path of a name in the folder.
  package subscript(name: String) -> String { "\(path)/\(name)" }

  package func makeFolder(_ name: String) { mkdir(self[name], 0o755) }

  /// Writes a file by means of its own.
  package func put(_ bytes: [UInt8], _ name: String, mode: mode_t = 0o644) throws {
    let file = open(self[name], O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0, write(file, bytes, bytes.count) == bytes.count, fchmod(file, mode) == 0
    else { throw Failure(code: errno) }
    close(file)
  }

  /// Names in the folder in order, without `.` and `..`.
  package var names: [String] { Self.names(in: path).sorted() }

  private static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  private static func remove(_ path: String) {
    chmod(path, 0o755)
    for name in names(in: path) {
      let inner = "\(path)/\(name)"
      if unlink(inner) != 0 { remove(inner) }
    }
    rmdir(path)
  }
}
