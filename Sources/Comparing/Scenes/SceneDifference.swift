package import Charting

/// How two scenes differ, part by part, in words.
///
/// Parts are told by what they are (role, label, kind, words) and by their order, not by their
/// number in the list, so that one entry more or less does not make all that follow differ.
package struct SceneDifference: Equatable, Sendable {
  /// In the order in which the first scene draws; what is added comes last in its group.
  package private(set) var changes: [SceneChange] = []
  /// Entries of the first scene.
  package let count: Int

  /// nil for scenes with the same identity.
  package init?(_ first: Scene, _ second: Scene) {
    let entries = first.entries
    count = entries.count
    var comparison = SceneComparison(
      names: entries.map(\.name), newNames: second.entries.map(\.name))
    comparison.comparePages(first, second)
    comparison.compare(
      SceneBranch.branches(of: first.nodes), SceneBranch.branches(of: second.nodes), in: [])
    changes = comparison.changes
    guard !changes.isEmpty else { return nil }
  }
}

extension SceneDifference: CustomStringConvertible {
  /// The first changes as one clause: `data line "Adam" is moved by 2 px down; 3 more parts differ`.
  package var description: String {
    let shown = 3
    var clauses = changes.prefix(shown).map(\.description)
    if changes.count > shown { clauses.append("\(changes.count - shown) more parts differ") }
    return clauses.joined(separator: "; ")
  }
}

/// A node of a scene that knows which entries it holds.
struct SceneBranch {
  let node: SceneNode
  /// The first of its entries among those of its scene.
  let first: Int
  /// Its entries.
  let count: Int

  static func branches(of nodes: [SceneNode], from first: Int = 0) -> [SceneBranch] {
    var next = first
    return nodes.map { node in
      let branch = SceneBranch(node: node, first: next, count: count(node))
      next += branch.count
      return branch
    }
  }

  var children: [SceneBranch] {
    guard case .group(let group) = node else { return [] }
    return Self.branches(of: group.nodes, from: first)
  }

  private static func count(_ node: SceneNode) -> Int {
    guard case .group(let group) = node else { return 1 }
    return group.nodes.reduce(0) { $0 + count($1) }
  }
}

/// Gathers the changes between two scenes.
struct SceneComparison {
  /// Of the entries of the first scene, and of the second.
  let names: [String]
  let newNames: [String]
  private(set) var changes: [SceneChange] = []

  init(names: [String], newNames: [String]) {
    self.names = names
    self.newNames = newNames
  }

  mutating func comparePages(_ first: Scene, _ second: Scene) {
    var kinds: [SceneChange.Kind] = []
    if (first.width, first.height) != (second.width, second.height) {
      kinds.append(
        .page(
          "is \(second.width)x\(second.height) instead of \(first.width)x\(first.height) pixels"))
    }
    if first.paper != second.paper {
      kinds.append(.page("is \(second.paper.text) instead of \(first.paper.text)"))
    }
    if first.faces != second.faces { kinds.append(.page("is set in other fonts")) }
    if !kinds.isEmpty { changes.append(SceneChange(name: "the page", kinds: kinds)) }
  }

  mutating func compare(
    _ first: [SceneBranch], _ second: [SceneBranch], in groups: [SceneEntry.Group]
  ) {
    let alignment = SceneAlignment(first.map(\.node), second.map(\.node))
    for (index, branch) in first.enumerated() {
      guard let partner = alignment.partners[index] else {
        changes.append(
          SceneChange(
            name: name(of: branch, among: names, in: groups),
            kinds: [.missing(entries: branch.count)]))
        continue
      }
      compare(branch, second[partner], in: groups)
    }
    for index in alignment.added {
      let branch = second[index]
      changes.append(
        SceneChange(
          name: name(of: branch, among: newNames, in: groups),
          kinds: [.added(entries: branch.count)]))
    }
    if alignment.isReordered {
      let name = groups.last.map { SceneWords.name(of: $0, in: groups.dropLast()) } ?? "the page"
      changes.append(SceneChange(name: name, kinds: [.order]))
    }
  }

  private mutating func compare(
    _ first: SceneBranch, _ second: SceneBranch, in groups: [SceneEntry.Group]
  ) {
    if case .group(let old) = first.node, case .group(let new) = second.node {
      let group = SceneEntry.Group(role: old.role, label: old.label)
      if old.clip != new.clip {
        changes.append(SceneChange(name: SceneWords.name(of: group, in: groups), kinds: [.clip]))
      }
      compare(first.children, second.children, in: groups + [group])
      return
    }
    let kinds = EntryComparison.kinds(first.node, second.node)
    if !kinds.isEmpty { changes.append(SceneChange(name: names[first.first], kinds: kinds)) }
  }

  private func name(
    of branch: SceneBranch, among names: [String], in groups: [SceneEntry.Group]
  ) -> String {
    guard case .group(let group) = branch.node else { return names[branch.first] }
    return SceneWords.name(
      of: SceneEntry.Group(role: group.role, label: group.label), in: groups)
  }
}
