import Testing

@testable import Charting

struct AspectTests {
  private func axis(_ low: Double, _ high: Double, kind: Axis.Kind = .linear) -> Axis {
    Axis(title: "a", kind: kind, domain: .fixed(low, high))
  }

  private func frames(_ grid: PanelGrid, _ size: Size) throws -> [Frame] {
    let chart = Chart(title: "a", sections: [grid])
    let plan = try PageSolver(
      chart: chart, size: size, theme: Theme(.light), text: TextSetter(typography: .test)
    ).solve()
    return plan.sections[0].panels.map(\.frame)
  }

  @Test("one unit of x is as long as one unit of y, at any size, for any sharing of axes")
  func units() throws {
    var random = TickRandom(seed: 11)
    let sharings: [PanelGrid.Sharing] = [.all, .rows, .columns, .none]
    for round in 0..<120 {
      let size = Size(width: 320 + 1600 * random.unit(), height: 240 + 1100 * random.unit())
      let span = 1 + 20 * random.unit()
      let panels = (0..<4).map { _ in
        let (x, y) = (span * random.unit(), 8 * random.unit())
        return Panel(marks: [Points(x: [0, x + 1], y: [-1, y], series: Series(0, "a"))])
      }
      let grid = PanelGrid(
        panels: panels, columns: 2, x: Axis(title: "x"), y: Axis(title: "y"),
        shareX: sharings[round % 4], shareY: sharings[round / 4 % 4], equalAspect: true)
      for frame in try frames(grid, size) {
        let x = frame.x(1) - frame.x(0)
        let y = frame.y(0) - frame.y(1)
        #expect(abs(x - y) < 1e-6 * x, "\(size) \(x) \(y)")
        // Nothing of the data is lost.
        #expect(frame.x(0) >= frame.rect.x - 1e-6 && frame.y(-1) <= frame.rect.maxY + 1e-6)
      }
    }
  }

  @Test("plots of one range take its shape, keep the range, and stand in the middle")
  func shape() throws {
    let grid = PanelGrid(
      panels: [Panel(marks: []), Panel(marks: [])], columns: 2, x: axis(0, 10), y: axis(-5, 5),
      equalAspect: true)
    let frames = try frames(grid, Size(width: 900, height: 300))
    for frame in frames {
      #expect(abs(frame.rect.width - frame.rect.height) < 1e-9)
      #expect(frame.x(0) == frame.rect.x && frame.x(10) == frame.rect.maxX)
    }
    let left = frames[0].rect.x
    let right = 900 - frames[1].rect.maxX
    #expect(left > 100 && right > 100)
  }

  @Test("on two log axes one decade is as long as the other; unlike axes are refused")
  func logarithmic() throws {
    let grid = PanelGrid(
      Panel(marks: []), x: axis(1, 1000, kind: .log10), y: axis(1e-4, 1, kind: .log10),
      equalAspect: true)
    let frame = try frames(grid, Size(width: 500, height: 400))[0]
    #expect(abs(frame.x(100) - frame.x(10) - (frame.y(0.01) - frame.y(0.1))) < 1e-9)
    let unlike = PanelGrid(
      Panel(marks: []), x: axis(1, 1000, kind: .log10), y: axis(0, 1), equalAspect: true)
    #expect(throws: ChartError.aspectOfUnlikeAxes) {
      try frames(unlike, Size(width: 500, height: 400))
    }
  }
}
