extension InitializersResult: ExperimentResult {
  package func validate() throws(ResultError) {
    try source.validate(config.training)
    try ResultCheck.equal(variants.map(\.initializer), config.initializers, "variants")
    for (index, variant) in variants.enumerated() {
      let place = "variants[\(index)].runs"
      try ResultCheck.count(variant.runs.count, config.seeds, place)
      for (seed, run) in variant.runs.enumerated() {
        try run.validate(config.training, seed: seed, source: source, "\(place)[\(seed)]")
      }
    }
  }
}
