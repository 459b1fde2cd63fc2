package import Provenance

/// Where two results differ, leaf by leaf: numbers, texts, truth values.
package struct TreeDifference: Equatable, Sendable {
  /// What the first place that differs has, in each.
  package enum First: Equatable, Sendable {
    case values(JSONValue, JSONValue)
    /// Arrays of unlike lengths.
    case counts(Int, Int)
    /// A member that one of them lacks.
    case member(isInFirst: Bool)
  }

  /// The first place that differs, in the order in which the first tree is written.
  package let path: [JSONStep]
  package let first: First
  /// Leaves that differ, those that one tree lacks included.
  package let count: Int
  /// Leaves of the larger tree.
  package let total: Int
  /// The largest `|a − b| / max(|a|, |b|)` of two finite numbers; nil where no such pair differs.
  package let largest: Double?

  /// nil for trees that are written alike.
  package init?(_ one: JSONValue, _ other: JSONValue) {
    var walk = Walk()
    walk.compare(one, other)
    guard let found = walk.first else { return nil }
    (path, first) = found
    count = walk.count
    total = max(one.leafCount, other.leafCount)
    largest = walk.largest
  }
}

/// Goes through two trees at once.
private struct Walk {
  private(set) var first: (path: [JSONStep], first: TreeDifference.First)?
  private(set) var count = 0
  private(set) var largest: Double?
  private var path: [JSONStep] = []

  mutating func compare(_ one: JSONValue, _ other: JSONValue) {
    switch (one, other) {
    case (.array(let one), .array(let other)):
      for index in 0..<min(one.count, other.count) {
        inside(.index(index)) { $0.compare(one[index], other[index]) }
      }
      guard one.count != other.count else { return }
      note(.counts(one.count, other.count), leaves: Self.surplus(one, other))
    case (.object(let one), .object(let other)):
      compare(one, other)
    default:
      guard one != other else { return }
      note(.values(one, other), leaves: max(one.leafCount, other.leafCount))
      if case .number(let a) = one, case .number(let b) = other, a.isFinite, b.isFinite {
        largest = max(largest ?? 0, abs(a - b) / max(abs(a), abs(b)))
      }
    }
  }

  private mutating func compare(_ one: [JSONMember], _ other: [JSONMember]) {
    let others = JSONValue.object(other)
    for member in one {
      inside(.key(member.key)) { walk in
        if let value = others[member.key] {
          walk.compare(member.value, value)
        } else {
          walk.note(.member(isInFirst: true), leaves: member.value.leafCount)
        }
      }
    }
    let ones = JSONValue.object(one)
    for member in other where ones[member.key] == nil {
      inside(.key(member.key)) {
        $0.note(.member(isInFirst: false), leaves: member.value.leafCount)
      }
    }
  }

  private mutating func inside(_ step: JSONStep, _ body: (inout Walk) -> Void) {
    path.append(step)
    body(&self)
    path.removeLast()
  }

  private mutating func note(_ what: TreeDifference.First, leaves: Int) {
    count += max(1, leaves)
    if first == nil { first = (path, what) }
  }

  private static func surplus(_ one: [JSONValue], _ other: [JSONValue]) -> Int {
    let (longer, from) = one.count > other.count ? (one, other.count) : (other, one.count)
    return longer[from...].reduce(0) { $0 + $1.leafCount }
  }
}

extension JSONValue {
  /// Numbers, texts, truth values and nulls in it.
  fileprivate var leafCount: Int {
    switch self {
    case .null, .bool, .number, .string: 1
    case .array(let elements): elements.reduce(0) { $0 + $1.leafCount }
    case .object(let members): members.reduce(0) { $0 + $1.value.leafCount }
    }
  }
}
