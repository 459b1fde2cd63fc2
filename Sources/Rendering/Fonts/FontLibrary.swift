internal import Files

/// Finds font files by their digest, without fontconfig.
///
/// A font is looked for in the files that the user names, then beside the program
/// (`../share/dlplot/fonts`), then where Debian puts it, then in all folders of fonts. A file
/// counts only if its SHA-256 digest is that of the font, so that the place does not matter.
package struct FontLibrary: Sendable {
  private let files: [String]
  private let besideProgram: String?
  private let folders: [String]

  /// Levels of folders that a search goes down, so that a circle of links ends.
  private static let depth = 8

  /// - Parameters:
  ///   - files: Font files that the user names, as with `--font-file`.
  ///   - besideProgram: The folder of fonts that came with the program.
  ///   - folders: Folders of fonts of the system and the user, searched with what lies in them.
  package init(
    files: [String] = [], besideProgram: String? = FontLibrary.besideProgram,
    folders: [String] = FontLibrary.systemFolders
  ) {
    self.files = files
    self.besideProgram = besideProgram
    self.folders = folders
  }

  /// `share/dlplot/fonts` of the installation that the running program belongs to.
  package static var besideProgram: String? {
    FileSystem.executable.map {
      "\(Path.parent(of: Path.parent(of: $0)))/share/dlplot/fonts"
    }
  }

  /// Where fonts lie on this system, with those of the user.
  package static var systemFolders: [String] {
    #if os(macOS)
      let system = ["/Library/Fonts", "/System/Library/Fonts", "/opt/homebrew/share/fonts"]
      let user = ["Library/Fonts"]
    #else
      let system = ["/usr/share/fonts", "/usr/local/share/fonts"]
      let user = [".local/share/fonts", ".fonts"]
    #endif
    guard let home = Environment.variable("HOME") else { return system }
    return system + user.map { "\(home)/\($0)" }
  }

  /// Opens the files that the user names, so that a wrong one is told rather than passed over.
  ///
  /// - Throws: `unreadable` for what is no file or cannot be read, `notAFont` for what FreeType does
  ///   not open.
  package func checkFiles() throws(FontError) {
    for path in files { _ = try FreeTypeFace(bytes: try Self.bytes(path), path: path) }
  }

  /// The bytes of a file that the user names.
  private static func bytes(_ path: String) throws(FontError) -> [UInt8] {
    do throws(FileError) {
      // A pipe would be waited for.
      if let kind = try FileSystem.kind(of: path), kind != .file {
        throw FileError.notRegularFile(path: path, got: kind)
      }
      return try InputFile.read(path)
    } catch {
      throw .unreadable(error)
    }
  }

  /// Opens a font.
  ///
  /// - Throws: `unreadable` for a file that the user names and that cannot be read; `notFound`,
  ///   which names the package to install, where no file has the digest.
  package func font(_ font: KnownFont) throws(FontError) -> TrueTypeFont {
    var search = Search(font: font)
    for path in files {
      if let found = try search.open(path, isNamedByUser: true) { return found }
    }
    let places = (besideProgram.map { ["\($0)/\(font.fileName)"] } ?? []) + font.typicalPaths
    for path in places {
      if let found = try search.open(path) { return found }
    }
    for folder in folders {
      if let found = try search.walk(folder, depth: Self.depth) { return found }
    }
    throw .notFound(font, rejected: search.rejected)
  }
}

/// The search for one font.
private struct Search {
  let font: KnownFont
  /// Files of the right name but of another content.
  var rejected: [String] = []

  /// Opens the file if it is the font: its size is compared first, then its digest.
  ///
  /// - Throws: `unreadable` for a file that the user names.
  mutating func open(_ path: String, isNamedByUser: Bool = false) throws(FontError) -> TrueTypeFont?
  {
    let kind = try? FileSystem.kind(of: path)
    guard kind != nil || isNamedByUser else { return nil }
    if kind == nil || (kind == .file && FileSystem.size(of: path) == font.byteCount) {
      let bytes: [UInt8]
      do {
        bytes = try InputFile.read(path)
      } catch {
        if isNamedByUser { throw .unreadable(error) }
        return nil
      }
      let digest = try fontDigest(of: bytes)
      if digest == font.digest {
        return try TrueTypeFont(bytes: bytes, path: path, digest: digest)
      }
    }
    if path.hasSuffix("/\(font.fileName)") || path == font.fileName, !rejected.contains(path) {
      rejected.append(path)
    }
    return nil
  }

  mutating func walk(_ folder: String, depth: Int) throws(FontError) -> TrueTypeFont? {
    for name in FileSystem.names(in: folder) {
      let path = "\(folder)/\(name)"
      switch try? FileSystem.kind(of: path) {
      case .file: if let found = try open(path) { return found }
      case .folder where depth > 0: if let found = try walk(path, depth: depth - 1) { return found }
      default: break
      }
    }
    return nil
  }
}
