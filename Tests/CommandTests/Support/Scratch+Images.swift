import Foundation

extension Scratch {
  /// Names of the four files of a data set, decompressed.
  static let trainingImages = "train-images-idx3-ubyte"
  static let trainingLabels = "train-labels-idx1-ubyte"
  static let testImages = "t10k-images-idx3-ubyte"
  static let testLabels = "t10k-labels-idx1-ubyte"

  /// Writes a data set of four training and two test images of 2x2 pixels and returns its folder.
  func writeImages(to folder: String) throws -> String {
    try write(Self.images(4), to: "\(folder)/\(Self.trainingImages)")
    try write(Self.labels(4), to: "\(folder)/\(Self.trainingLabels)")
    try write(Self.images(2), to: "\(folder)/\(Self.testImages)")
    try write(Self.labels(2), to: "\(folder)/\(Self.testLabels)")
    return path(folder)
  }

  /// Copies the digits that come with the program to `data/mnist5k` and returns that folder.
  func copyDigits() throws -> String {
    try FileManager.default.createDirectory(
      atPath: path("data"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: Checkout.path("data/mnist5k"), toPath: path("data/mnist5k"))
    return path("data/mnist5k")
  }

  /// An IDX file of images of 2x2 pixels.
  static func images(_ count: UInt8) -> [UInt8] {
    [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 2, 0, 0, 0, 2] + (0..<4 * count).map { 60 * ($0 % 5) }
  }

  /// An IDX file of labels.
  static func labels(_ count: UInt8) -> [UInt8] {
    [0, 0, 8, 1, 0, 0, 0, count] + (0..<count).map { $0 % 2 }
  }
}
