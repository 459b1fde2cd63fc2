internal import Files

/// The `guard.json` of a folder on the disk.
package struct GuardFile: Equatable, Sendable {
  /// The folder that it guards, as it was given or found.
  package let folder: String

  package var path: String { Path.join(folder, GuardManifest.fileName) }

  package init(folder: String) {
    self.folder = folder
  }

  /// Whether there is one.
  package var exists: Bool { get throws { try FileSystem.kind(of: path) != nil } }

  /// Reads it.
  ///
  /// - Throws: `GuardError.noManifest`, `.notAFolder`, `.invalidManifest` with the reason of whatever is
  ///   wrong in it, `FileError`.
  package func read() throws -> GuardManifest {
    guard try exists else {
      let kind = try FileSystem.kind(of: folder)
      guard kind == .folder else { throw GuardError.notAFolder(path: folder, got: kind) }
      throw GuardError.noManifest(folder: folder)
    }
    let bytes = try InputFile.read(path, limit: 64 << 20)
    do {
      return try GuardManifest(bytes: bytes)
    } catch {
      throw GuardError.invalidManifest(path: path, reason: "\(error)")
    }
  }

  /// Writes it, whole or not at all.
  package func write(_ manifest: GuardManifest) throws {
    try OutputFile.write(try manifest.bytes(), to: path)
  }

  /// The one that guards a file or folder: in the nearest folder at or above it, by its real path,
  /// with the rest of the path below that.
  ///
  /// What does not exist any more is looked for from the nearest folder that does.
  ///
  /// - Throws: `GuardError.notGuarded`.
  package static func guarding(_ path: String) throws -> (file: GuardFile, below: String) {
    var folder = path
    var below = ""
    // Links are resolved above the last name alone: the name is what guard.json knows.
    if try FileSystem.kind(of: path) != .folder { (folder, below) = split(path) }
    while true {
      let isThere = try FileSystem.kind(of: folder) == .folder
      if isThere {
        let file = GuardFile(folder: folder)
        if try file.exists { return (file, below) }
      }
      guard let (parent, name) = above(folder, isThere: isThere) else { break }
      (folder, below) = (parent, below.isEmpty ? name : name + "/" + below)
    }
    throw GuardError.notGuarded(path: path)
  }

  /// The folder above and the name in it; nil above the root.
  ///
  /// What a path spells out is taken as it is, so that messages speak the user's words; a path that
  /// ends in `.`, `..` or a link is resolved.
  private static func above(_ folder: String, isThere: Bool) -> (folder: String, name: String)? {
    let (parent, name) = split(folder)
    if !name.isEmpty, name != ".", name != "..", FileSystem.link(at: folder) == nil {
      return (parent, name)
    }
    guard isThere, let real = FileSystem.realPath(of: folder), real != "/" else { return nil }
    return split(real)
  }

  /// A path as its folder and the last name; without a name for the root.
  private static func split(_ path: String) -> (folder: String, name: String) {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    guard let slash = path.lastIndex(of: "/") else { return (".", String(path)) }
    let name = String(path[path.index(after: slash)...])
    return (slash == path.startIndex ? "/" : String(path[..<slash]), name)
  }
}
