internal import Files

/// The files of a folder, and of those below it, that may be figures.
///
/// Hidden files and folders are passed over, and so are links to folders. A link to a file is
/// followed where it stays inside the folder.
package struct FigureFolder: Equatable, Sendable {
  /// The folder as it was given, for messages.
  package let path: String
  /// Paths of PNG, SVG and PDF files below the folder, in the order of their bytes.
  package private(set) var files: [String] = []
  /// Links that lead out of the folder or nowhere; they are not followed.
  package private(set) var linksOut: [String] = []
  /// Folders below that have a `guard.json` of their own; they are not looked into.
  package private(set) var guardedFolders: [String] = []

  /// Levels of folders that are looked into.
  private static let depth = 64

  /// Looks through a folder.
  ///
  /// - Throws: `GuardError.notAFolder`; `FileError.failed` for a folder that may not be read, which
  ///   could hide figures.
  package init(path: String) throws {
    let kind = try FileSystem.kind(of: path)
    guard kind == .folder, let root = FileSystem.realPath(of: path) else {
      throw GuardError.notAFolder(path: path, got: kind)
    }
    self.path = path
    try look(in: path, prefix: "", root: root, depth: Self.depth)
    files.sort(by: GuardPath.precedes)
    linksOut.sort(by: GuardPath.precedes)
    guardedFolders.sort(by: GuardPath.precedes)
  }

  /// The path of a file below the folder, to open it.
  package func path(of file: String) -> String { Path.join(path, file) }

  private mutating func look(in folder: String, prefix: String, root: String, depth: Int) throws {
    try FileSystem.checkAccess(toFolder: folder)
    for name in FileSystem.names(in: folder) where !name.hasPrefix(".") {
      let file = prefix + name
      let place = Path.join(folder, name)
      if FileSystem.link(at: place) != nil {
        guard Self.mayBeFigure(name), (try? FileSystem.kind(of: place)) != .folder else { continue }
        if Self.isInside(place, root) { files.append(file) } else { linksOut.append(file) }
      } else if try FileSystem.kind(of: place) == .folder {
        if try GuardFile(folder: place).exists {
          guardedFolders.append(file)
          continue
        }
        guard depth > 0 else { throw GuardError.tooDeep(folder: place, limit: Self.depth) }
        try look(in: place, prefix: file + "/", root: root, depth: depth - 1)
      } else if Self.mayBeFigure(name) {
        files.append(file)
      }
    }
  }

  private static func isInside(_ link: String, _ root: String) -> Bool {
    guard let target = FileSystem.realPath(of: link) else { return false }
    return target.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }

  /// Says what is passed over, with `foreign`: files that turned out to be SVG or PDF of other tools.
  ///
  /// - Parameter listed: Whether a path stands in `guard.json`, and so is spoken of elsewhere.
  func notes(foreign: [String], listed: (String) -> Bool) -> [String] {
    let links = linksOut.filter { !listed($0) }
    return [
      (foreign.filter { !Self.isPDF($0) }, "SVG files of other tools"),
      (foreign.filter(Self.isPDF), "PDF files that are no figures of dlplot"),
      (links, "links out of the folder"),
      (guardedFolders, "folders with a \(GuardManifest.fileName) of their own"),
    ].filter { !$0.0.isEmpty }.map { names, what in
      "not guarded here (\(what)): \(names.map(PrintablePath.text).joined(separator: ", "))"
    }
  }

  /// Whether the name ends in `.png`, `.svg` or `.pdf`.
  package static func mayBeFigure(_ name: String) -> Bool {
    [".png", ".svg", ".pdf"].contains(name.suffix(4).lowercased())
  }

  private static func isPDF(_ name: String) -> Bool { name.suffix(4).lowercased() == ".pdf" }
}
