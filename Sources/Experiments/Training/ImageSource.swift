package import Datasets

/// The images that an experiment trained on, in numbers.
package struct ImageSource: Codable, Equatable, Sendable {
  /// A named set such as `mnist5k`, or `DIR` for a folder: a path is no part of a result.
  package var name: String
  /// Pixels of an image.
  package var inputs: Int
  package var classes: Int
  /// Training images that were used.
  package var images: Int
  /// Test images that were used.
  package var testImages: Int

  package static let folder = "DIR"
  /// The set that is used where none is asked for.
  package static let standard = "mnist5k"

  package init(name: String, inputs: Int, classes: Int, images: Int, testImages: Int) {
    self.name = name
    self.inputs = inputs
    self.classes = classes
    self.images = images
    self.testImages = testImages
  }

  /// Of the images that were read.
  package init(_ data: Dataset) {
    self.init(
      name: Self.name(of: data), inputs: data.training.featureCount,
      classes: data.training.classCount, images: data.training.count,
      testImages: data.test.count)
  }

  /// The name of a known set; a folder's path is no part of a result or a recipe.
  package static func name(of data: Dataset) -> String {
    KnownDataset(rawValue: data.name) != nil ? data.name : folder
  }
}
