import Charting

extension Scene {
  /// The scene with every group of a role changed.
  func changing(
    _ role: SceneGroup.Role, _ change: (SceneGroup) -> SceneGroup?
  ) -> Scene {
    func changed(_ nodes: [SceneNode]) -> [SceneNode] {
      nodes.compactMap { node in
        guard case .group(var group) = node else { return node }
        if group.role == role { return change(group).map(SceneNode.group) }
        group.nodes = changed(group.nodes)
        return .group(group)
      }
    }
    var scene = self
    scene.nodes = changed(nodes)
    return scene
  }

  /// The scene with the texts that read so changed.
  func changing(text: String, _ change: (GlyphRun) -> GlyphRun) -> Scene {
    func changed(_ nodes: [SceneNode]) -> [SceneNode] {
      nodes.map { node in
        switch node {
        case .text(let run) where run.text == text: return .text(change(run))
        case .group(var group):
          group.nodes = changed(group.nodes)
          return .group(group)
        default: return node
        }
      }
    }
    var scene = self
    scene.nodes = changed(nodes)
    return scene
  }

  /// All texts.
  var runs: [GlyphRun] {
    func search(_ nodes: [SceneNode]) -> [GlyphRun] {
      nodes.flatMap { node -> [GlyphRun] in
        switch node {
        case .text(let run): [run]
        case .group(let group): search(group.nodes)
        default: []
        }
      }
    }
    return search(nodes)
  }
}

extension GlyphRun {
  /// The text elsewhere; lengths in 1/256 pixel.
  func moved(_ dx: Int32, _ dy: Int32) -> GlyphRun {
    var run = self
    run.box.x += dx
    run.box.y += dy
    for index in run.glyphs.indices {
      run.glyphs[index].origin.x += dx
      run.glyphs[index].origin.y += dy
    }
    return run
  }

  func colored(_ color: Color) -> GlyphRun {
    var run = self
    run.color = color
    return run
  }
}

extension SceneGroup {
  /// The group elsewhere; lengths in 1/256 pixel.
  func moved(_ dx: Int32, _ dy: Int32) -> SceneGroup {
    var group = self
    group.nodes = nodes.map { $0.moved(dx, dy) }
    return group
  }

  /// The group in one colour and without dashes.
  func colored(_ color: Color, isSolid: Bool = true) -> SceneGroup {
    var group = self
    group.nodes = nodes.map { node in
      switch node {
      case .fill(let path, _): return .fill(path, color)
      case .rectangles(let rects, _): return .rectangles(rects, color)
      case .stroke(let path, var style, _):
        if isSolid { style.dashes = [] }
        return .stroke(path, style, color)
      case .text(let run): return .text(run.colored(color))
      case .group(let inner): return .group(inner.colored(color, isSolid: isSolid))
      }
    }
    return group
  }
}

extension SceneNode {
  func moved(_ dx: Int32, _ dy: Int32) -> SceneNode {
    switch self {
    case .fill(let path, let color): return .fill(path.moved(dx, dy), color)
    case .stroke(let path, let style, let color): return .stroke(path.moved(dx, dy), style, color)
    case .rectangles(let rects, let color):
      return .rectangles(
        rects.map { SceneRect(x: $0.x + dx, y: $0.y + dy, width: $0.width, height: $0.height) },
        color)
    case .text(let run): return .text(run.moved(dx, dy))
    case .group(let group): return .group(group.moved(dx, dy))
    }
  }
}

extension ScenePath {
  func moved(_ dx: Int32, _ dy: Int32) -> ScenePath {
    func at(_ point: ScenePoint) -> ScenePoint { ScenePoint(x: point.x + dx, y: point.y + dy) }
    return ScenePath(
      elements.map { element in
        switch element {
        case .move(let point): .move(at(point))
        case .line(let point): .line(at(point))
        case .curve(let one, let two, let end): .curve(at(one), at(two), at(end))
        case .close: .close
        }
      })
  }
}
