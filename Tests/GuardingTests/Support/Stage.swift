import Experiments
import FigureFiles
import Figures
import Files
import Foundation
import Guarding
import Rendering
import TestSupport
import Training

/// A folder `figures` to guard, and one beside it for what was accepted.
struct Stage {
  let root: TemporaryFolder

  init() throws {
    root = try TemporaryFolder()
    root.makeFolder("figures")
  }

  var figures: String { root["figures"] }
  var file: GuardFile { GuardFile(folder: figures) }

  /// A picture of matplotlib, see `Fixtures/make_pictures.py`.
  static func picture(_ name: String) throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures")
    return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// Writes a file below `figures`; folders are made.
  func put(_ bytes: [UInt8], _ name: String) throws {
    let url = URL(fileURLWithPath: figures).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
  }

  func put(picture: String, _ name: String) throws { try put(Self.picture(picture), name) }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: figures + "/" + name)
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: figures + "/" + name, withDestinationPath: target)
  }

  /// Copies the figures as they are to a folder beside them, and returns it.
  func copy(to name: String) throws -> String {
    try FileManager.default.copyItem(atPath: figures, toPath: root[name])
    return root[name]
  }

  /// A figure of dlplot, drawn small.
  static func drawn(
    steps: Int, carriesNumbers: Bool = true, format: FigureFormat = .png, scale: Double = 0.5
  ) throws -> [UInt8] {
    let result = try TrajectoriesFigure.run(
      TrajectoriesConfig(steps: steps), data: nil, threads: 1, progress: TrainingProgress())
    return try FigureDrawer(
      drawing: Drawing(scale: scale), fontFiles: [], threads: 1, carriesNumbers: carriesNumbers,
      needsPixels: true
    ).draw(TrajectoriesFigure(result, language: .english), dataSets: []).bytes(format)
  }

  // MARK: - guarding

  /// Takes what is there for right.
  func guardAll() throws {
    try GuardAcceptance(initial: figures, why: "first", threads: 2).write()
  }

  func accept(_ names: String..., why: String = "meant", also: Bool = false) throws {
    try GuardAcceptance(
      paths: names.map { figures + "/" + $0 }, why: why, keepsPixels: also, threads: 2
    ).write()
  }

  func check(
    new: String? = nil, reference: String? = nil, second: String? = nil, remaking: Remaking? = nil,
    threads: Int = 2
  ) throws -> GuardReport {
    try GuardCheck(
      folder: figures, newFolder: new, referenceFolders: [reference, second].compactMap(\.self),
      remaking: remaking,
      threads: threads, isMachineFault: { _ in false }
    ).run()
  }

  /// Replaces text in `guard.json`.
  func rewrite(_ old: String, _ new: String) throws {
    let text = String(decoding: try InputFile.read(file.path), as: UTF8.self)
    precondition(text.contains(old), "guard.json does not hold \(old)")
    try OutputFile.write(
      Array(text.replacingOccurrences(of: old, with: new).utf8), to: file.path)
  }
}

extension GuardReport {
  /// Verdict and rung of each figure, as in `a.png differs pixels`.
  var verdicts: [String] {
    outcomes.map {
      [$0.path, $0.verdict.rawValue, $0.rung].compactMap(\.self).joined(separator: " ")
    }
  }
}
