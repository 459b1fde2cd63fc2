package import NeuralNet

extension SurfaceView {
  /// Part of a view's sides by which a path may pass it on either side for the view to follow.
  static let reason = 0.5

  /// The view of paths unless the user gives another.
  ///
  /// The surface's own view, widened where it does not show the start; and for optimizers, steps or
  /// a start other than the surface's own widened to hold the paths that stay within reason: those
  /// no place of which lies further outside than half a side. A path that diverges widens nothing,
  /// nor does one down a saddle, which leaves any view.
  package init(
    of optimizers: [Optimizer], on surface: Surface, steps: Int, start: Surface.Place
  ) {
    self = surface.view(showing: start)
    let usual = surface.defaultStart
    let isUsual =
      start == usual && steps == surface.defaultSteps && optimizers == surface.defaultOptimizers
    guard surface.hasMinimum, !isUsual, TrajectoriesConfig.stepRange.contains(steps),
      TrajectoriesConfig.optimizerCountRange.contains(optimizers.count),
      max(abs(start.x), abs(start.y)) <= TrajectoriesConfig.farthest
    else { return }
    let reasonable = grown(by: Self.reason)
    var (low, high) = (start, start)
    for optimizer in optimizers {
      var descent = Descent(optimizer, parameterCount: 2)
      var place = [start.x, start.y]
      var (least, greatest) = (low, high)
      var stays = true
      for _ in 0..<steps where stays {
        let slope = surface.gradient(place[0], place[1])
        descent.step(&place, gradient: [slope.x, slope.y])
        least = (min(least.x, place[0]), min(least.y, place[1]))
        greatest = (max(greatest.x, place[0]), max(greatest.y, place[1]))
        stays = reasonable.contains(place[0], place[1])
      }
      if stays { (low, high) = (least, greatest) }
    }
    self = showing(low).showing(high)
  }

  private func grown(by part: Double) -> SurfaceView {
    var view = self
    view.x = [x[0] - part * width, x[1] + part * width]
    view.y = [y[0] - part * height, y[1] + part * height]
    return view
  }
}
