import Datasets
import DenseMath
import NeuralNet
import NumPyFiles
import Provenance
import Testing

@testable import Training

/// The arrays of an export are those that the run used.
struct TrainingExportTests {
  @Test("names and shapes of a network with every part")
  func names() throws {
    let config = TrainingConfig.short(batchNorm: true, dropout: 0.25, length: 2)
    let export = try TrainingExport(config, data: .stripes())
    let expected: [(String, [Int])] = [
      ("layer1.weight", [36, 12]), ("layer1.bias", [12]), ("layer1.gain", [12]),
      ("layer1.shift", [12]), ("layer2.weight", [12, 9]), ("layer2.bias", [9]),
      ("layer2.gain", [9]), ("layer2.shift", [9]), ("layer3.weight", [9, 4]), ("layer3.bias", [4]),
    ]
    let middle: [(String, [Int])] = [
      ("batches", [8, 25]), ("mask1", [8, 25, 12]), ("mask2", [8, 25, 9]), ("losses", [8]),
      ("epochs", [3]), ("trainingAccuracy", [3]), ("trainingLoss", [3]), ("testAccuracy", [3]),
      ("testLoss", [3]),
    ]
    let moments: [(String, [Int])] = [
      ("trained.layer1.mean", [12]), ("trained.layer1.variance", [12]),
      ("trained.layer2.mean", [9]), ("trained.layer2.variance", [9]),
    ]
    let all = expected + middle + expected.map { ("trained.\($0.0)", $0.1) } + moments
    #expect(export.archive.names == ["config.json"] + all.map(\.0))
    #expect(export.archive.members.dropFirst().map(\.array.shape) == all.map(\.1))
  }

  @Test("without dropout, normalisation and test images there is less")
  func plain() throws {
    let export = try TrainingExport(
      .short(hidden: [], length: 2, testImages: 0), data: .stripes())
    #expect(
      export.archive.names == [
        "config.json", "layer1.weight", "layer1.bias", "batches", "losses", "epochs",
        "trainingAccuracy",
        "trainingLoss", "trained.layer1.weight", "trained.layer1.bias",
      ])
  }

  @Test("initial and trained parameters, batches, masks and losses are those of the run")
  func values() throws {
    let data = Dataset.stripes()
    for convention in Convention.allCases {
      let config = TrainingConfig.short(
        batchNorm: true, dropout: 0.25, convention: convention, images: 90, seed: 5)
      let export = try TrainingExport(config, data: data)
      let archive = export.archive
      func floats(_ name: String) throws -> [Float] { try archive.values(name) }

      let trainer = try Trainer(config, data: data)
      let second = trainer.network.layout.layers[1]
      #expect(
        try floats("layer2.weight")
          == Array(trainer.network.parameters.elements[second.weights..<second.weights + 108]))
      #expect(try floats("layer2.gain") == [Float](repeating: 1, count: 9))
      #expect(try floats("layer2.shift") == [Float](repeating: 0, count: 9))
      let history = try trainer.run()
      #expect(try floats("losses") == history.losses)
      #expect(try archive.values("testAccuracy") == history.testAccuracy)
      #expect(export.history == history)
      let bias = trainer.network.layout.layers[2].bias
      #expect(
        try floats("trained.layer3.bias")
          == Array(trainer.network.parameters.elements[bias..<bias + 4]))
      #expect(
        try floats("trained.layer2.variance") == Array(trainer.network.runningMoments[1][9...]))
      let json = try JSONValue(parsing: archive.text("config.json"))
      #expect(try JSONValueDecoder().decode(TrainingConfig.self, from: json) == config)

      // From the streams as `RandomStream` documents them.
      let steps = history.losses.count
      let root = RandomStream(seed: 5)
      var batches: [Int64] = []
      for step in 0..<steps {
        let stream = root.substream(.batches)
        if convention == .book {
          batches += stream.substream(step).sampleWithReplacement(25, of: 90).map(Int64.init)
        } else {
          let order = stream.substream(step / 3).permutation(of: 90)
          batches += order[step % 3 * 25..<(step % 3 + 1) * 25].map(Int64.init)
        }
      }
      #expect(try archive.values("batches") == batches)
      let masks = (0..<steps).flatMap { step in
        let stream = root.substream(.dropout).substream(1).substream(step)
        return (0..<25 * 9).map { UInt8(stream.bernoulli(0.75, at: $0) ? 1 : 0) }
      }
      #expect(try archive.values("mask2") == masks)
    }
  }

  @Test("a run whose masks would fill the memory is refused")
  func tooLarge() {
    let config = TrainingConfig.short(
      dropout: 0.5, length: 5_000_000, unit: .iterations)
    #expect(
      throws: TrainingError.invalidOption(
        "--iterations", value: "5000000",
        allowed: "at most 2147483648 bytes of exported batches and masks, this has 3625000000")
    ) { try TrainingExport(config, data: .stripes()) }
  }
}
