import Charting
import Experiments
import Figures
import NeuralNet
import Provenance
import Testing
import Training

struct OptimizersFigureTests {
  private func figure(
    _ ends: [(Optimizer, Double, Int?)], seeds: Int = 1, language: Language = .english
  ) -> OptimizersFigure {
    OptimizersFigure(MadeUpRuns.optimizers(ends, seeds: seeds), language: language)
  }

  @Test("the finding says who is lowest, by how much, and who diverged")
  func findings() {
    // The saw is 1 + 0.1 (99 mod 3 − 1) = 0.9 at the last of 100 steps.
    #expect(
      figure([(Optimizer(.sgd), 0.4, nil), (Optimizer(.adam), 0.01, nil)]).findings[0]
        == "After 100 iterations Adam’s loss is 0.0090, 40 times below SGD’s 0.36.")
    #expect(
      figure([(Optimizer(.sgd), 0.01, nil), (Optimizer(.adam), 0.05, nil)]).findings[0]
        == "After 100 iterations SGD’s loss is 0.0090, 5.0 times below Adam’s 0.045.")
    #expect(
      figure([(Optimizer(.sgd), 0.5, nil), (Optimizer(.adam), 0.4, nil)]).findings[0]
        == "After 100 iterations Adam’s loss is 0.36, close to SGD’s 0.45.")
    #expect(
      figure([(.sgd(rate: 10), 3, 37), (Optimizer(.adam), 0.4, nil)]).findings[0]
        == "After 100 iterations Adam’s loss is 0.36. SGD η 10 diverged at iteration 37.")
    #expect(
      figure([(.sgd(rate: 10), 3, 37)]).findings == ["SGD η 10 diverged at iteration 37."])
    #expect(
      figure(
        [(Optimizer(.sgd), 0.4, nil), (Optimizer(.adam), 0.01, nil)], language: .korean
      ).findings[0] == "반복 100회 뒤 Adam의 손실 0.0090은 SGD의 0.36보다 40배 낮다.")
  }

  @Test("a run of three that diverges stands for the worst, not for nothing")
  func divergenceOfSeeds() {
    var result = MadeUpRuns.optimizers([(Optimizer(.sgd), 1, nil)], seeds: 3)
    result.variants[0].runs[1] = MadeUpRuns.losses(100, end: 1, divergedAt: 50, seed: 1)
    let figure = OptimizersFigure(result, language: .english)
    // Of 0.9, 1.0 (diverged) and 1.1 the middle is 1.1.
    #expect(abs(figure.lastLosses[0] - 1.1) < 1e-6)
    #expect(
      figure.findings[0].contains("SGD η 0.01 diverged in 1 of 3 runs, first at iteration 50."))
  }

  @Test("the command is rebuilt from the config, defaults left out")
  func arguments() throws {
    func arguments(_ change: (inout OptimizersConfig) -> Void) -> [String] {
      var result = MadeUpRuns.optimizers([(Optimizer(.sgd), 0.4, nil)])
      var config = OptimizersConfig()
      change(&config)
      result.config = config
      return OptimizersFigure(result, language: .english).arguments
    }
    #expect(arguments { _ in } == ["optimizers"])
    #expect(
      arguments {
        $0.optimizers = [.sgd(rate: 0.5), .momentum(rate: 0.1, momentum: 0.8)]
        $0.training.network.hidden = [50, 20, 20]
        $0.training.network.activation = .tanh
        $0.training.network.batchNorm = true
        $0.training.weightDecay = 0.001
        $0.training.batch = 64
        $0.training.length = 30
        $0.training.unit = .epochs
        $0.training.images = 500
        $0.training.seed = 3
        $0.seeds = 5
        $0.axis = .linear
        $0.smoothing = 0.9
      } == [
        "optimizers", "--optimizer", "sgd:0.5,momentum:0.1:momentum=0.8", "--hidden", "50,20x2",
        "--activation", "tanh", "--batch-norm", "--weight-decay", "0.001", "--batch", "64",
        "--epochs", "30", "--images", "500", "--seeds", "5", "--seed", "3", "--y", "linear",
        "--smoothing", "0.9",
      ])
    // By the book's convention its constants are the usual ones, and others are written.
    #expect(
      arguments {
        $0.training.network.convention = .book
        $0.training.network.dropoutForm = .scaledEvaluation
        $0.optimizers = OptimizersConfig.defaultKinds.map { Optimizer($0, convention: .book) }
      } == ["optimizers", "--convention", "book"])
    #expect(
      arguments {
        $0.training.network.convention = .book
        $0.training.network.dropoutForm = .scaledEvaluation
        $0.optimizers = [Optimizer(.adam)]
      } == [
        "optimizers", "--optimizer", "adam:0.001:epsilon=1e-08", "--convention", "book",
      ])
  }

  @Test("the table has a row for each step of each run")
  func table() throws {
    let table = try figure([(Optimizer(.sgd), 0.4, nil), (Optimizer(.adam), 0.1, nil)], seeds: 3)
      .table()
    #expect(table.columns == ["optimizer", "seed", "iteration", "loss", "smoothed_loss"])
    #expect(table.rows.count == 2 * 3 * 100)
  }
}
