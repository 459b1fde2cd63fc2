/// How much of a data set an experiment uses.
package struct DatasetExtent: Codable, Equatable, Sendable {
  /// The first so many training images; nil for all.
  package var training: Int?
  /// The first so many test images; nil for all, 0 where the test files are not even opened.
  package var test: Int?

  package init(training: Int? = nil, test: Int? = nil) {
    self.training = training
    self.test = test
  }

  /// Everything.
  package static let all = DatasetExtent()
}

/// Training and test images of the same shape and classes.
package struct Dataset: Equatable, Sendable {
  /// What the set was asked for by: a name or a folder. For messages; results carry the digest.
  package let name: String
  package let training: ImageSet
  /// Empty where the extent leaves the test images out.
  package let test: ImageSet
  /// Where it was read from; nil for a set that was made.
  private let files: DatasetFiles?

  package init(name: String, training: ImageSet, test: ImageSet) {
    self.name = name
    self.training = training
    self.test = test
    files = nil
  }

  private init(_ other: Dataset, name: String) {
    self.name = name
    training = other.training
    test = other.test
    files = other.files
  }

  /// The same images under another name.
  package func renamed(_ name: String) -> Dataset { Dataset(self, name: name) }

  /// Reads the files of a data set.
  ///
  /// Labels are always read whole, so that the number of classes does not depend on the extent:
  /// where `files` does not know it, it is one more than the largest training label.
  /// - Parameters:
  ///   - files: Where the files are.
  ///   - extent: How much to keep; decompression ends early for a part.
  /// - Throws: `FileError`, `GzipError`, `IDXError`, `DatasetError`.
  package init(reading files: DatasetFiles, extent: DatasetExtent = .all) throws {
    let training = try ImageSet(
      images: files.training.images, labels: files.training.labels, first: extent.training,
      classCount: files.classCount)
    self.name = files.name
    self.files = files
    self.training = training
    if extent.test == 0 {
      test = ImageSet(
        shape: training.shape, classCount: training.classCount, pixels: [], labels: [])
    } else {
      test = try Self.readTest(files, first: extent.test, like: training)
    }
  }

  /// The test images, which are read now where they were left out before.
  ///
  /// For experiments that may look at them only at their very end.
  ///
  /// - Parameter count: The first so many; nil for all.
  /// - Throws: `FileError`, `GzipError`, `IDXError`, `DatasetError`.
  package func readTest(first count: Int? = nil) throws -> ImageSet {
    guard test.isEmpty, let files else { return test }
    return try Self.readTest(files, first: count, like: training)
  }

  private static func readTest(
    _ files: DatasetFiles, first count: Int?, like training: ImageSet
  ) throws -> ImageSet {
    let test = try ImageSet(
      images: files.test.images, labels: files.test.labels, first: count,
      classCount: training.classCount)
    guard test.shape == training.shape else {
      throw DatasetError.shapeMismatch(
        file: files.test.images, got: test.shape, expected: training.shape)
    }
    return test
  }
}
