import Comparing
import FigureFiles
import Figures
import Files
import Foundation
import Guarding
import Mutants
import TestSupport
import Testing
import Verifying

/// The mutants of the gallery, which take minutes: `make mutants` runs them.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["DLPLOT_MUTANTS"] == "1"))
struct MutantGalleryTests {
  private static let folder = TinyFigures.digits.replacing("/data/mnist5k", with: "/figures")

  @Test("verify, guard and the tolerance find out each mutant of the gallery")
  func gallery() throws {
    var table = MutantTable()
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder)
      .filter { $0.hasSuffix(".png") }.sorted()
    #expect(names.count >= 17)
    for name in names {
      let file = try FigureFile(path: "\(Self.folder)/\(name)")
      let kind = try FigureKinds.kind(of: file.recipe)
      try add(kind, file, name, to: &table)
    }
    print(table.text)
    #expect(table.errors.isEmpty)
    #expect(table.count >= 12 * names.count)
  }

  private func add<Shown: Figure>(
    _ kind: Shown.Type, _ file: FigureFile, _ name: String, to table: inout MutantTable
  ) throws {
    let mutants = try Mutants<Shown>(file)
    let folder = try TemporaryFolder()
    try OutputFile.write(mutants.original(), to: folder["a.png"])
    try GuardAcceptance(initial: folder.path, why: "first", threads: 2).write()
    for mutation in Mutation.allCases {
      for isForged in mutation.canBeForged ? [false, true] : [false] {
        guard let png = try mutants.png(mutation, isForged: isForged) else { continue }
        var cell = MutantTable.Cell(figure: name, mutation: mutation, isForged: isForged)
        cell.verify = verdict(png, of: mutation)
        try OutputFile.write(png, to: folder["a.png"])
        cell.guarding = MutantAnswer {
          let report = try GuardCheck(
            folder: folder.path, threads: 2, isMachineFault: { _ in false }
          ).run()
          return (report.passes, report.lines.joined(separator: " "))
        }
        if !isForged, mutation.isVisible, let picture = try mutants.picture(mutation) {
          let comparison = PictureComparison(
            reference: mutants.page, new: picture, threads: 2)
          cell.tolerance =
            comparison.verdict == .different ? .differs(comparison.description) : .equal
        }
        table.append(cell)
      }
    }
  }

  /// What is drawn from the carried numbers finds out most; what does not is made anew too.
  private func verdict(_ png: [UInt8], of mutation: Mutation) -> MutantAnswer {
    func check(isQuick: Bool) throws -> (isEqual: Bool, text: String) {
      let report = try Verification(
        source: FigureSource(bytes: png, path: "figure"), data: TinyFigures.digits, threads: 2,
        isQuick: isQuick
      ).run()
      return (report.isEqual, report.description)
    }
    return MutantAnswer {
      // Numbers that were stripped cannot be drawn again.
      let quick = mutation == .numbersStripped ? nil : try check(isQuick: true)
      if let quick, !quick.isEqual || mutation.isHarmless { return quick }
      return try check(isQuick: false)
    }
  }
}
