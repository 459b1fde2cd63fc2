internal import Comparing
package import Provenance

extension GuardReport {
  /// The layout of what `json` gives.
  package static let schema = "dlplot-guard-report-1"

  /// The whole report for other programs: the passing figures too, without pictures.
  package func json() throws -> JSONValue {
    try JSONValueEncoder(root: "report").encode(
      Fields(
        schema: Self.schema, passes: passes, mode: mode.rawValue, renderer: renderer,
        listed: listed, verified: verified, figures: outcomes.map(FigureFields.init), notes: notes))
  }

  private struct Fields: Encodable {
    let schema: String
    let passes: Bool
    let mode: String
    let renderer: String
    let listed: Int
    let verified: Int
    let figures: [FigureFields]
    let notes: [String]
  }

  private struct FigureFields: Encodable {
    let path: String
    let verdict: FigureOutcome.Verdict
    let rung: String?
    let detail: String
    let changes: [String]?
    /// Whether it was made anew, and not only compared as it is.
    let remade: Bool
    let kind: GuardedFigure.Kind?
    let renderer: String?
    let pixels: Digest?
    let comparison: PictureComparison?

    init(_ outcome: FigureOutcome) {
      path = outcome.path
      verdict = outcome.verdict
      rung = outcome.rung
      detail = outcome.detail
      changes = outcome.changes.isEmpty ? nil : outcome.changes
      remade = outcome.isRemade
      kind = outcome.accepted?.kind ?? outcome.found?.kind
      renderer = outcome.found?.renderer
      pixels = outcome.found?.pixels
      comparison = outcome.comparison
    }
  }
}
