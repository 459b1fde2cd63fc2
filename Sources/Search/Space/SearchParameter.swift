/// A named hyper-parameter of a search.
package struct SearchParameter: Hashable, Codable, Sendable {
  package let name: String
  package let distribution: Distribution

  package init(name: String, distribution: Distribution) {
    self.name = name
    self.distribution = distribution
  }
}
