import Experiments
import Testing

struct TrajectoriesSurfaceTests {
  @Test("values are those of a hand computation")
  func values() {
    #expect(Surface.bowl.value(-7, 2) == 6.45)
    #expect(Surface.rosenbrock.value(0, 0) == 1)
    #expect(abs(Surface.rosenbrock.value(-1.2, 1) - 24.2) < 1e-13)
    #expect(Surface.saddle.value(3, 2) == -5)
    // At (1, 1) the terms are 1.5, 2.25 and 2.625; at (0, y) too.
    #expect(Surface.beale.value(1, 1) == 14.203125)
    #expect(Surface.beale.value(0, -3) == 14.203125)
    #expect(Surface.beale.value(3, 0.5) == 0)
  }

  @Test("gradients agree with central differences", arguments: Surface.allCases)
  func gradients(surface: Surface) {
    let step = 1.0 / 65_536
    for i in -8...8 {
      for j in -8...8 {
        let (x, y) = (Double(i) * 0.37 + 0.05, Double(j) * 0.29 - 0.03)
        let slope = surface.gradient(x, y)
        let alongX = (surface.value(x + step, y) - surface.value(x - step, y)) / (2 * step)
        let alongY = (surface.value(x, y + step) - surface.value(x, y - step)) / (2 * step)
        // The cubic term of the difference is h² f'''/6; rounding adds 2⁻⁵³ f/h.
        let scale = 1 + abs(alongX) + abs(alongY) + surface.value(x, y).magnitude
        #expect(abs(slope.x - alongX) < 1e-7 * scale, "\(surface) by x at (\(x), \(y))")
        #expect(abs(slope.y - alongY) < 1e-7 * scale, "\(surface) by y at (\(x), \(y))")
      }
    }
  }

  @Test(
    "the gradient is zero at the target, which is the least or neither", arguments: Surface.allCases
  )
  func targets(surface: Surface) {
    let target = surface.target
    let slope = surface.gradient(target.x, target.y)
    #expect(slope.x == 0 && slope.y == 0)
    #expect(surface.distance(target.x, target.y) == 0)
    let value = surface.value(target.x, target.y)
    var isBelow = false
    for (dx, dy) in [(0.1, 0.0), (-0.1, 0), (0, 0.1), (0, -0.1), (0.1, 0.1), (-0.1, 0.1)] {
      if surface.value(target.x + dx, target.y + dy) < value { isBelow = true }
    }
    #expect(isBelow != surface.hasMinimum)
  }

  @Test("the default view shows the start and the target", arguments: Surface.allCases)
  func views(surface: Surface) throws {
    let config = TrajectoriesConfig(surface: surface)
    try config.validate()
    #expect(config.view == surface.defaultView)
    #expect(config.view.contains(config.start[0], config.start[1]))
    #expect(config.view.contains(surface.target.x, surface.target.y))
  }

  @Test("a start outside widens the view to hold it", arguments: Surface.allCases)
  func farStarts(surface: Surface) throws {
    for start in [(50.0, 0.1), (-1e6, 1e6), (0.0, -1e6), (4, 400)] {
      let config = TrajectoriesConfig(surface: surface, start: start)
      try config.validate()
      #expect(config.view.contains(start.0, start.1))
      #expect(config.view.contains(surface.target.x, surface.target.y))
    }
  }
}
