import Glibc

/// A folder for one test, removed with all that is in it.
final class ScratchFolder: Sendable {
  let path: String

  init() {
    var template = Array("/tmp/dlplot-datasets-XXXXXX".utf8CString)
    path = mkdtemp(&template).map { String(cString: $0) } ?? ""
    precondition(!path.isEmpty, "no scratch folder")
    // Other users may look in, see `withoutPrivileges`.
    chmod(path, 0o755)
  }

  deinit {
    removeTree(path)
  }

  /// Writes a file and returns its path; folders in `name` are created.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) -> String {
    if let slash = name.lastIndex(of: "/") {
      makeFolder(String(name[..<slash]))
    }
    let file = path + "/" + name
    guard let stream = fopen(file, "wb") else { preconditionFailure("cannot write \(file)") }
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
    return file
  }

  @discardableResult
  func makeFolder(_ name: String) -> String {
    var folder = path
    for part in name.split(separator: "/") {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    return folder
  }

  /// The bytes of a file in this folder; nil where there is none.
  func read(_ name: String) -> [UInt8]? {
    bytes(ofFile: path + "/" + name)
  }

  func exists(_ name: String) -> Bool {
    access(path + "/" + name, F_OK) == 0
  }
}

/// Removes a file, or a folder with all that is in it.
private func removeTree(_ path: String) {
  guard remove(path) != 0, errno == ENOTEMPTY, let folder = opendir(path) else { return }
  defer { closedir(folder) }
  while let entry = readdir(folder) {
    let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    if name != ".", name != ".." { removeTree(path + "/" + name) }
  }
  rmdir(path)
}

/// The bytes of a file; nil where there is none.
func bytes(ofFile path: String) -> [UInt8]? {
  guard let stream = fopen(path, "rb") else { return nil }
  defer { fclose(stream) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&buffer, 1, buffer.count, stream)
    if count == 0 { return bytes }
    bytes += buffer[..<count]
  }
}

/// The folder `data` of the checkout.
let bundledDataFolder = {
  let parts = #filePath.split(separator: "/").dropLast(4)
  return "/" + parts.joined(separator: "/") + "/data"
}()

/// Runs `body` with the file permissions of the user nobody; root itself is refused nothing.
///
/// On Linux they belong to the thread, so other tests do not notice.
@discardableResult
func withoutPrivileges<Value>(_ body: () throws -> Value) rethrows -> Value {
  guard geteuid() == 0 else { return try body() }
  let nobody: uid_t = 65534
  setFileSystemUser(nobody)
  defer { setFileSystemUser(0) }
  return try body()
}

private func setFileSystemUser(_ user: uid_t) {
  typealias Function = @convention(c) (uid_t) -> CInt
  // <sys/fsuid.h> is not among the headers that Swift imports.
  guard let symbol = dlsym(nil, "setfsuid") else { preconditionFailure("no setfsuid") }
  let function = unsafeBitCast(symbol, to: Function.self)
  _ = function(user)
  precondition(function(user) == CInt(bitPattern: user), "setfsuid had no effect")
}
