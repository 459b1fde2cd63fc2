/// The hyper-parameters of a search, in the order in which they are written.
package struct SearchSpace: Hashable, Sendable {
  /// At least one; no name stands twice.
  package let parameters: [SearchParameter]
  /// The parameters by name, in the order of their UTF-8 bytes.
  package let sorted: [SearchParameter]

  /// Creates a space.
  ///
  /// - Throws: `SpaceError` where there is no parameter, or two have one name.
  package init(_ parameters: [SearchParameter]) throws(SpaceError) {
    if parameters.isEmpty { throw .noParameters }
    let sorted = Self.sorted(parameters)
    for (one, next) in zip(sorted, sorted.dropFirst()) where one.name == next.name {
      throw .repeatedName(one.name)
    }
    self.parameters = parameters
    self.sorted = sorted
  }

  /// The distribution of a parameter; nil where there is none of that name.
  package subscript(name: String) -> Distribution? {
    parameters.first { $0.name == name }?.distribution
  }

  /// Parameters by name, in the order of their UTF-8 bytes, which is that of code points.
  static func sorted(_ parameters: [SearchParameter]) -> [SearchParameter] {
    parameters.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

extension SearchSpace: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      try self.init(try container.decode([SearchParameter].self))
    } catch let error as SpaceError {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: error.description)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(parameters)
  }
}
