import Datasets
import Experiments

/// The digits of the checkout, found from this file on.
enum BundledDigits {
  /// The first so many training images.
  static func images(_ count: Int) throws -> (data: Dataset, source: ImageSource) {
    // Tests/ExperimentsTests/Support/BundledDigits.swift: four steps up is the checkout.
    let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
    let files = try DatasetLocator(places: SearchPlaces(override: "/\(root)/data"))
      .locate("mnist5k")
    let data = try Dataset(reading: files, extent: DatasetExtent(training: count, test: 0))
    return (
      data,
      ImageSource(
        name: "mnist5k", inputs: data.training.featureCount, classes: data.training.classCount,
        images: count, testImages: 0)
    )
  }
}
