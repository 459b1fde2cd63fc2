import Comparing
import FigureFiles
import Figures
import Guarding
import Mutants
import Testing

/// Figures of each kind that were altered in one way, in a folder that is guarded; and their
/// pictures, compared with a tolerance.
struct GuardMutantTests {
  /// Puts each mutant in the place of its figure.
  private struct Visitor: TinyFigures.Visitor {
    typealias Value = Int

    func visit<Shown: Figure>(_ kind: Shown.Type, _ config: Shown.Config) throws -> Int {
      let mutants = try TinyFigures.mutants(kind, config, drawing: Drawing(scale: 1))
      let stage = try Stage()
      try stage.put(mutants.original(), "a.png")
      try stage.guardAll()
      #expect(try stage.check().passes)
      var count = 0
      for mutation in Mutation.allCases {
        for isForged in mutation.canBeForged ? [false, true] : [false] {
          guard let png = try mutants.png(mutation, isForged: isForged) else { continue }
          try stage.put(png, "a.png")
          let report = try stage.check()
          #expect(
            report.passes == mutation.isHarmless,
            "\(Shown.experiment), \(mutation.rawValue): \(report.lines)")
          count += 1
        }
      }
      return count
    }
  }

  @Test("guard tells each mutant from its figure", arguments: TinyFigures.names)
  func guarded(_ name: String) throws {
    #expect(try TinyFigures.visit(name, Visitor()) >= 30)
  }

  /// Compares the picture of each mutant with that of its figure.
  private struct Pictures: TinyFigures.Visitor {
    typealias Value = Int

    func visit<Shown: Figure>(_ kind: Shown.Type, _ config: Shown.Config) throws -> Int {
      let mutants = try TinyFigures.mutants(kind, config, drawing: Drawing(scale: 1))
      var count = 0
      for mutation in Mutation.allCases {
        guard let picture = try mutants.picture(mutation) else { continue }
        let comparison = PictureComparison(reference: mutants.page, new: picture)
        // One pixel by one level is what no reader sees, and nothing else is let pass.
        let expected: PictureComparison.Verdict =
          mutation.isVisible ? .different : mutation == .noise ? .within : .equal
        #expect(
          comparison.verdict == expected,
          "\(Shown.experiment), \(mutation.rawValue): \(comparison.description)")
        count += 1
      }
      return count
    }
  }

  @Test(
    "the tolerance lets pass what no reader sees, and nothing else", arguments: TinyFigures.names)
  func tolerated(_ name: String) throws {
    #expect(try TinyFigures.visit(name, Pictures()) >= 18)
  }
}
