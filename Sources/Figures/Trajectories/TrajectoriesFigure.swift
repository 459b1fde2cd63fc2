package import Charting
package import Experiments
import NeuralNet

/// The ways of optimizers over one surface, a panel each, on contours at true levels.
package struct TrajectoriesFigure: Figure {
  package static let experiment = "trajectories"
  package let result: TrajectoriesResult
  package let language: Language
  let text: TrajectoriesText
  let verdicts: [PathVerdict]

  package init(_ result: TrajectoriesResult, language: Language) {
    self.result = result
    self.language = language
    verdicts = result.paths.map { PathVerdict($0, on: result.config.surface) }
    text = TrajectoriesText(language: language, result: result, verdicts: verdicts)
  }

  /// Panels beside each other.
  private var columns: Int {
    switch result.paths.count {
    case 1: 1
    case 2, 4: 2
    case 3, 5...9: 3
    default: 4
    }
  }

  /// Page in points unless the user gives another: as high as plots of the view's shape need.
  package var defaultSize: Size {
    let rows = Double((result.paths.count + columns - 1) / columns)
    let width = columns == 1 ? 700.0 : 900.0
    let plot = (width - 62 - 12 * Double(columns - 1)) / Double(columns)
    let height = 104 + rows * (40 + plot * config.view.height / config.view.width)
    return Size(width: width, height: min(max(height.rounded(), 320), 1400))
  }

  /// One sentence for each optimizer.
  package var findings: [String] { result.paths.indices.map(text.finding) }

  package var chart: Chart {
    let (x, y) = (config.view.x, config.view.y)
    return Chart(
      title: text.title, subtitle: text.summary,
      sections: [
        PanelGrid(
          panels: result.paths.indices.map(panel), columns: columns,
          x: Axis(title: "x", domain: .fixed(x[0], x[1]), grid: false),
          y: Axis(title: "y", domain: .fixed(y[0], y[1]), grid: false), equalAspect: true,
          wraps: true,
          excerpt: Excerpt(
            panels: Excerpt.Part(
              of: result.paths.count, ranks: Array(result.paths.indices), text.shownPaths)))
      ],
      legend: .none, notes: text.notes,
      shortForms: [ShortForm(text.title, text.shortTitle)])
  }

  private func panel(_ index: Int) -> Panel {
    let path = result.paths[index]
    let target = config.surface.target
    var marks: [any Mark] = []
    if let contours { marks.append(contours) }
    if config.field { marks.append(field) }
    // What the signs are is said once.
    let isFirst = index == 0
    // The star lies under the path: where that ends is what counts.
    marks.append(
      Points(
        x: [target.x], y: [target.y], series: Series(index, text.target), ink: .ink,
        marker: .star, radius: endsOnTarget(path) ? 8 : 5, isNamed: false, hasRim: true))
    marks.append(trajectory(path, verdict: verdicts[index], isLabelled: isFirst))
    if isFirst && config.view.contains(target.x, target.y) {
      marks.append(
        TextMark(
          x: target.x, y: target.y, text: text.target, around: endsOnTarget(path) ? 12 : 8))
    }
    return Panel(
      title: text.panelTitle(index), statistics: text.statistics(index), marks: marks)
  }

  /// Whether the last steps lie on the star, which has to be seen around them.
  private func endsOnTarget(_ path: OptimizerPath) -> Bool {
    let reach = max(config.view.width, config.view.height) / 200
    return path.distances.suffix(2).allSatisfy { $0 < reach }
  }

  // MARK: Surface

  /// Nodes of the contours' grid along the longer side of the view.
  private static let nodes = 241

  /// The surface by its levels; nil where it has no finite value in view.
  private var contours: Contours? {
    let view = config.view
    let longest = max(view.width, view.height)
    func places(_ range: [Double]) -> [Double] {
      let span = range[1] - range[0]
      let count = max(31, Int((Double(Self.nodes) * span / longest).rounded()))
      return (0..<count).map { index in
        index + 1 == count ? range[1] : range[0] + span * Double(index) / Double(count - 1)
      }
    }
    let surface = config.surface
    guard
      let grid = try? ContourGrid(
        x: places(view.x), y: places(view.y), function: { surface.value($0, $1) }),
      let range = grid.range
    else { return nil }
    return Contours(grid, levels: levels(in: range), fade: 0.66)
  }

  /// Levels within what the surface calls worth it, as long as the view holds several of these.
  private func levels(in range: (lower: Double, upper: Double)) -> [ContourLevel] {
    var (lower, upper) = range
    if let useful = config.surface.contourRange {
      if useful.lowerBound < upper / 20 { lower = max(lower, useful.lowerBound * 0.99) }
      if lower < useful.upperBound / 20 { upper = min(upper, useful.upperBound) }
    }
    return ContourLevels.choose(min: lower, max: upper, count: 7)
  }

  /// Arrows along the view's longer side.
  private static let arrows = 17

  /// The way of steepest descent; all arrows have one length, for slopes differ too much.
  private var field: Arrows {
    let view = config.view
    let step = max(view.width, view.height) / Double(Self.arrows)
    var arrows = Arrows(
      x: [], y: [], dx: [], dy: [], length: .equal(12), ink: .faint(.ink, 0.25), width: 0.7)
    let columns = max(2, Int((view.width / step).rounded()))
    let rows = max(2, Int((view.height / step).rounded()))
    let (width, height) = (view.width / Double(columns), view.height / Double(rows))
    for row in 0..<rows {
      let y = view.y[0] + height * (Double(row) + 0.5)
      for column in 0..<columns {
        let x = view.x[0] + width * (Double(column) + 0.5)
        let slope = config.surface.gradient(x, y)
        arrows.x.append(x)
        arrows.y.append(y)
        arrows.dx.append(-slope.x)
        arrows.dy.append(-slope.y)
      }
    }
    return arrows
  }

  // MARK: Paths

  private func trajectory(
    _ path: OptimizerPath, verdict: PathVerdict, isLabelled: Bool
  ) -> Trajectory {
    var (x, y) = (path.x, path.y)
    if let step = path.leftViewAt, step > 0 {
      // The way is drawn to the edge of the view, and ends there with a sign.
      x.removeSubrange(step...)
      y.removeSubrange(step...)
      if step < path.x.count, let edge = edge(from: step - 1, of: path) {
        x.append(edge.x)
        y.append(edge.y)
      }
      x.append(.nan)
      y.append(.nan)
    }
    return Trajectory(
      x: x, y: y, series: Series(0, text.name(of: path.optimizer)), ink: ink(verdict),
      startLabel: isLabelled ? text.start : "",
      divergence: Divergence(label: path.leftViewAt.map(text.left) ?? ""), isNamed: false,
      marksExits: path.stepsOutside(config.view) > 0)
  }

  /// Where the step that starts at a place of a path leaves the view.
  private func edge(from index: Int, of path: OptimizerPath) -> Point? {
    let view = config.view
    return clippedSegment(
      from: Point(x: path.x[index], y: path.y[index]),
      to: Point(x: path.x[index + 1], y: path.y[index + 1]),
      in: Rect(x: view.x[0], y: view.y[0], width: view.width, height: view.height)
    )?.1
  }

  private func ink(_ verdict: PathVerdict) -> Ink {
    switch verdict {
    case .arrives, .escapes: .health(.good)
    case .overshoots, .descends: .health(.poor)
    case .diverges, .lingers, .zigzags, .crawls: .health(.bad)
    }
  }
}
