/// Draws the axes of one panel: grid lines, base line, ticks, numbers.
struct AxisGuide {
  let plan: PagePlan.PanelPlan
  let x: Axis
  let y: Axis

  func drawGrid(on canvas: inout Canvas) throws(ChartError) {
    let rect = plan.frame.rect
    try canvas.group(.grid) { (canvas) throws(ChartError) in
      if y.grid {
        for tick in plan.yTicks where !tick.isMinor {
          let place = plan.frame.y(tick.value)
          guard isInside(place, rect.y, rect.maxY) else { continue }
          canvas.hairline(y: place, from: rect.x, to: rect.maxX, .grid)
        }
      }
      if x.grid {
        for tick in plan.xTicks where !tick.isMinor {
          let place = plan.frame.x(tick.value)
          guard isInside(place, rect.x, rect.maxX) else { continue }
          canvas.hairline(x: place, from: rect.y, to: rect.maxY, .grid)
        }
      }
    }
  }

  func drawAxes(on canvas: inout Canvas) throws(ChartError) {
    let rect = plan.frame.rect
    let length = canvas.theme.sizes.tickLength
    try canvas.group(.axis) { (canvas) throws(ChartError) in
      canvas.hairline(y: rect.maxY, from: rect.x, to: rect.maxX, thickness: 0.75, .muted)
      for tick in plan.xTicks {
        let place = plan.frame.x(tick.value)
        guard isInside(place, rect.x, rect.maxX) else { continue }
        canvas.hairline(
          x: place, from: rect.maxY, to: rect.maxY + (tick.isMinor ? length * 0.6 : length),
          .muted)
      }
    }
    let style = TextStyle(size: canvas.theme.sizes.tick, ink: .muted)
    try canvas.group(.tickLabels) { (canvas) throws(ChartError) in
      for label in plan.xLabels + plan.yLabels {
        try canvas.text(label.text, at: label.place, style, align: label.align)
      }
    }
  }

  private func isInside(_ place: Double, _ low: Double, _ high: Double) -> Bool {
    place >= low - 0.01 && place <= high + 0.01
  }
}
