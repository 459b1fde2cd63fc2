import NeuralNet
import Training

extension LayersResult: ExperimentResult {
  package func validate() throws(ResultError) {
    try source.validate(config.training)
    let hidden = config.training.network.hidden
    let epochs = config.training.length
    try ResultCheck.count(runs.count, config.seeds, "runs")
    for (index, run) in runs.enumerated() {
      let place = "runs[\(index)]"
      try ResultCheck.count(run.layers.count, hidden.count + 1, "\(place).layers")
      for (number, layer) in run.layers.enumerated() {
        let isHidden = number < hidden.count
        try layer.validate(
          units: isHidden ? hidden[number] : source.classes, epochs: epochs, isHidden: isHidden,
          "\(place).layers[\(number)]")
      }
      try ResultCheck.shares([run.trainingAccuracy], "\(place).trainingAccuracy")
      try ResultCheck.step(
        run.divergedAt, of: source.steps(of: config.training), "\(place).divergedAt")
      try ResultCheck.digest(run.parametersDigest, "\(place).parametersDigest")
    }
  }
}

extension LayerCourse {
  fileprivate func validate(
    units expected: Int, epochs: Int, isHidden: Bool, _ place: String
  ) throws(ResultError) {
    try ResultCheck.equal(units, expected, "\(place).units")
    for (name, values) in [("mean", mean), ("spread", spread), ("blockedShare", blockedShare)] {
      try ResultCheck.count(values.count, isHidden ? epochs + 1 : 0, "\(place).\(name)")
    }
    try ResultCheck.shares(blockedShare, "\(place).blockedShare")
    for (name, values) in [("gradientNorm", gradientNorm), ("updateRatio", updateRatio)] {
      try ResultCheck.count(values.count, epochs, "\(place).\(name)")
    }
  }
}
