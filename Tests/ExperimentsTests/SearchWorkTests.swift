import Experiments
import Search
import Testing
import Training

/// What a search is said to cost at most.
struct SearchWorkTests {
  private let source = ImageSource(
    name: "mnist5k", inputs: 784, classes: 10, images: 4000, testImages: 0)

  private func config(_ space: [SearchParameter], sampler: SearchConfig.SamplerKind = .random)
    throws -> SearchConfig
  {
    SearchConfig(space: try SearchSpace(space), sampler: sampler, trials: 10)
  }

  private func parameter(_ name: String, _ low: Int, _ high: Int) throws -> SearchParameter {
    SearchParameter(name: name, distribution: try .int(low, high))
  }

  @Test("the widest, deepest and longest trial counts")
  func dearest() throws {
    let plain = try config([parameter("hidden", 10, 10)]).work(on: source)
    let wide = try config([parameter("hidden", 10, 400)]).work(on: source)
    let long = try config([parameter("hidden", 10, 10), parameter("epochs", 1, 500)])
      .work(on: source)
    #expect(wide > 10 * plain)
    // Ten times the 50 epochs of the standard training.
    #expect((9...10.1).contains(long / plain))
  }

  @Test("small batches cost more steps")
  func batches() throws {
    let large = try config([parameter("batch", 100, 100)]).work(on: source)
    let small = try config([parameter("batch", 1, 100)]).work(on: source)
    #expect(small > 1.5 * large)
  }

  @Test("a sampler that learns costs the square of the trials")
  func learning() throws {
    var random = try config([parameter("batch", 100, 100)])
    random.trials = 100_000
    random.training.length = 1
    var tpe = random
    tpe.sampler = .tpe
    #expect(tpe.work(on: source) > random.work(on: source) + 5e13)
  }
}
