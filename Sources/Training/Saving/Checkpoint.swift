import NeuralNet
package import NumPyFiles
package import Provenance

/// A run at some step, so that it can go on later with the same bits.
///
/// On disk it is a NumPy archive: `config.json` (the run as canonical JSON), `images.digest`,
/// `state.step`, the parameters as `model.layers.0.weights` and so on, the optimizer's moments as
/// `optimizer.0.layers.0.weights`, and the history. Batches and dropout masks need no state: they
/// follow from seed and step.
package struct Checkpoint: Sendable {
  /// The layout that this version writes and reads.
  package static let schema = "dlplot-checkpoint-1"

  package let file: String
  package let step: Int
  package let history: TrainingHistory
  private let archive: NPZFile
  private let config: JSONValue
  private let images: String

  /// Reads a checkpoint.
  ///
  /// - Throws: `FileError`, `ZIPError`, `NPYError`, `NPZError`, `JSONParseError`, and
  ///   `CheckpointError` for an archive that is no checkpoint.
  package init(reading path: String) throws {
    let archive = try NPZFile(reading: path)
    guard archive["schema"] != nil, try archive.text("schema") == Self.schema else {
      throw CheckpointError.noCheckpoint(file: path)
    }
    file = path
    self.archive = archive
    config = try JSONValue(parsing: try archive.text("config.json"), limits: JSONLimits())
    images = try archive.text("images.digest")
    let step: Int64 = try archive.scalar("state.step")
    let history = try TrainingHistory(archive)
    guard (0...Int64(1) << 40).contains(step), history.losses.count == Int(step) else {
      throw CheckpointError.noCheckpoint(file: path)
    }
    self.step = Int(step)
    self.history = history
  }

  /// The archive of a run as it stands.
  ///
  /// - Parameter images: Digest of the data set.
  package static func archive(of trainer: Trainer, images: Digest) throws -> NPZFile {
    var archive = NPZFile(file: "checkpoint")
    let config = try JSONValueEncoder(root: "config").encode(trainer.config)
    try archive.add(NPYArray(text: schema), as: "schema")
    try archive.add(NPYArray(text: config.canonicalText), as: "config.json")
    try archive.add(NPYArray(text: images.hex), as: "images.digest")
    try archive.add(NPYArray(scalar: Int64(trainer.step)), as: "state.step")
    for (name, array) in trainer.network.arrays { try archive.add(array, as: "model.\(name)") }
    for (index, moment) in trainer.optimizer.moments.enumerated() {
      for (name, array) in trainer.network.arrays(of: moment.elements) {
        try archive.add(array, as: "optimizer.\(index).\(name)")
      }
    }
    try trainer.history.add(to: &archive)
    return archive
  }

  /// Checks that the checkpoint is of this run: the same but for its length, on the same images.
  func require(_ config: TrainingConfig, images: Digest) throws {
    guard images.hex == self.images else { throw CheckpointError.otherImages(file: file) }
    let wanted = try JSONValueEncoder(root: "config").encode(config)
    if let place = self.config.firstDifference(from: wanted, except: ["length", "unit"]) {
      throw CheckpointError.otherRun(
        file: file, place: place.path, got: place.mine, expected: place.theirs)
    }
  }

  /// Puts the parameters and moments where they were.
  func fill(_ network: Network, _ optimizer: OptimizerState) throws(NPZError) {
    try network.take(archive, prefix: "model.")
    for (index, moment) in optimizer.moments.enumerated() {
      moment.copy(try network.values(from: archive, prefix: "optimizer.\(index)."))
    }
    optimizer.resume(afterSteps: step)
  }
}

/// Why a run cannot go on from a file.
package enum CheckpointError: Error, Equatable, CustomStringConvertible {
  case noCheckpoint(file: String)
  case otherImages(file: String)
  case otherRun(file: String, place: String, got: String, expected: String)
  case beyondTheEnd(file: String, step: Int, steps: Int)

  package var description: String {
    switch self {
    case .noCheckpoint(let file): "\(file): no checkpoint of this version of dlplot"
    case .otherImages(let file): "\(file): a checkpoint of a run on other images"
    case .otherRun(let file, let place, let got, let expected):
      "\(file): a checkpoint of another run: \(place) is \(got), expected \(expected)"
    case .beyondTheEnd(let file, let step, let steps):
      "\(file): a checkpoint after \(step) steps, of a run that is to end after \(steps)"
    }
  }

  package var isMachineFault: Bool { false }
}
