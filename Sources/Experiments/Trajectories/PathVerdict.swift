/// What became of an optimizer on a surface; the first line that holds decides.
///
/// 1. **diverges**: a number is not finite, or the value ends above that of the start.
/// 2. **escapes** (a saddle): the value falls 0.25 below the saddle's.
/// 3. **lingers** (a saddle): none of these.
/// 4. **zigzags**: at least 5 turns along y, and one in four steps turns.
/// 5. **arrives**: less than a twentieth of the way to the minimum is left, and less than a hundredth
///    of the start's height above it.
/// 6. **crawls**: more than half of the way to the minimum is left.
/// 7. **overshoots**: on its way the value climbed again by over a tenth of the start's height above
///    the minimum, or it ends at over twice the least height that the path had.
/// 8. **descends**: none of these.
package enum PathVerdict: String, Codable, CaseIterable, Equatable, Sendable {
  case diverges, lingers, zigzags, crawls, overshoots, descends, escapes, arrives

  /// How far below the saddle's value a path has escaped.
  package static let escapeDepth = 0.25
  /// Fewest turns that are a zigzag, and the share of the steps that they make up at least.
  package static let fewestZigzags = 5
  package static let zigzagShare = 0.25
  /// Part of the start's height that a climb may have.
  package static let climbShare = 0.1
  /// How many times its least height above the minimum a path ends at that was carried past it.
  package static let climbFactor = 2.0
  /// Parts of the start's distance that are left, and of its height where a path arrives.
  package static let arrivalShare = 0.05
  package static let arrivalHeight = 0.01
  package static let crawlShare = 0.5

  package init(_ path: OptimizerPath, on surface: Surface) {
    let target = surface.value(surface.target.x, surface.target.y)
    let height = path.values[0] - target
    let last = path.values.count - 1
    let rest = path.values[last] - target
    let least = (path.values.min() ?? 0) - target
    let left = path.distances[last]
    let way = path.distances[0]
    if path.nonFiniteAt != nil && path.escapedAt == nil {
      self = .diverges
    } else if !surface.hasMinimum {
      self = path.escapedAt == nil ? .lingers : .escapes
    } else if path.values[last] > path.values[0] {
      self = .diverges
    } else if path.zigzags >= Self.fewestZigzags
      && Double(path.zigzags) >= Self.zigzagShare * Double(path.steps)
    {
      self = .zigzags
    } else if left <= Self.arrivalShare * way && rest <= Self.arrivalHeight * height {
      self = .arrives
    } else if left > Self.crawlShare * way {
      self = .crawls
    } else if path.climb > Self.climbShare * height || rest > Self.climbFactor * least {
      self = .overshoots
    } else {
      self = .descends
    }
  }
}
