import Datasets
import NeuralNet
import Training

/// Times one training run: benchmark-training DATA BATCH STEPS OPTIMIZER HIDDEN [norm] [book] [overfit]
@main
enum BenchmarkTraining {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 5, let batch = Int(arguments[1]), let steps = Int(arguments[2]) else {
      print("usage: benchmark-training DATA BATCH STEPS OPTIMIZER HIDDEN [norm] [book] [overfit]")
      return
    }
    let clock = ContinuousClock()
    var start = clock.now
    let data = try Dataset(reading: try DatasetLocator().locate(arguments[0]))
    print("load", clock.now - start)
    let config = TrainingConfig(
      network: NetworkConfig(
        hidden: arguments[4].split(separator: ",").compactMap { Int($0) },
        batchNorm: arguments.contains("norm"),
        convention: arguments.contains("book") ? .book : .standard),
      optimizer: try Optimizer(name: arguments[3]), batch: batch, length: steps,
      unit: .iterations, images: arguments.contains("overfit") ? 300 : nil,
      evaluateEvery: arguments.contains("overfit") ? 1 : 0)
    start = clock.now
    let trainer = try Trainer(config, data: data)
    let history = try trainer.run()
    let seconds = (clock.now - start) / .seconds(1)
    let products = config.network.products(inputs: 784, classes: 10)
    let backward = 2 * products - 784 * (config.network.hidden.first ?? 10)
    let gigaflops = 2e-9 * Double(products + backward) * Double(batch) * Double(steps)
    print(
      "steps", steps, "seconds", seconds, "dense GFLOP/s", gigaflops / seconds, "last losses",
      history.losses.suffix(3))
  }
}
