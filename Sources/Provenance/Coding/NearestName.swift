/// Finds what a misspelt name was meant to be.
package enum NearestName {
  /// The name that takes the fewest edits, the first of several; nil where none is near.
  package static func nearest(to name: String, among names: [String]) -> String? {
    var best: (name: String, distance: Int)?
    for candidate in names where isNear(name, candidate) {
      let distance = distance(name, candidate)
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// Whether two names differ by at most two edits, or a third of the letters, but not in all.
  package static func isNear(_ lhs: String, _ rhs: String) -> Bool {
    let length = max(lhs.unicodeScalars.count, rhs.unicodeScalars.count)
    return distance(lhs, rhs) <= min(max(2, length / 3), length - 1)
  }

  /// Insertions, deletions, replacements and swaps of neighbours that turn one name into the other.
  ///
  /// Only the first 64 letters count, so that a hostile name costs no time. Optimal string alignment
  /// distance: no letter takes part in two swaps.
  package static func distance(_ lhs: String, _ rhs: String) -> Int {
    let left = Array(lhs.unicodeScalars.prefix(64))
    let right = Array(rhs.unicodeScalars.prefix(64))
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for i in left.indices {
      var row = [i + 1]
      for j in right.indices {
        let replacement = last[j] + (left[i] == right[j] ? 0 : 1)
        var cost = min(replacement, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}
