import Datasets
import Experiments
import Foundation
import NeuralNet
import Provenance
import Search
import Studies
import TestSupport
import Testing
import Training

/// The search itself: what is tried, on which images, and that nothing but the config decides.
struct SearchExperimentTests {
  @Test(
    "any number of workers gives the same search",
    arguments: [
      SearchConfig.SamplerKind.random, .grid, .sobol, .tpe,
    ])
  func workers(sampler: SearchConfig.SamplerKind) throws {
    let config = try SmallSearch.config(sampler: sampler, trials: 14)
    let one = try SmallSearch.run(config, threads: 1)
    #expect(one.trials.map(\.number) == Array(0..<14))
    #expect(Set(one.trials.map { "\($0.settings)" }).count == 14)
    for threads in [2, 5] {
      let digest = try DataDigest.digest(of: try SmallSearch.run(config, threads: threads))
      #expect(try DataDigest.digest(of: one) == digest, "\(threads)")
    }
  }

  @Test("trials of a longer search begin with those of a shorter one")
  func prefix() throws {
    let short = try SmallSearch.run(SmallSearch.config(trials: 5), threads: 2)
    let long = try SmallSearch.run(SmallSearch.config(trials: 9), threads: 2)
    #expect(Array(long.trials.prefix(5)) == short.trials)
  }

  @Test("a trial is a run of its configuration on the split, and nothing else")
  func oneTrial() throws {
    let config = try SmallSearch.config(trials: 3)
    let result = try SmallSearch.run(config, threads: 1)
    let data = try SmallSearch.digits()
    let split = ValidationSplit(data, images: 100, share: 0.2, seed: 0)
    #expect(split.trials.training.count == 80 && split.trials.test.count == 20)
    let trial = result.trials[2]
    var training = config.training
    for setting in trial.settings {
      switch (setting.name, setting.value) {
      case ("learning-rate", .double(let rate)): training.optimizer = .sgd(rate: rate)
      case ("init", .string(let name)):
        training.network.initializer = try Initializer(name: name)
      case ("hidden", .int(let units)): training.network.hidden = [units, units]
      default: Issue.record("\(setting)")
      }
    }
    (training.images, training.testImages) = (nil, nil)
    let history = try Trainer(training, data: split.trials).run()
    #expect(trial.validationAccuracy == history.testAccuracy)
    #expect(trial.trainingAccuracy == history.trainingAccuracy)
    #expect(trial.value == history.testAccuracy.last)
  }

  @Test("the split takes every image once, by the seed")
  func split() throws {
    let data = try SmallSearch.digits()
    func rows(_ set: ImageSet) -> [[UInt8]] {
      (0..<set.count).map { Array(set.pixels[$0 * 784..<($0 + 1) * 784]) + [set.labels[$0]] }
    }
    let one = ValidationSplit(data, images: 90, share: 0.2, seed: 1)
    let parts = rows(one.trials.training) + rows(one.trials.test)
    let all = rows(data.training).prefix(90)
    #expect(parts.count == 90)
    #expect(parts.map { "\($0)" }.sorted() == all.map { "\($0)" }.sorted())
    #expect(rows(one.all) == Array(all))
    let other = ValidationSplit(data, images: 90, share: 0.2, seed: 2)
    #expect(rows(one.trials.test) != rows(other.trials.test))
    #expect(ValidationSplit(data, images: 2, share: 0.9, seed: 1).trials.training.count == 1)
  }

  @Test("several seeds: the value is the median, between the least and the greatest")
  func seeds() throws {
    let result = try SmallSearch.run(SmallSearch.config(trials: 4, seeds: 3), threads: 2)
    let single = try SmallSearch.run(SmallSearch.config(trials: 4), threads: 2)
    #expect(result.trials.allSatisfy { $0.low <= $0.value && $0.value <= $0.high })
    #expect(result.trials.contains { $0.low < $0.high })
    // The first seed of each trial is that of the search with one seed.
    for (many, one) in zip(result.trials, single.trials) {
      #expect(many.settings == one.settings && many.low <= one.value && one.value <= many.high)
    }
  }

  @Test("a trial that diverges is given up as such, and is not the best")
  func divergence() throws {
    var config = try SmallSearch.config(trials: 6)
    config.space = try SearchSpace(texts: ["learning-rate=log:1e-1..1e6"])
    let result = try SmallSearch.run(config, threads: 2)
    let lost = result.trials.filter(\.diverged)
    #expect(!lost.isEmpty && lost.allSatisfy { $0.state == .pruned && $0.value.isNaN })
    #expect(result.ranking.allSatisfy { !$0.diverged })
    try result.validate()
  }

  // MARK: The test images

  @Test("the test images are read at the very end, and not before")
  func testImagesComeLast() throws {
    let folder = try TemporaryFolder()
    let names = [
      "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz", "t10k-images-idx3-ubyte.gz",
      "t10k-labels-idx1-ubyte.gz",
    ]
    for name in names {
      let bytes = [UInt8](try Data(contentsOf: Digits.folder.appendingPathComponent(name)))
      try folder.put(bytes, name)
    }
    let files = try DatasetLocator().locate(folder.path)
    let data = try Dataset(reading: files, extent: DatasetExtent(training: 100, test: 0))
    // From here on whoever opens the test images fails.
    try folder.put(Array("no images".utf8), "t10k-images-idx3-ubyte.gz")
    let config = try SmallSearch.config(trials: 3)
    let ledger = MemoryLedger()
    #expect(throws: (any Error).self) {
      try SearchExperiment(config, data: data, source: ImageSource(data))
        .run(threads: 2, progress: nil, ledger: ledger)
    }
    // All trials had ended by then.
    #expect(ledger.results().count == 3)
    let bytes = [UInt8](
      try Data(contentsOf: Digits.folder.appendingPathComponent(names[2])))
    try folder.put(bytes, names[2])
    let result = try SearchExperiment(config, data: data, source: ImageSource(data))
      .run(threads: 2, progress: nil, ledger: ledger)
    #expect(result.final?.testImages == 1000 && result.final?.images == 100)
    #expect(result.final?.trial == result.ranking.first?.number)
  }

  // MARK: The journal

  @Test("a search that is stopped after any trial and gone on with is the same")
  func resumed() throws {
    let folder = try TemporaryFolder()
    let config = try SmallSearch.config(sampler: .tpe, trials: 12)
    let whole = try SmallSearch.run(config, threads: 1)
    let path = folder["study.jsonl"]
    // Together fewer than all trials.
    for stop in [1, 3, 0, 4] {
      let ledger = StoppingLedger(try SmallSearch.ledger(path, config), after: stop)
      #expect(throws: StoppingLedger.Stop.self) {
        try SmallSearch.run(config, threads: 2, ledger: ledger)
      }
    }
    let result = try SmallSearch.run(
      config, threads: 2, ledger: try SmallSearch.ledger(path, config))
    #expect(try DataDigest.digest(of: result) == DataDigest.digest(of: whole))
    let study = try #require(try StudyJournal(path: path, worker: "test").studies.first)
    #expect(study.trials.count == 12 && study.trials.allSatisfy(\.state.isFinished))
    // More trials go on where it ended.
    var longer = config
    longer.trials = 15
    let more = try SmallSearch.run(longer, threads: 2, ledger: try SmallSearch.ledger(path, longer))
    #expect(more.trials.count == 15 && Array(more.trials.prefix(12)) == whole.trials)
  }

  @Test("a journal of another search is refused by the place that differs, and left alone")
  func otherSearch() throws {
    let folder = try TemporaryFolder()
    let path = folder["study.jsonl"]
    let config = try SmallSearch.config(trials: 2)
    _ = try SmallSearch.run(config, threads: 1, ledger: try SmallSearch.ledger(path, config))
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    var other = config
    other.training.batch = 10
    let error = #expect(throws: SearchFileError.self) { try SmallSearch.ledger(path, other) }
    #expect(error?.description.contains("config.training.batch is 20, asked for is 10") == true)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
  }

  @Test("whole bounds of an option that takes real numbers are a range of these")
  func realRanges() throws {
    let texts = ["dropout=0..1", "weight-decay=log:1..10", "epsilon=0..4:2", "hidden=1..9"]
    let space = try TuningParameter.space(texts: texts)
    #expect(
      space.parameters.map(\.text)
        == ["dropout=0.0..1.0", "weight-decay=log:1.0..10.0", "epsilon=0..4:2", "hidden=1..9"])
    // The text of a range gives it again.
    #expect(try TuningParameter.space(texts: space.parameters.map(\.text)) == space)
  }

  @Test(
    "a config out of its limits is refused by name",
    arguments: [
      ("learning-rate=0..1e9", "learning-rate"), ("dropout=0..2", "--dropout"),
      ("optimizer=sgd|adan", "optimizer"), ("momentum=0..0.9", "sgd has no momentum"),
      ("hidden=0..100", "hidden"), ("batch-norm=1..2", "batch-norm"), ("speed=0..1", "speed"),
    ])
  func limits(range: String, words: String) throws {
    var config = try SmallSearch.config()
    config.space = try SearchSpace(texts: [range])
    let error = #expect(throws: (any Error).self) { try config.validate() }
    #expect("\(error.map { "\($0)" } ?? "")".contains(words), "\(String(describing: error))")
  }
}
