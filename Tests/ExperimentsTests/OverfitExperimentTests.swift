import NeuralNet
import Provenance
import Testing
import Training

@testable import Experiments

struct OverfitExperimentTests {
  private static let tiny = OverfitConfig(
    training: TrainingConfig(
      network: NetworkConfig(hidden: [40, 40, 40], dropoutForm: .scaledEvaluation),
      optimizer: .sgd(rate: 0.05), batch: 50, length: 60, unit: .epochs, images: 100),
    weightDecay: 0.1, dropout: 0.3, dropoutEpochs: 70)

  @Test("over five seeds weight decay and dropout each shrink the gap")
  func lesson() throws {
    let digits = try Digits(training: 100, test: 300)
    var config = Self.tiny
    config.seeds = 5
    let result = try OverfitExperiment(config, data: digits.dataset, source: digits.source)
      .run(threads: 2)
    // The gap over the last ten epochs, the mean of the seeds.
    func gap(_ run: AccuracyRun) -> Double {
      let gaps = zip(run.trainingAccuracy, run.testAccuracy).map { pair in pair.0 - pair.1 }
      return gaps.suffix(10).reduce(0, +) / 10
    }
    let gaps: [Double] = result.panels.map { panel in
      let all: [Double] = panel.runs.map(gap)
      return all.reduce(0, +) / Double(all.count)
    }
    #expect(gaps[1] < gaps[0] - 0.005, "weight decay \(gaps[1]), without \(gaps[0])")
    #expect(gaps[2] < gaps[0] - 0.01, "dropout \(gaps[2]), without \(gaps[0])")
  }

  @Test("panels differ by what they are called after, and by nothing else")
  func panels() throws {
    let config = Self.tiny
    let runs = OverfitConfig.Panel.allCases.map { config.run($0, seed: 1) }
    #expect(runs.map(\.weightDecay) == [0, 0.1, 0, 0.1])
    #expect(runs.map(\.network.dropout) == [0, 0, 0.3, 0.3])
    #expect(runs.map(\.length) == [60, 60, 70, 70])
    #expect(runs.allSatisfy { $0.seed == 1 && $0.images == 100 && $0.batch == 50 })
  }

  @Test("every epoch is judged, before the first step too; the book after each first step")
  func epochs() throws {
    let digits = try Digits(training: 100, test: 50)
    var config = Self.tiny
    config.training.length = 4
    config.panels = [.plain]
    func epochs() throws -> [Int] {
      let panel = try OverfitExperiment(config, data: digits.dataset, source: digits.source)
        .run().panels[0]
      #expect(panel.runs[0].trainingAccuracy.count == panel.epochs.count)
      #expect(panel.runs[0].testAccuracy.count == panel.epochs.count)
      return panel.epochs
    }
    #expect(try epochs() == [0, 1, 2, 3, 4])
    config.training.network.convention = .book
    #expect(try epochs() == [0, 1, 2, 3])
  }

  @Test("the number of threads changes no bit")
  func threads() throws {
    let digits = try Digits(training: 100, test: 150)
    var config = Self.tiny
    config.training.length = 3
    config.dropoutEpochs = 4
    config.seeds = 2
    config.panels = OverfitConfig.Panel.allCases
    let experiment = try OverfitExperiment(config, data: digits.dataset, source: digits.source)
    let one = try DataDigest.digest(of: experiment.run(threads: 1))
    for threads in [2, 7] {
      #expect(try DataDigest.digest(of: experiment.run(threads: threads)) == one)
    }
  }

  @Test("the longest runs come last and share the threads that are left")
  func shares() {
    typealias Share = TrainingRuns.Share
    // Three on two threads: the two short ones side by side, then the long one on both.
    #expect(
      TrainingRuns.shares(ofSteps: [603, 603, 903], threads: 2)
        == [Share(runs: [1, 0], threadsEach: 1), Share(runs: [2], threadsEach: 2)])
    #expect(
      TrainingRuns.shares(ofSteps: [5, 5, 5, 5], threads: 2)
        == [Share(runs: [3, 2, 1, 0], threadsEach: 1)])
    #expect(
      TrainingRuns.shares(ofSteps: [9, 5], threads: 7) == [Share(runs: [0, 1], threadsEach: 3)])
    #expect(
      TrainingRuns.shares(ofSteps: [9, 5], threads: 1) == [Share(runs: [0, 1], threadsEach: 1)])
    #expect(TrainingRuns.shares(ofSteps: [], threads: 2).isEmpty)
  }

  @Test("mistakes are named with what is allowed")
  func limits() throws {
    let digits = try Digits(training: 100, test: 50)
    func message(_ change: (inout OverfitConfig) -> Void) -> String {
      var config = Self.tiny
      change(&config)
      do {
        _ = try OverfitExperiment(config, data: digits.dataset, source: digits.source).run()
        return ""
      } catch { return "\(error)" }
    }
    #expect(message { $0.training.length = 0 } == "invalid --epochs: 0 (1...1000000)")
    #expect(
      message { $0.training.batch = 101 }
        == "invalid --batch: 101 (1...100, the number of training images)")
    #expect(message { $0.training.batch = 0 } == "invalid --batch: 0 (1...100000)")
    #expect(message { $0.dropout = 1 } == "invalid --dropout: 1.0 (0.0...0.95)")
    #expect(message { $0.panels = [] } == "invalid --only: nothing (a panel at least)")
    #expect(
      message { $0.panels = [.both, .both] } == "invalid --only: both twice (each once)")
    #expect(
      message { $0.training.unit = .iterations }
        == "invalid --iterations: 60 (this figure takes --epochs)")
    #expect(
      message { $0.training.testImages = 0 }
        == "invalid --test-images: 0 (1 or more, to compare with)")
  }
}
