import Charting
import Linting
import Testing

/// Figures of the gallery that are spoiled in one way each: every fault is found.
struct MutantTests {
  private func rules(_ drawn: DrawnChart) -> Set<LintRule> { Set(Lint.findings(drawn).map(\.rule)) }

  /// A figure with its scene changed.
  private func spoiled(_ name: String, _ change: (Scene) -> Scene) throws -> Set<LintRule> {
    var drawn = try GalleryTests.drawn(name)
    let scene = change(drawn.scene)
    #expect(scene != drawn.scene, "nothing was changed")
    drawn.scene = scene
    return rules(drawn)
  }

  /// A figure with its chart changed and drawn again.
  private func redrawn(
    _ name: String, size: Size = Size(width: 900, height: 600), _ change: (inout Chart) -> Void
  ) throws -> Set<LintRule> {
    var chart = try GalleryTests.drawn(name).chart
    change(&chart)
    return rules(try Lint.draw(chart, size: size))
  }

  @Test("a legend moved over data")
  func legend() throws {
    // Along the lines to the left; down to a line at the top of its panel; down to rising lines.
    for (name, dx, dy) in [
      ("optimizers.png", Int32(-150), Int32(0)), ("overfit.png", 0, 49), ("batchnorm.png", 0, 101),
    ] {
      let found = try spoiled(name) { scene in
        scene.changing(.legend) { $0.moved(dx * 512, dy * 512) }
      }
      #expect(found.contains(.legendOverData), "\(name): \(found)")
    }
  }

  @Test("a colour bar moved over cells")
  func colorBar() throws {
    let found = try spoiled("layers.png") { scene in
      scene.changing(.legend) { $0.moved(0, 60 * 512) }
    }
    #expect(found.contains(.legendOverData))
  }

  @Test("series in red and green of one luminance, without dashes")
  func redGreen() throws {
    for name in ["overfit.png", "batchnorm.png", "optimizers.png"] {
      let found = try spoiled(name) { scene in
        scene.changing(.data) { group in
          guard group.hasStroke else { return group }
          return group.colored(Color(hex: (group.number ?? 0) % 2 == 0 ? 0xC0504A : 0x6B7F45))
        }
      }
      #expect(found.isSuperset(of: [.grey, .colorVision]), "\(name): \(found)")
    }
  }

  @Test("a series drawn faint")
  func faint() throws {
    for name in ["overfit.png", "batchnorm.png", "train.png"] {
      let found = try spoiled(name) { scene in
        scene.changing(.data) { group in
          guard group.hasStroke else { return group }
          return group.colored(Color(hex: 0xB8D4E8), isSolid: false)
        }
      }
      #expect(found.contains(.contrast), "\(name): \(found)")
    }
  }

  @Test("a label moved over another")
  func label() throws {
    for (name, role) in [
      ("activations.png", SceneGroup.Role.rowTitle), ("overfit.png", .columnTitle),
      ("trajectories.png", .panelTitle), ("optimizers.png", .tickLabels),
    ] {
      var first: GlyphRun?
      let found = try spoiled(name) { scene in
        scene.changing(role) { group in
          var group = group
          group.nodes = group.nodes.map { node in
            guard case .text(let run) = node else { return node }
            guard let other = first else {
              first = run
              return node
            }
            return .text(run.moved(other.box.x - run.box.x, other.box.y - run.box.y))
          }
          return group
        }
      }
      #expect(found.contains(.textOverlap), "\(name): \(found)")
    }
  }

  @Test("a text at the edge of the page")
  func edge() throws {
    for name in GalleryTests.names {
      let found = try spoiled(name) { scene in
        scene.changing(.note) { group in group.moved(-group.runs[0].box.x - 256, 0) }
      }
      #expect(found.contains(.clipped), "\(name): \(found)")
    }
  }

  @Test("facts moved onto the bars")
  func facts() throws {
    for name in ["activations.png", "activations-relu.png"] {
      let found = try spoiled(name) { scene in
        scene.changing(.annotation) { $0.moved(0, 45 * 512) }
      }
      #expect(found.contains(.textOnData), "\(name): \(found)")
    }
  }

  @Test("axes that are shared no longer")
  func axes() throws {
    for name in ["overfit.png", "batchnorm.png", "activations.png"] {
      let found = try redrawn(name) { chart in
        chart.sections[0].shareY = .none
        chart.sections[0].y.domain = .data(includeZero: true)
      }
      #expect(found.contains(.unequalAxes), "\(name): \(found)")
    }
  }

  @Test("smoothed lines alone, by the chart and by the drawing")
  func smoothed() throws {
    for name in ["optimizers.png", "initializers.png", "train.png"] {
      let chart = try redrawn(name) { chart in
        for section in chart.sections.indices {
          chart.sections[section].panels[0]?.marks.removeAll {
            if case .raw = $0.content { true } else { false }
          }
        }
      }
      #expect(chart.contains(.smoothedWithoutRaw), "\(name)")
      let paper = Color(hex: 0xFFFFFF)
      let scene = try spoiled(name) { scene in
        scene.changing(.data) { $0.isThin ? $0.colored(paper) : $0 }
      }
      #expect(scene.contains(.smoothedWithoutRaw), "\(name)")
    }
  }

  @Test("legends hidden, colour bars taken away")
  func unnamed() throws {
    for name in ["optimizers.png", "overfit.png", "batchnorm.png", "layers.png"] {
      let found = try spoiled(name) { $0.changing(.legend) { _ in nil } }
      #expect(found.contains(.unnamed), "\(name): \(found)")
    }
  }

  @Test("bars cut at their feet, accuracies cut at half")
  func cutAxes() throws {
    let bars = try redrawn("activations.png") { $0.sections[0].y.domain = .fixed(5, 60) }
    #expect(bars.contains(.barsFromZero))
    let lines = try redrawn("overfit.png") { $0.sections[0].y.domain = .fixed(50, 100) }
    #expect(lines.isSuperset(of: [.hiddenData, .truncatedMeasure]), "\(lines)")
  }

  @Test("words too pale, too small, left out")
  func words() throws {
    let pale = try spoiled("layers.png") { scene in
      scene.changing(.verdict) { $0.colored(Color(hex: 0x8A8A8A)) }
    }
    #expect(pale == [.contrast])
    let drawn = try GalleryTests.drawn("overfit.png")
    let column = Linter(width: 252).findings(in: drawn)
    #expect(column.map(\.rule) == [.smallText])
    let small = try redrawn("activations.png", size: Size(width: 420, height: 420)) { _ in }
    #expect(small.contains(.leftOut), "\(small)")
  }

  @Test("a line drawn over another from end to end")
  func covered() throws {
    let found = try redrawn("train.png") { chart in
      guard let line = chart.sections[0].panels[0]?.marks[1] as? Line else { return }
      // Under the solid one.
      var marks = chart.sections[0].panels[0]?.marks ?? []
      var first = marks[0] as? Line ?? line
      first.y = line.y
      marks = [line, first]
      chart.sections[0].panels[0]?.marks = marks
    }
    #expect(found.contains(.covered), "\(found)")
  }
}

extension SceneGroup {
  var hasStroke: Bool {
    nodes.contains { node in if case .stroke = node { true } else { false } }
  }

  /// Whether its pen is one of raw lines.
  var isThin: Bool {
    nodes.contains { node in
      if case .stroke(_, let style, _) = node { style.width < 512 } else { false }
    }
  }
}
