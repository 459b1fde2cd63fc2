extension SceneNode {
  /// The same entry elsewhere, glyphs and clips included; distances in 1/256 pixel.
  package func moved(x: Int32, y: Int32) -> SceneNode {
    switch self {
    case .fill(let path, let color): .fill(path.moved(x: x, y: y), color)
    case .rectangles(let rectangles, let color):
      .rectangles(rectangles.map { $0.moved(x: x, y: y) }, color)
    case .stroke(let path, let style, let color): .stroke(path.moved(x: x, y: y), style, color)
    case .text(var run):
      {
        for index in run.glyphs.indices {
          run.glyphs[index].origin = run.glyphs[index].origin.moved(x: x, y: y)
        }
        run.box = run.box.moved(x: x, y: y)
        return .text(run)
      }()
    case .group(var group):
      {
        group.clip = group.clip?.moved(x: x, y: y)
        group.nodes = group.nodes.map { $0.moved(x: x, y: y) }
        return .group(group)
      }()
    }
  }
}

extension ScenePoint {
  /// The point elsewhere; far outside any page it stays where numbers end.
  package func moved(x: Int32, y: Int32) -> ScenePoint {
    ScenePoint(x: Self.sum(self.x, x), y: Self.sum(self.y, y))
  }

  fileprivate static func sum(_ a: Int32, _ b: Int32) -> Int32 {
    let (sum, isOver) = a.addingReportingOverflow(b)
    return isOver ? (b < 0 ? .min : .max) : sum
  }
}

extension SceneRect {
  /// The rectangle elsewhere.
  package func moved(x: Int32, y: Int32) -> SceneRect {
    let corner = ScenePoint(x: self.x, y: self.y).moved(x: x, y: y)
    return SceneRect(x: corner.x, y: corner.y, width: width, height: height)
  }
}

extension ScenePath {
  /// The path elsewhere.
  package func moved(x: Int32, y: Int32) -> ScenePath {
    ScenePath(
      elements.map { element in
        switch element {
        case .move(let point): .move(point.moved(x: x, y: y))
        case .line(let point): .line(point.moved(x: x, y: y))
        case .curve(let first, let second, let end):
          .curve(
            first.moved(x: x, y: y), second.moved(x: x, y: y), end.moved(x: x, y: y))
        case .close: .close
        }
      })
  }

  /// All points, control points too, in order.
  package var points: [ScenePoint] {
    var points: [ScenePoint] = []
    points.reserveCapacity(elements.count)
    for element in elements {
      switch element {
      case .move(let point), .line(let point): points.append(point)
      case .curve(let first, let second, let end): points += [first, second, end]
      case .close: break
      }
    }
    return points
  }
}
