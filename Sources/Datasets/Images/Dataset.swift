internal import DenseMath

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
  ///   - threads: With 2 the test files are read beside the training files, which otherwise are read
  ///     in less time.
  /// - Throws: `FileError`, `GzipError`, `IDXError`, `DatasetError`; what is wrong with a training
  ///   file comes before what is wrong with a test file.
  package init(
    reading files: DatasetFiles, extent: DatasetExtent = .all, threads: Int = 1
  ) throws {
    let readsTest = extent.test != 0
    let sets = try Parallel.map(count: readsTest ? 2 : 1, threads: threads) { index in
      index == 0
        ? try ImageSet(
          files.training, first: extent.training, classCount: files.classCount,
          threads: readsTest ? 1 : threads)
        : try ImageSet(files.test, first: extent.test, classCount: files.classCount)
    }
    let training = sets[0]
    self.name = files.name
    self.files = files
    self.training = training
    test =
      sets.count == 1
      ? ImageSet(shape: training.shape, classCount: training.classCount, pixels: [], labels: [])
      : try Self.test(sets[1], of: files, like: training)
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
    let test = try ImageSet(files.test, first: count, classCount: training.classCount)
    return try Self.test(test, of: files, like: training)
  }

  /// Test images that were read, once they are known to go with the training images.
  private static func test(
    _ test: ImageSet, of files: DatasetFiles, like training: ImageSet
  ) throws -> ImageSet {
    let classCount = training.classCount
    // Reading again names the label that is too large, and its place.
    let test =
      test.classCount <= classCount
      ? test : try ImageSet(files.test, first: test.count, classCount: classCount)
    guard test.shape == training.shape else {
      throw DatasetError.shapeMismatch(
        file: files.test.images, got: test.shape, expected: training.shape)
    }
    return ImageSet(
      shape: test.shape, classCount: classCount, pixels: test.pixels, labels: test.labels)
  }
}
