/// How much a hyper-parameter has to do with trials being good.
package struct ParameterImportance: Equatable, Codable, Sendable {
  package let name: String
  /// The divergence that ``PedAnova`` measures.
  package let divergence: Double
  /// The share of all divergences.
  package let share: Double
}
