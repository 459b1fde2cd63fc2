/// Paths of figures as `guard.json` writes them: below its folder, never out of it.
package enum GuardPath {
  /// Whether a path names a file below the folder by names alone: no `/` at its ends, no empty name,
  /// no `.` or `..`.
  package static func isSound(_ path: String) -> Bool {
    guard !path.utf8.contains(0) else { return false }
    return path.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  /// The order of figures, that of their bytes: equal on every machine.
  package static func precedes(_ lhs: String, _ rhs: String) -> Bool {
    lhs.utf8.lexicographicallyPrecedes(rhs.utf8)
  }

  /// Whether two paths are the same bytes. (Swift's `==` takes a composed and a decomposed é for
  /// equal, which name two files.)
  package static func areSame(_ lhs: String, _ rhs: String) -> Bool {
    lhs.utf8.elementsEqual(rhs.utf8)
  }
}
