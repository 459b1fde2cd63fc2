package import Charting

/// A scene that was altered in one way.
package struct SceneMutation {
  /// nil where the scene has nothing to which the mutation applies.
  package let scene: Scene?

  /// - Parameter skipped: Series that are passed over where one is dropped.
  package init(_ mutation: Mutation, _ scene: Scene, skipping skipped: Int = 0) {
    var walk = Walk(mutation, scene)
    walk.skipped = skipped
    var altered = scene
    altered.nodes = mutation == .blankPage ? [] : walk.alter(scene.nodes, in: [])
    self.scene = altered == scene ? nil : altered
  }
}

/// Goes through a scene and alters what the mutation is for, once.
private struct Walk {
  let mutation: Mutation
  private let paper: Color
  private var isDone = false
  /// Series that are still to be passed over.
  var skipped = 0
  /// Whether data are drawn as lines somewhere: an area that fills its panel can move unseen.
  private var hasLines = false
  /// The two colours that change places.
  private var colours: (Color, Color)?
  /// Glyphs of digits by their face, digit by digit.
  private var digits: [(digit: Character, face: UInt8, id: UInt16)] = []

  init(_ mutation: Mutation, _ scene: Scene) {
    self.mutation = mutation
    paper = scene.paper
    var found: [Color] = []
    func gather(_ nodes: [SceneNode], isData: Bool) {
      for node in nodes {
        switch node {
        case .group(let group): gather(group.nodes, isData: isData || group.role == .data)
        case .fill(_, let color), .rectangles(_, let color), .stroke(_, _, let color):
          if isData, color != scene.paper, !found.contains(color) { found.append(color) }
        case .text(let run):
          if isData, !found.contains(run.color) { found.append(run.color) }
        }
      }
    }
    gather(scene.nodes, isData: false)
    // Bars of one colour change places with the ink of everything else.
    if found.count < 2 { gather(scene.nodes, isData: true) }
    if found.count >= 2 { colours = (found[0], found[found.count / 2]) }
    digits = Self.digits(in: scene.nodes)
    hasLines = Self.hasLines(scene.nodes, isData: false, paper: scene.paper)
  }

  private static func hasLines(_ nodes: [SceneNode], isData: Bool, paper: Color) -> Bool {
    nodes.contains { node in
      switch node {
      case .group(let group): hasLines(group.nodes, isData: group.role == .data, paper: paper)
      case .stroke(let path, _, let color): isData && path.elements.count > 2 && color != paper
      case .fill, .rectangles, .text: false
      }
    }
  }

  mutating func alter(_ nodes: [SceneNode], in roles: [SceneGroup.Role]) -> [SceneNode] {
    nodes.compactMap { node -> SceneNode? in
      guard case .group(var group) = node else { return alter(node, in: roles) }
      if isToGo(group) {
        if mutation == .seriesDropped, skipped > 0 {
          skipped -= 1
          return node
        }
        isDone = true
        return nil
      }
      group.nodes = alter(group.nodes, in: roles + [group.role])
      return .group(group)
    }
  }

  private func isToGo(_ group: SceneGroup) -> Bool {
    switch mutation {
    case .seriesDropped: !isDone && group.role == .data && !group.nodes.isEmpty
    case .legendHidden: group.role == .legend
    case .gridDropped: group.role == .grid
    default: false
    }
  }

  private mutating func alter(_ node: SceneNode, in roles: [SceneGroup.Role]) -> SceneNode {
    switch mutation {
    case .lineMoved:
      guard !isDone, roles.last == .data, isLine(node) else { return node }
      isDone = true
      return node.moved(x: 0, y: 512)
    case .coloursSwapped:
      return roles.contains(.data) ? swapped(node) : node
    case .digitChanged:
      guard !isDone, roles.last == .tickLabels, case .text(let run) = node,
        let other = withOtherDigit(run)
      else { return node }
      isDone = true
      return .text(other)
    case .titleCut:
      guard !isDone, roles.last == .title, case .text(var run) = node, run.glyphs.count > 6 else {
        return node
      }
      isDone = true
      run.glyphs.removeLast(3)
      run.text = String(run.text.dropLast(3))
      return .text(run)
    default: return node
    }
  }

  /// A line that is seen, or whatever else stands for data.
  private func isLine(_ node: SceneNode) -> Bool {
    switch node {
    case .stroke(let path, _, let color): path.elements.count > 2 && color != paper
    case .fill(_, let color), .rectangles(_, let color): !hasLines && color != paper
    case .text, .group: false
    }
  }

  private func swapped(_ node: SceneNode) -> SceneNode {
    guard let colours else { return node }
    func other(_ color: Color) -> Color {
      color == colours.0 ? colours.1 : color == colours.1 ? colours.0 : color
    }
    switch node {
    case .fill(let path, let color): return .fill(path, other(color))
    case .rectangles(let rectangles, let color): return .rectangles(rectangles, other(color))
    case .stroke(let path, let style, let color): return .stroke(path, style, other(color))
    case .text(var run):
      run.color = other(run.color)
      return .text(run)
    case .group: return node
    }
  }

  private func withOtherDigit(_ run: GlyphRun) -> GlyphRun? {
    var run = run
    var letters = Array(run.text)
    guard letters.count == run.glyphs.count else { return nil }
    for (index, letter) in letters.enumerated() where letter.isNumber {
      guard
        let other = digits.first(where: {
          $0.digit != letter && $0.face == run.glyphs[index].face
        })
      else { continue }
      run.glyphs[index].id = other.id
      letters[index] = other.digit
      run.text = String(letters)
      return run
    }
    return nil
  }

  private static func digits(
    in nodes: [SceneNode]
  ) -> [(digit: Character, face: UInt8, id: UInt16)] {
    nodes.flatMap { node -> [(digit: Character, face: UInt8, id: UInt16)] in
      switch node {
      case .group(let group): return digits(in: group.nodes)
      case .text(let run):
        let letters = Array(run.text)
        guard letters.count == run.glyphs.count else { return [] }
        return zip(letters, run.glyphs).compactMap { letter, glyph in
          letter.isASCII && letter.isNumber ? (letter, glyph.face, glyph.id) : nil
        }
      default: return []
      }
    }
  }
}
