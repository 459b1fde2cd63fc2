import FigureFiles
import Figures
import Mutants
import Testing
import Verifying

/// Figures of each kind that were altered in one way: verify tells the harmless from the rest, and
/// says what was altered.
struct MutantTests {
  /// A mutant and what verify says of it.
  private struct Case {
    var mutation: Mutation
    var isForged: Bool
    var answer: MutantAnswer
    /// The rungs that differ.
    var differing: [VerificationReport.Name] = []
  }

  private struct Cases: TinyFigures.Visitor {
    typealias Value = [Case]

    func visit<Shown: Figure>(_ kind: Shown.Type, _ config: Shown.Config) throws -> [Case] {
      // Small pages, for each is looked at pixel by pixel.
      let mutants = try TinyFigures.mutants(kind, config, drawing: Drawing(scale: 1))
      #expect(try TinyFigures.verify(mutants.original()).isEqual)
      return try Mutation.allCases.flatMap { mutation in
        try (mutation.canBeForged ? [false, true] : [false]).compactMap { isForged in
          guard let png = try mutants.png(mutation, isForged: isForged) else { return nil }
          var found = Case(mutation: mutation, isForged: isForged, answer: .equal)
          found.answer = MutantAnswer {
            let report = try TinyFigures.verify(png)
            found.differing = report.rungs(.differs).map(\.name)
            return (report.isEqual, report.description)
          }
          return found
        }
      }
    }
  }

  @Test("each mutant is told from the figure by what was altered", arguments: TinyFigures.names)
  func mutants(_ name: String) throws {
    let cases = try TinyFigures.visit(name, Cases())
    #expect(Set(cases.map(\.mutation.rawValue)).count >= 18)
    for one in cases {
      let words = "\(name), \(one.mutation.rawValue): \(one.answer.text)"
      #expect(one.answer.isRight(for: one.mutation), "\(words)")
      #expect(one.differing == expected(one.mutation, isForged: one.isForged), "\(words)")
    }
  }

  private func expected(_ mutation: Mutation, isForged: Bool) -> [VerificationReport.Name] {
    switch mutation {
    case .recompressed, .commented, .chunksStripped: []
    case .numbersStripped, .numbersAltered: [.numbers]
    case .configAltered: [.config]
    case .titleAltered, .descriptionStripped: [.words]
    case .numberChanged where isForged: [.data]
    case .noise, .stripCropped, .patchPainted: isForged ? [.pixels] : [.picture]
    default: isForged ? [.scene, .pixels] : [.picture]
    }
  }
}
