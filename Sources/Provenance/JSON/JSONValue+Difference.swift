extension JSONValue {
  /// The first place at which two values differ, with what stands there in each; nil where they are
  /// equal.
  ///
  /// Objects are compared member by member and arrays element by element.
  ///
  /// - Parameter keys: Members of the outermost object that do not count.
  package func firstDifference(
    from other: JSONValue, except keys: [String] = [], path: String = ""
  ) -> (path: String, mine: String, theirs: String)? {
    if case .array(let mine) = self, case .array(let theirs) = other, mine.count == theirs.count {
      for (index, (left, right)) in zip(mine, theirs).enumerated() {
        if let found = left.firstDifference(from: right, path: "\(path)[\(index)]") {
          return found
        }
      }
      return nil
    }
    guard case .object(let mine) = self, case .object(let theirs) = other else {
      return canonicalText == other.canonicalText
        ? nil : (path, canonicalText, other.canonicalText)
    }
    var names = theirs.map(\.key)
    for key in mine.map(\.key) where !names.contains(key) { names.append(key) }
    for name in names where !keys.contains(name) {
      let left = mine.first { $0.key == name }?.value
      let right = theirs.first { $0.key == name }?.value
      let place = path.isEmpty ? name : "\(path).\(name)"
      guard let left, let right else {
        return (place, left?.canonicalText ?? "not given", right?.canonicalText ?? "not given")
      }
      if let found = left.firstDifference(from: right, path: place) { return found }
    }
    return nil
  }
}
