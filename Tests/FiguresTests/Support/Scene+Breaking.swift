import Charting

extension Scene {
  /// The scene with one of its texts, counted in the order of drawing, elsewhere; 1/256 pixel.
  func movingText(_ index: Int, x: Int32, y: Int32) -> Scene {
    var count = 0
    var scene = self
    scene.nodes = nodes.map {
      $0.changingLeaves { node in
        guard case .text(let run) = node else { return node }
        defer { count += 1 }
        guard count == index else { return node }
        var moved = run
        (moved.box.x, moved.box.y) = (run.box.x + x, run.box.y + y)
        return .text(moved)
      }
    }
    return scene
  }

  /// The scene with the ink of one of its marks so many heights of the plot further down, under the
  /// same clip; nil where it has no mark of this number.
  func movingMark(_ index: Int, byHeights heights: Double) -> Scene? {
    var count = 0
    let scene = changingMarks { mark in
      defer { count += 1 }
      guard count == index, let clip = mark.clip else { return }
      let distance = Int32(Double(clip.height) * heights)
      mark.nodes = mark.nodes.map { $0.moved(x: 0, y: distance) }
    }
    return index < count ? scene : nil
  }

  /// The scene with each of the groups that hold the ink of a mark changed.
  func changingMarks(_ change: (inout SceneGroup) -> Void) -> Scene {
    func changed(_ nodes: [SceneNode]) -> [SceneNode] {
      nodes.map { node in
        guard case .group(var group) = node else { return node }
        if group.role == .data { change(&group) } else { group.nodes = changed(group.nodes) }
        return .group(group)
      }
    }
    var scene = self
    scene.nodes = changed(nodes)
    return scene
  }
}

extension SceneNode {
  fileprivate func changingLeaves(_ change: (SceneNode) -> SceneNode) -> SceneNode {
    guard case .group(var group) = self else { return change(self) }
    group.nodes = group.nodes.map { $0.changingLeaves(change) }
    return .group(group)
  }
}
