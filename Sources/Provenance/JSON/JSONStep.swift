/// One step from a JSON value to a part of it.
package enum JSONStep: Equatable, Sendable {
  case key(String)
  /// From 0.
  case index(Int)
}

extension JSONValue {
  /// The part at the end of a step; nil where there is none.
  package subscript(step: JSONStep) -> JSONValue? {
    switch step {
    case .key(let key): return self[key]
    case .index(let index):
      guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
      return elements[index]
    }
  }
}
