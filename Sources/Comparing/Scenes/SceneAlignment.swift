import Charting

/// Which node of one list is which of another.
///
/// Equal nodes are matched first, as many as stand in the same order (a longest common
/// subsequence). Of the rest those that are most alike are matched, each rule in the order of the
/// first list: the same words or label, the same shape elsewhere or in another colour, at last the
/// same kind.
struct SceneAlignment {
  /// For each node of the first list its partner in the second; nil for none.
  private(set) var partners: [Int?]
  /// Nodes of the second list without a partner.
  private(set) var added: [Int] = []
  /// Whether partners stand in another order.
  private(set) var isReordered = false

  /// Entries of the table of the longest common subsequence above which nodes are matched from both
  /// ends only.
  private static let largestTable = 1_000_000

  init(_ first: [SceneNode], _ second: [SceneNode]) {
    partners = [Int?](repeating: nil, count: first.count)
    var isFree = [Bool](repeating: true, count: second.count)
    for (index, other) in Self.commonPairs(first, second) {
      partners[index] = other
      isFree[other] = false
    }
    for rule in Self.rules {
      var start = 0
      for index in first.indices where partners[index] == nil {
        while start < second.count, !isFree[start] { start += 1 }
        guard start < second.count else { break }
        if let other = second.indices[start...].first(where: {
          isFree[$0] && rule(first[index], second[$0])
        }) {
          partners[index] = other
          isFree[other] = false
        }
      }
    }
    added = second.indices.filter { isFree[$0] }
    let order = partners.compactMap { $0 }
    isReordered = zip(order, order.dropFirst()).contains { $0 > $1 }
  }

  private static let rules: [@Sendable (SceneNode, SceneNode) -> Bool] = [
    { $0 == $1 },
    { areNamedAlike($0, $1) },
    { EntryComparison.areAlike($0, $1) },
    { EntryComparison.areOfOneKind($0, $1) },
  ]

  private static func areNamedAlike(_ first: SceneNode, _ second: SceneNode) -> Bool {
    switch (first, second) {
    case (.group(let old), .group(let new)): old.role == new.role && old.label == new.label
    case (.text(let old), .text(let new)): old.text == new.text
    default: false
    }
  }

  /// Pairs of equal nodes in the order of both lists, as many as there can be.
  private static func commonPairs(
    _ first: [SceneNode], _ second: [SceneNode]
  ) -> [(Int, Int)] {
    var head = 0
    while head < min(first.count, second.count), first[head] == second[head] { head += 1 }
    var tail = 0
    while tail < min(first.count, second.count) - head,
      first[first.count - 1 - tail] == second[second.count - 1 - tail]
    {
      tail += 1
    }
    var pairs = (0..<head).map { ($0, $0) }
    let rows = first.count - head - tail
    let columns = second.count - head - tail
    if rows > 0, columns > 0, rows * columns <= largestTable {
      pairs += middlePairs(first, second, head: head, rows: rows, columns: columns)
    }
    return pairs + (0..<tail).map { (first.count - 1 - $0, second.count - 1 - $0) }
  }

  private static func middlePairs(
    _ first: [SceneNode], _ second: [SceneNode], head: Int, rows: Int, columns: Int
  ) -> [(Int, Int)] {
    // lengths[r][c]: of the longest common subsequence of what follows row r and column c.
    var lengths = [Int32](repeating: 0, count: (rows + 1) * (columns + 1))
    var areEqual = [Bool](repeating: false, count: rows * columns)
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        let place = row * (columns + 1) + column
        let isEqual = first[head + row] == second[head + column]
        areEqual[row * columns + column] = isEqual
        lengths[place] =
          isEqual
          ? lengths[place + columns + 2] + 1
          : max(lengths[place + columns + 1], lengths[place + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (row, column) = (0, 0)
    while row < rows, column < columns {
      let place = row * (columns + 1) + column
      if areEqual[row * columns + column] {
        pairs.append((head + row, head + column))
        (row, column) = (row + 1, column + 1)
      } else if lengths[place + columns + 1] >= lengths[place + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return pairs
  }
}
