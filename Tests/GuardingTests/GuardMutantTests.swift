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

  /// Compares the picture of each mutant with that of its figure, and gives the mutations for which
  /// there is none.
  private struct Pictures: TinyFigures.Visitor {
    typealias Value = Set<Mutation>

    func visit<Shown: Figure>(_ kind: Shown.Type, _ config: Shown.Config) throws -> Value {
      let mutants = try TinyFigures.mutants(kind, config, drawing: Drawing(scale: 1))
      var missing: Value = []
      for mutation in Mutation.allCases where mutation.altersPixels {
        guard let picture = try mutants.picture(mutation) else {
          missing.insert(mutation)
          continue
        }
        let name = "\(Shown.experiment), \(mutation.rawValue)"
        #expect(picture != mutants.page, "\(name)")
        let comparison = PictureComparison(reference: mutants.page, new: picture)
        // One pixel by one level is what no reader sees, and nothing else is let pass.
        #expect(
          comparison.verdict == (mutation.isVisible ? .different : .within),
          "\(name): \(comparison.description)")
      }
      return missing
    }
  }

  /// What the tiny figures have not: of 13 mutations that alter pixels all others apply.
  private static let missing: [String: Set<Mutation>] = [
    "activations": [.legendHidden], "trajectories": [.legendHidden, .gridDropped],
    "layers": [.gridDropped, .numberChanged], "train": [.legendHidden],
  ]

  @Test(
    "the tolerance lets pass what no reader sees, and nothing else", arguments: TinyFigures.names)
  func tolerated(_ name: String) throws {
    #expect(Mutation.allCases.count(where: \.altersPixels) == 13)
    #expect(try TinyFigures.visit(name, Pictures()) == Self.missing[name] ?? [])
  }
}
