import Datasets
import DenseMath
import NeuralNet
import Synchronization

/// Judges a network on the training and the test images: at once, or beside the next steps.
///
/// Images are dealt over the threads in blocks, whose tallies are added up in their order.
final class EpochEvaluation {
  /// What came out for both sets.
  struct Outcome {
    var training = Evaluator.Tally()
    var test = Evaluator.Tally()
    var isFinite: Bool { training.invalid + test.invalid == 0 }
  }

  /// One for each worker; more than blocks of images would stand idle and take memory.
  var evaluators: [Evaluator] { work.evaluators }
  private let network: Network
  private let team: Team?
  private let work: Work
  /// What is judged beside the steps; made when it is first needed.
  private var snapshot: NetworkSnapshot?

  /// Blocks in which so many images of each set are judged.
  static func blockCount(images: Int, testImages: Int) -> Int {
    [images, testImages].reduce(0) { $0 + ($1 + Evaluator.blockRows - 1) / Evaluator.blockRows }
  }

  /// - Parameters:
  ///   - images: The first so many of the training set; at least one.
  ///   - testImages: The first so many of the test set.
  ///   - threads: Workers, the caller's among them.
  ///   - team: These workers; nil for the caller alone.
  init(
    of network: Network, training: ImageSet, first images: Int, test: ImageSet,
    first testImages: Int, threads: Int, team: Team?
  ) {
    self.network = network
    self.team = team
    var blocks: [Work.Block] = []
    for (isTest, count) in [(false, images), (true, testImages)] {
      for first in stride(from: 0, to: count, by: Evaluator.blockRows) {
        blocks.append(
          Work.Block(isTest: isTest, images: first..<min(count, first + Evaluator.blockRows)))
      }
    }
    work = Work(
      network: network, training: training, test: test, blocks: blocks,
      workers: max(1, min(threads, blocks.count)))
  }

  /// Judges the network as it is.
  func run() -> Outcome {
    work.begin(at: nil)
    if let team {
      team.run { work.help(as: $0) }
    } else {
      work.help(as: 0)
    }
    return work.outcome
  }

  /// Whether one can be begun beside the steps.
  var canRunBeside: Bool { team != nil }

  /// Copies the network and lets the other members of the team judge the copy.
  func begin() {
    let snapshot = self.snapshot ?? NetworkSnapshot(for: network)
    self.snapshot = snapshot
    snapshot.take(network)
    work.begin(at: snapshot)
    let work = work
    team?.begin { work.help(as: $0) }
  }

  /// Helps with what was begun and is not done yet, and gives the outcome.
  func finish() -> Outcome {
    work.help(as: 0)
    team?.wait()
    return work.outcome
  }

  /// Sets the network back to the moment that was judged.
  func restore() { snapshot?.restore(network) }
}

/// The blocks of an evaluation, taken by whichever worker is free.
///
/// `@unchecked`: images and what is judged are only read, each worker has an evaluator of its own,
/// and each block's tally is written by the one that took it, before the team reports its end.
private final class Work: @unchecked Sendable {
  struct Block {
    let isTest: Bool
    let images: Range<Int>
  }

  let evaluators: [Evaluator]
  private let network: Network
  private let training: ImageSet
  private let test: ImageSet
  private let blocks: [Block]
  private let tallies: UnsafeMutableBufferPointer<Evaluator.Tally>
  private let next = Atomic<Int>(0)
  private var snapshot: NetworkSnapshot?

  init(network: Network, training: ImageSet, test: ImageSet, blocks: [Block], workers: Int) {
    self.network = network
    self.training = training
    self.test = test
    self.blocks = blocks
    evaluators = (0..<workers).map { _ in Evaluator(for: network) }
    tallies = .allocate(capacity: blocks.count)
    tallies.initialize(repeating: Evaluator.Tally())
  }

  deinit { tallies.deallocate() }

  func begin(at snapshot: NetworkSnapshot?) {
    self.snapshot = snapshot
    next.store(0, ordering: .relaxed)
  }

  /// Judges blocks until none is left.
  func help(as worker: Int) {
    guard worker < evaluators.count else { return }
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < blocks.count else { return }
      let block = blocks[index]
      let set = block.isTest ? test : training
      let first = block.images.lowerBound * set.featureCount
      let last = block.images.upperBound * set.featureCount
      tallies[index] = set.pixels.withUnsafeBufferPointer { pixels in
        set.labels.withUnsafeBufferPointer { labels in
          evaluators[worker].tally(
            network, at: snapshot, pixels: UnsafeBufferPointer(rebasing: pixels[first..<last]),
            labels: UnsafeBufferPointer(rebasing: labels[block.images]))
        }
      }
    }
  }

  /// The tallies of all blocks, once all workers have ended.
  var outcome: EpochEvaluation.Outcome {
    var outcome = EpochEvaluation.Outcome()
    for (block, tally) in zip(blocks, tallies) {
      if block.isTest { outcome.test.add(tally) } else { outcome.training.add(tally) }
    }
    return outcome
  }
}
