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
  /// Links that lead out of the folder; they are not followed.
  package private(set) var linksOut: [String] = []
  /// Links that lead nowhere.
  package private(set) var brokenLinks: [String] = []
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
    brokenLinks.sort(by: GuardPath.precedes)
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
        guard let target = FileSystem.realPath(of: place) else {
          brokenLinks.append(file)
          continue
        }
        if Self.isInside(target, root) { files.append(file) } else { linksOut.append(file) }
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

  private static func isInside(_ target: String, _ root: String) -> Bool {
    target.hasPrefix(root.hasSuffix("/") ? root : root + "/")
  }

  /// Says what is passed over, with `foreign`: files that turned out to be SVG or PDF of other tools.
  ///
  /// - Parameter listed: Whether a path stands in `guard.json`, and so is spoken of elsewhere.
  func notes(foreign: [String], listed: (String) -> Bool) -> [String] {
    [
      (foreign.filter { !Self.isPDF($0) }, "SVG files of other tools"),
      (foreign.filter(Self.isPDF), "PDF files that are no figures of dlplot"),
      (linksOut.filter { !listed($0) }, "links out of the folder"),
      (brokenLinks.filter { !listed($0) }, "broken links"),
      (guardedFolders, "folders with a \(GuardManifest.fileName) of their own"),
    ].filter { !$0.0.isEmpty }.map { names, what in
      "not guarded here (\(what)): \(names.map(PrintablePath.text).joined(separator: ", "))"
    }
  }

  /// Why a file or folder that is there is passed over, in words; nil where it is not, or not there.
  func refusal(of file: String) throws -> String? {
    if let fault = linkFault(of: file) { return fault }
    guard let kind = try FileSystem.kind(of: path(of: file)) else { return nil }
    if file.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      return "it is hidden, and hidden files and folders are passed over"
    }
    guard kind != .folder, !Self.mayBeFigure(file) else { return nil }
    return "its name does not end in .png, .svg or .pdf"
  }

  /// Why a link is not followed, in words; nil where it is, or is none.
  func linkFault(of file: String) -> String? {
    func isAmong(_ links: [String]) -> Bool { links.contains { GuardPath.areSame($0, file) } }
    if isAmong(linksOut) { return "a link that leads out of the folder, which is not followed" }
    return isAmong(brokenLinks) ? "a broken link" : nil
  }

  /// Whether the name ends in `.png`, `.svg` or `.pdf`.
  package static func mayBeFigure(_ name: String) -> Bool {
    [".png", ".svg", ".pdf"].contains(name.suffix(4).lowercased())
  }

  private static func isPDF(_ name: String) -> Bool { name.suffix(4).lowercased() == ".pdf" }
}
