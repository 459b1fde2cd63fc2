import FigureFiles
import Figures
import Mutants
import Provenance
import Testing
import Verifying

/// Recipes that name other data sets than their experiment read, with a config identity that fits.
struct DataClaimTests {
  private struct Claims: TinyFigures.Visitor {
    typealias Value = (VerificationReport, quick: VerificationReport)
    /// Makes the claim of the data sets that were read.
    let claim: ([Recipe.DataSet]) throws -> [Recipe.DataSet]

    func visit<Shown: Figure>(_ kind: Shown.Type, _ config: Shown.Config) throws -> Value {
      let mutants = try TinyFigures.mutants(kind, config)
      let recipe = mutants.drawn.recipe
      let other = try Recipe(
        tool: recipe.tool, experiment: recipe.experiment, config: recipe.config,
        figure: recipe.figure, dataSets: claim(recipe.dataSets), data: recipe.identities.data,
        scene: recipe.identities.scene, command: recipe.command, carriesNumbers: true)
      let bytes = try RunFile(result: mutants.figure.result, recipe: other).bytes()
      return (try TinyFigures.verify(bytes), try TinyFigures.verify(bytes, isQuick: true))
    }
  }

  private func reports(
    _ name: String, _ claim: @escaping ([Recipe.DataSet]) throws -> [Recipe.DataSet]
  ) throws -> Claims.Value {
    try TinyFigures.visit(name, Claims(claim: claim))
  }

  private let made: Recipe.DataSet

  init() throws {
    made = Recipe.DataSet(
      name: "../../etc/passwd", digest: try Digest(hex: String(repeating: "0", count: 64)))
  }

  @Test("a figure that was made without images names none", arguments: ["trajectories", "study"])
  func none(_ name: String) throws {
    let (report, quick) = try reports(name) { _ in [made] }
    for report in [report, quick] {
      #expect(report.rungs(.differs).map(\.name) == [.config], "\(report)")
    }
    #expect(
      report.description.hasPrefix(
        "DIFFERS in config: by its recipe the figure was made from \"../../etc/passwd\" "
          + "(00000000…), it is from no data set"))
    #expect(try reports(name) { $0 }.0.isEqual)
  }

  @Test("a figure of images names those that it was made from, and no others")
  func images() throws {
    #expect(try reports("train") { $0 }.0.isEqual)
    let claims: [([Recipe.DataSet]) -> [Recipe.DataSet]] = [
      { _ in [] }, { $0 + [made] }, { $0 + $0 },
    ]
    for claim in claims {
      let (report, quick) = try reports("train", claim)
      for report in [report, quick] {
        #expect(report.rungs(.differs).map(\.name) == [.config], "\(report)")
      }
    }
    let renamed = try reports("train") { [Recipe.DataSet(name: "/etc", digest: $0[0].digest)] }
    for report in [renamed.0, renamed.quick] {
      #expect(report.firstDifference?.name == .config, "\(report)")
    }
  }
}
