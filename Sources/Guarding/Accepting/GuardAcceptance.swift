internal import DenseMath
internal import FigureFiles
internal import Figures
internal import Files
internal import Provenance
internal import Rendering

/// Figures that are taken for right, and the changes of `guard.json` that this makes.
///
/// Everything is read and checked before anything is written.
package struct GuardAcceptance: Equatable, Sendable {
  /// A `guard.json` and what changes in it.
  package struct Edit: Equatable, Sendable {
    package let file: GuardFile
    package fileprivate(set) var manifest: GuardManifest
    /// One for each figure whose entry is another.
    package fileprivate(set) var changes: [Change] = []
  }

  /// What changes for a figure.
  package struct Change: Equatable, Sendable {
    package let path: String
    /// As in `scene, pixels`; `new`; or `removed`.
    package let what: String
  }

  package private(set) var edits: [Edit] = []
  /// Figures that were looked at.
  package private(set) var count = 0
  /// What is passed over.
  package private(set) var notes: [String] = []

  /// Takes all figures of a folder that is not guarded yet.
  ///
  /// - Throws: `GuardError.manifestExists`, `.noFigures`, `.unsoundFigure`, `.noReason`.
  package init(initial folder: String, why: String, threads: Int) throws {
    try Self.check(why)
    let listing = try FigureFolder(path: folder)
    let file = GuardFile(folder: folder)
    if try file.exists { throw GuardError.manifestExists(path: file.path) }
    var edit = Edit(file: file, manifest: GuardManifest())
    let foreign = try accept(
      listing.files, of: listing, in: &edit, why: why, keepsPixels: false, threads: threads,
      passesOverForeign: true)
    guard !edit.changes.isEmpty else { throw GuardError.noFigures(folder: folder) }
    notes = listing.notes(foreign: foreign) { _ in false }
    edits = [edit]
  }

  /// Takes figures of folders that are guarded.
  ///
  /// - Parameters:
  ///   - paths: Figures, or folders with all that is in them. A figure that is gone is taken from
  ///     the list.
  ///   - keepsPixels: Whether the accepted pixels stay so beside the new ones.
  /// - Throws: `GuardError.notGuarded`, `.unknownFigure`, `.notAFigure`, `.noFigures`,
  ///   `.unsoundFigure`, `.noReason`, and what reading a `guard.json` throws.
  package init(paths: [String], why: String, keepsPixels: Bool, threads: Int) throws {
    try Self.check(why)
    // Two spellings of a folder are one folder.
    var folders: [String] = []
    var listings: [FigureFolder] = []
    for path in paths {
      let (file, below) = try GuardFile.guarding(path)
      let real = FileSystem.realPath(of: file.folder) ?? file.folder
      if !folders.contains(real) {
        folders.append(real)
        listings.append(try FigureFolder(path: file.folder))
        edits.append(Edit(file: file, manifest: try file.read()))
      }
      guard let index = folders.firstIndex(of: real) else { continue }
      var edit = edits[index]
      try accept(
        path, below, listings[index], &edit, why: why, keepsPixels: keepsPixels, threads: threads)
      edits[index] = edit
    }
  }

  /// Writes each `guard.json` that changes; none gets its name before all are on the disk.
  package func write() throws {
    let changed = edits.filter { !$0.changes.isEmpty }
    try OutputFile.write(changed.map { ($0.file.path, try $0.manifest.bytes()) })
  }

  private static func check(_ why: String) throws(GuardError) {
    if why.allSatisfy(\.isWhitespace) { throw .noReason }
  }

  /// Accepts a figure or all of a folder.
  private mutating func accept(
    _ path: String, _ below: String, _ listing: FigureFolder, _ edit: inout Edit, why: String,
    keepsPixels: Bool, threads: Int
  ) throws {
    let isFolder = try FileSystem.kind(of: path) == .folder
    let prefix = below.isEmpty ? "" : below + "/"
    func isMeant(_ file: String) -> Bool {
      isFolder
        ? prefix.isEmpty || file.utf8.starts(with: prefix.utf8) : GuardPath.areSame(file, below)
    }
    let there = listing.files.filter(isMeant)
    let gone = edit.manifest.figures.map(\.path).filter { name in
      isMeant(name) && !there.contains { GuardPath.areSame($0, name) }
    }
    let text = PrintablePath.text(path)
    if there.isEmpty, gone.isEmpty {
      if let reason = try listing.refusal(of: below) {
        throw GuardError.notAFigure(path: text, reason: reason)
      }
      throw isFolder ? GuardError.noFigures(folder: text) : .unknownFigure(path: text)
    }
    for name in gone {
      edit.manifest[name] = nil
      edit.changes.append(Change(path: name, what: "removed"))
    }
    count += gone.count
    let foreign = try accept(
      there, of: listing, in: &edit, why: why, keepsPixels: keepsPixels, threads: threads,
      passesOverForeign: isFolder)
    if gone.isEmpty, foreign.count == there.count { throw GuardError.noFigures(folder: text) }
  }

  /// - Returns: SVG and PDF files of other tools, which were passed over.
  private mutating func accept(
    _ files: [String], of listing: FigureFolder, in edit: inout Edit, why: String,
    keepsPixels: Bool, threads: Int, passesOverForeign: Bool
  ) throws -> [String] {
    let manifest = edit.manifest
    let found = try Parallel.map(count: files.count, threads: threads) { index in
      try Self.facts(of: files[index], in: listing, passesOverForeign: passesOverForeign)
    }
    for (name, facts) in zip(files, found) {
      guard let facts else { continue }
      count += 1
      let change = AcceptedChange(
        before: manifest[name], path: name, found: facts, keepsPixels: keepsPixels)
      guard let (figure, changed) = try change.entry(why: why) else { continue }
      edit.manifest[name] = figure
      edit.changes.append(Change(path: name, what: changed))
    }
    return zip(files, found).compactMap { $1 == nil ? $0 : nil }
  }

  /// What a file says, with its carried numbers and its drawing checked.
  private static func facts(
    of name: String, in listing: FigureFolder, passesOverForeign: Bool
  ) throws -> FigureFacts? {
    let path = listing.path(of: name)
    do {
      let facts = try FigureFacts.read(path).facts
      if facts.identities?.numbers != nil || facts.drawing != nil { try checkContent(path) }
      return facts
    } catch let error as UnsoundFigure {
      if passesOverForeign, error.isForeign { return nil }
      throw GuardError.unsoundFigure(path: PrintablePath.text(path), reason: "\(error)")
    }
  }

  private static func checkContent(_ path: String) throws {
    do {
      let file = try FigureFile(path: path, otherNumerics: .accept)
      if let markup = file.source.markup, let line = SVGDrawing.foreignLine(in: markup) {
        throw UnsoundFigure.otherPicture(reason: line)
      }
      guard file.numbers != nil else { return }
      // Pixels have their digest in the recipe; another version may draw otherwise and be right.
      if file.bitmap == nil, file.isOfThisVersion {
        _ = try file.drawnChart()
      } else {
        try checkNumbers(file, try FigureKinds.kind(of: file.recipe))
      }
    } catch ProvenanceError.wrongIdentity(.data, _, _) {
      throw UnsoundFigure.wrongNumbers
    } catch FigureFileError.touchedDrawing(_, let detail) {
      throw UnsoundFigure.otherPicture(reason: detail)
    } catch let error as UnsoundFigure {
      throw error
    } catch let error as ProvenanceError where error.isMachineFault {
      throw error
    } catch let error as FontError where error.isMachineFault {
      throw error
    } catch {
      throw UnsoundFigure.unreadable(reason: "\(error)")
    }
  }

  private static func checkNumbers<Shown: Figure>(_ file: FigureFile, _: Shown.Type) throws {
    _ = try file.result(of: Shown.self)
  }
}
