import Experiments
import Testing
import Training

/// Seeds at the end of all numbers are refused before anything is added to them.
struct ConfigOverflowTests {
  @Test("the greatest seed with several runs is an error of each experiment")
  func seeds() {
    func training(_ config: TrainingConfig) -> TrainingConfig {
      var config = config
      config.seed = .max
      return config
    }
    let configs: [any ExperimentConfig] = [
      OptimizersConfig(training: training(OptimizersConfig.defaultTraining), seeds: 100),
      InitializersConfig(training: training(InitializersConfig.defaultTraining), seeds: 100),
      BatchNormConfig(training: training(BatchNormConfig.defaultTraining), seeds: 100),
      OverfitConfig(training: training(OverfitConfig.defaultTraining), seeds: 100),
      LayersConfig(training: training(LayersConfig.defaultTraining), seeds: 100),
    ]
    for config in configs {
      #expect(throws: (any Error).self) { try config.validate() }
    }
  }

  @Test("the last seeds that are allowed pass")
  func last() throws {
    var config = LayersConfig(seeds: 3)
    config.training.seed = (1 << 53) - 2
    try config.validate()
    config.training.seed += 1
    #expect(throws: (any Error).self) { try config.validate() }
  }
}
