import Charting
import Rendering

/// A chart as figures have it, and ways to spoil its scene that a reader would notice.
struct MutantChart {
  let theme: Theme.Name
  let scale: Double
  private let fonts: [any OutlineFont]
  private let typography: Typography

  init(theme: Theme.Name, scale: Double) throws {
    self.theme = theme
    self.scale = scale
    let library = FontLibrary()
    let faces = [try library.font(KnownFonts.regular), try library.font(KnownFonts.bold)]
    fonts = faces
    typography = Typography(faces: faces, regular: [0], bold: [1])
  }

  /// Two noisy courses with their smoothed lines, a legend, a title, a note.
  ///
  /// - Parameters:
  ///   - top: The upper end of the y axis.
  ///   - step: Where one raw value is 5 % higher.
  func scene(title: String = "Adam gets there first", top: Double = 2.5, raised step: Int? = nil)
    throws -> Scene
  {
    let steps = (0..<120).map(Double.init)
    let curves = ["SGD", "Adam"].enumerated().map { index, name in
      Curve(
        x: steps,
        y: steps.map { x in
          let course = 0.2 + 2.1 / (1 + x * (index == 0 ? 0.02 : 0.06))
          // A saw with teeth of unlike height.
          let saw = 1 + 0.06 * Double(Int(x) * 7 % 11 - 5) / 5
          return course * saw * (index == 1 && Int(x) == step ? 1.05 : 1)
        }, series: Series(index, name))
    }
    return try Chart(
      title: title, subtitle: "Training loss, smoothed over the raw values.",
      panels: PanelGrid(
        Panel(marks: Line.rawAndSmoothed(curves, average: try ExponentialAverage(weight: 0.8))),
        x: Axis(title: "iteration"), y: Axis(title: "loss", domain: .fixed(0, top))),
      legend: .above, notes: ["Smoothed: exponential moving average of weight 0.8."]
    ).scene(
      size: Size(width: 420, height: 300), pixelsPerPoint: scale, theme: Theme(theme),
      typography: typography)
  }

  func bitmap(_ scene: Scene) throws -> Bitmap {
    try Rasterizer(fonts: fonts).render(scene).bitmap()
  }

  /// Scenes of which a reader would notice that they are not `scene`.
  func mutants() throws -> [(name: String, scene: Scene)] {
    let scene = try scene()
    let step = Int32(256)
    var blank = scene
    blank.nodes = []
    var cropped = scene
    let (width, height) = (Int32(scene.width) * step, Int32(scene.height) * step)
    cropped.nodes.append(
      .rectangles(
        [SceneRect(x: 0, y: height / 2, width: width, height: 12 * step)], scene.paper))
    return [
      ("blank page", blank),
      ("a strip cropped", cropped),
      ("a series dropped", scene.without { $0.role == .data && $0.label == "Adam" }),
      ("a line moved down by 2 px", scene.moved("Adam", x: 0, y: 2 * step)),
      ("a line moved right by 2 px", scene.moved("SGD", x: 2 * step, y: 0)),
      ("a line moved down by half a pixel", scene.moved("Adam", x: 0, y: step / 2)),
      ("two colours swapped", scene.swapped("SGD", "Adam")),
      ("one tick digit changed", scene.withOtherDigit(in: .tickLabels)),
      ("one word of a note changed", scene.withOtherDigit(in: .note)),
      ("legend hidden", scene.without { $0.role == .legend }),
      ("title hidden", scene.without { $0.role == .title }),
      ("grid hidden", scene.without { $0.role == .grid }),
      ("one grid line hidden", scene.withFewerGridLines()),
      ("axis title hidden", scene.without { $0.role == .axisTitle }),
      ("title changed", try self.scene(title: "Adam gets there fast")),
      ("axis limit changed", try self.scene(top: 2.6)),
      ("one number changed", try self.scene(raised: 60)),
    ]
  }
}

extension Scene {
  private func changed(_ change: (SceneGroup) -> SceneGroup?) -> Scene {
    func walk(_ nodes: [SceneNode]) -> [SceneNode] {
      nodes.compactMap { node in
        guard case .group(let group) = node else { return node }
        guard var kept = change(group) else { return nil }
        kept.nodes = walk(kept.nodes)
        return .group(kept)
      }
    }
    var scene = self
    scene.nodes = walk(nodes)
    return scene
  }

  fileprivate func without(_ isDropped: (SceneGroup) -> Bool) -> Scene {
    changed { isDropped($0) ? nil : $0 }
  }

  fileprivate func moved(_ label: String, x: Int32, y: Int32) -> Scene {
    changed { group in
      guard group.role == .data, group.label == label else { return group }
      var group = group
      group.nodes = group.nodes.map { node in
        guard case .stroke(let path, let style, let color) = node else { return node }
        let elements = path.elements.map { element -> ScenePath.Element in
          func moved(_ point: ScenePoint) -> ScenePoint {
            ScenePoint(x: point.x + x, y: point.y + y)
          }
          return switch element {
          case .move(let point): .move(moved(point))
          case .line(let point): .line(moved(point))
          case .curve(let a, let b, let c): .curve(moved(a), moved(b), moved(c))
          case .close: .close
          }
        }
        return .stroke(ScenePath(elements), style, color)
      }
      return group
    }
  }

  fileprivate func swapped(_ first: String, _ second: String) -> Scene {
    var colors: [String: Color] = [:]
    _ = changed { group in
      if group.role == .data, case .stroke(_, _, let color)? = group.nodes.first {
        colors[group.label] = color
      }
      return group
    }
    return changed { group in
      guard group.role == .data, group.label == first || group.label == second else {
        return group
      }
      let other = colors[group.label == first ? second : first]
      var group = group
      group.nodes = group.nodes.map { node in
        guard case .stroke(let path, let style, let color) = node else { return node }
        return .stroke(path, style, other ?? color)
      }
      return group
    }
  }

  /// One glyph of the last line of text of a kind becomes the one before it in the font.
  fileprivate func withOtherDigit(in role: SceneGroup.Role) -> Scene {
    changed { group in
      guard group.role == role,
        let place = group.nodes.lastIndex(where: { if case .text = $0 { true } else { false } }),
        case .text(var run) = group.nodes[place], !run.glyphs.isEmpty
      else { return group }
      var group = group
      run.glyphs[0].id += 1
      group.nodes[place] = .text(run)
      return group
    }
  }

  fileprivate func withFewerGridLines() -> Scene {
    changed { group in
      guard group.role == .grid else { return group }
      var group = group
      // The last of those that lie across, or upright: none that an axis covers.
      if case .rectangles(var lines, let color)? = group.nodes.last, lines.count > 1 {
        lines.remove(at: lines.count / 2)
        group.nodes[group.nodes.count - 1] = .rectangles(lines, color)
      } else {
        group.nodes.remove(at: group.nodes.count / 2)
      }
      return group
    }
  }
}
