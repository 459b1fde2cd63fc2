/// Directed links between vertices, each of which has as many that start as end there, at most two.
struct ContourLinks {
  private var first: [Int32]
  /// The second link of the few vertices where two parts of a region touch.
  private var second: [Int: Int32] = [:]

  init(count: Int) {
    first = [Int32](repeating: -1, count: count)
  }

  mutating func add(from start: Int, to end: Int) {
    if first[start] < 0 {
      first[start] = Int32(end)
    } else {
      second[start] = Int32(end)
    }
  }

  /// Splits the links into closed rings of vertices, starting at the least numbers.
  mutating func rings() -> [[Int]] {
    var rings: [[Int]] = []
    for start in first.indices {
      while first[start] >= 0 {
        var ring: [Int] = []
        var vertex = start
        repeat {
          ring.append(vertex)
          vertex = take(from: vertex)
        } while vertex >= 0 && vertex != start
        rings.append(ring)
      }
    }
    return rings
  }

  private mutating func take(from vertex: Int) -> Int {
    let end = first[vertex]
    first[vertex] = second.removeValue(forKey: vertex) ?? -1
    return Int(end)
  }
}
