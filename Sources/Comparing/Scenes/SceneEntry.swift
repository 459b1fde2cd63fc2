package import Charting
import Provenance

/// One shape or line of text of a scene, and where among the groups it stands.
package struct SceneEntry: Equatable, Sendable {
  package enum Kind: Equatable, Sendable { case area, rectangles, line, text }

  /// A group around an entry.
  package struct Group: Equatable, Sendable {
    package var role: SceneGroup.Role
    package var label: String
  }

  /// Never a group.
  package var node: SceneNode
  /// From the outermost in.
  package var groups: [Group]
  /// What all clips around it let through; nil for everything.
  package var clip: SceneRect?
  /// Which of the entries of its kind under groups of these roles and labels it is, from 1.
  package var ordinal = 1
  /// How many there are.
  package var count = 1

  package var kind: Kind {
    switch node {
    case .fill, .group: .area
    case .rectangles: .rectangles
    case .stroke: .line
    case .text: .text
    }
  }

  package var color: Color {
    switch node {
    case .fill(_, let color), .rectangles(_, let color), .stroke(_, _, let color): color
    case .text(let run): run.color
    case .group: Color(red: 0, green: 0, blue: 0, alpha: 0)
    }
  }

  /// What it is to a reader: `data line "Adam" of panel "loss"`, `tick label "0.5"`.
  package var name: String { SceneWords.name(of: self) }
}

extension Scene {
  /// Everything that is drawn, back to front.
  package var entries: [SceneEntry] {
    var entries: [SceneEntry] = []
    func gather(_ nodes: [SceneNode], _ groups: [SceneEntry.Group], _ clip: SceneRect?) {
      for node in nodes {
        if case .group(let group) = node {
          let outer = clip
          gather(
            group.nodes, groups + [SceneEntry.Group(role: group.role, label: group.label)],
            group.clip.map { inner in outer?.intersection(inner) ?? inner } ?? outer)
        } else {
          entries.append(SceneEntry(node: node, groups: groups, clip: clip))
        }
      }
    }
    gather(nodes, [], nil)
    SceneEntry.number(&entries)
    return entries
  }
}

extension SceneEntry {
  /// Counts the entries that only their order tells apart.
  fileprivate static func number(_ entries: inout [SceneEntry]) {
    // Sorted rather than hashed: equal keys come to stand side by side, in their order.
    let keys = entries.map(\.key)
    let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var start = 0
    while start < order.count {
      var end = start
      while end < order.count, keys[order[end]] == keys[order[start]] { end += 1 }
      for place in start..<end {
        entries[order[place]].ordinal = place - start + 1
        entries[order[place]].count = end - start
      }
      start = end
    }
  }

  private var key: String {
    let path = groups.map { "\($0.role.rawValue)\u{1}\($0.label)" }.joined(separator: "\u{2}")
    guard case .text(let run) = node else { return "\(path)\u{3}\(kind)" }
    return "\(path)\u{3}text\u{4}\(run.text)"
  }
}

extension SceneRect {
  /// What both cover; empty where they do not meet.
  func intersection(_ other: SceneRect) -> SceneRect {
    let (left, top) = (max(x, other.x), max(y, other.y))
    let right = min(Int64(x) + Int64(width), Int64(other.x) + Int64(other.width))
    let bottom = min(Int64(y) + Int64(height), Int64(other.y) + Int64(other.height))
    return SceneRect(
      x: left, y: top, width: Int32(clamping: max(0, right - Int64(left))),
      height: Int32(clamping: max(0, bottom - Int64(top))))
  }
}
