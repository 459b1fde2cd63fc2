import Search
import Training

extension SearchConfig: TrainingExperimentConfig {
  /// What a proposal takes for each parameter and each trial that it learns from.
  private static let perKnownTrial = 20_000.0

  /// That of as many trials as the config allows, each with the parameters that cost most.
  package func work(on source: ImageSource?) -> Double {
    guard let source else { return 0 }
    let images = training.images ?? source.images
    let forTraining = max(1, Int((Double(images) * (1 - validationShare)).rounded()))
    func work(_ parameters: [(name: String, value: ParameterValue)]) -> Double {
      guard let config = try? training(with: parameters) else { return .infinity }
      return config.work(
        inputs: source.inputs, classes: source.classes, images: forTraining,
        testImages: images - forTraining)
    }
    var dearest = space.parameters.map { (name: $0.name, value: $0.distribution.ends(1)) }
    for (index, parameter) in space.parameters.enumerated() {
      var choices = [0.0, 1.0].map(parameter.distribution.ends)
      if case .categorical(let all) = parameter.distribution { choices = all }
      for choice in choices {
        var other = dearest
        other[index].value = choice
        if work(other) > work(dearest) { dearest = other }
      }
    }
    let trials = Double(madeTrials) * (baseline == true ? 2 : 1)
    // Of samplers that learn; drawing at random takes next to nothing.
    let proposing =
      waitsForGenerations
      ? trials * trials / 2 * Double(space.parameters.count) * Self.perKnownTrial : 0
    return Double(seeds) * (trials + 1) * work(dearest) + proposing
  }
}
