extension TrajectoriesResult: ExperimentResult {
  package func validate() throws(ResultError) {
    try ResultCheck.integer(startAngle, in: 0...180, "startAngle")
    try ResultCheck.equal(paths.map(\.optimizer), config.optimizers, "paths")
    for (index, path) in paths.enumerated() {
      let place = "paths[\(index)]"
      try ResultCheck.integer(path.x.count, in: 1...config.steps + 1, "the count of \(place).x")
      for (name, values) in [
        ("x", path.x), ("y", path.y), ("values", path.values), ("distances", path.distances),
      ] {
        try ResultCheck.count(values.count, path.x.count, "\(place).\(name)")
        try ResultCheck.finite(values, "\(place).\(name)")
      }
      try ResultCheck.equal(path.x[0], config.start[0], "\(place).x[0]")
      try ResultCheck.equal(path.y[0], config.start[1], "\(place).y[0]")
      for (name, step) in [
        ("zigzags", path.zigzags), ("leftViewAt", path.leftViewAt ?? 0),
        ("nonFiniteAt", path.nonFiniteAt ?? 0), ("escapedAt", path.escapedAt ?? 0),
      ] {
        try ResultCheck.integer(step, in: 0...config.steps, "\(place).\(name)")
      }
    }
  }
}
