/// Configurations drawn from the good trials.
struct ParzenCandidates: Equatable, Sendable {
  /// Internal values, by dimension and candidate.
  var values: [[Double]]
  /// Places on the scale, by dimension and candidate; of the continuous dimensions only.
  var places: [[Double]]
  let count: Int

  init(count: Int, dimensions: Int) {
    values = Array(repeating: [Double](repeating: 0, count: count), count: dimensions)
    places = values
    self.count = count
  }
}
