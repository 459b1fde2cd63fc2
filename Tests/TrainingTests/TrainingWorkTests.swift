import NeuralNet
import Testing
import Training

/// What a run is said to cost.
struct TrainingWorkTests {
  private func config(_ length: Int, _ unit: TrainingConfig.Unit) -> TrainingConfig {
    TrainingConfig(
      network: NetworkConfig(hidden: [100, 100, 100, 100]), optimizer: .sgd(rate: 0.01),
      batch: 128, length: length, unit: unit, testImages: 0, evaluateEvery: 0)
  }

  private func work(_ config: TrainingConfig) -> Double {
    config.work(inputs: 784, classes: 10, images: 4000, testImages: 1000)
  }

  @Test("the book's run takes a little more than its products")
  func book() {
    // 784-100x4-10: 109,400 products of an image; six operations of each, 128 images, 2000 steps.
    let products = 6 * 109_400.0 * 128 * 2000
    #expect((1.0...1.1).contains(work(config(2000, .iterations)) / products))
  }

  @Test("it grows with steps, evaluations and the book's second look at the loss")
  func growth() {
    let plain = config(10, .epochs)
    // 31 batches an epoch.
    #expect(work(plain) == work(config(310, .iterations)))
    #expect(work(config(1000, .epochs)) / work(plain) == 100)
    var judged = plain
    judged.evaluateEvery = 1
    // Eleven evaluations of 5000 images, two operations for each product.
    #expect(work(judged) - work(plain) > 11 * 5000 * 2 * 109_400.0)
    var book = plain
    book.network.convention = .book
    book.unit = .iterations
    book.length = 310
    #expect((1.25...1.35).contains(work(book) / work(plain)))
  }

  @Test("a step of the smallest network is not free")
  func small() {
    var small = config(100_000_000, .iterations)
    small.network.hidden = []
    small.batch = 1
    #expect(work(small) > 5e13)
  }
}
