import Datasets
import Provenance
import Testing

@Suite("Data sets")
struct DatasetTests {
  private let scratch = ScratchFolder()

  /// The bundled digits, found by their folder.
  private func bundled(_ extent: DatasetExtent = .all) throws -> Dataset {
    try Dataset(
      reading: DatasetLocator(places: SearchPlaces(override: bundledDataFolder)).locate("mnist5k"),
      extent: extent)
  }

  private func small(_ extent: DatasetExtent = .all) throws -> Dataset {
    let folder = scratch.writeDataset(to: "small")
    return try Dataset(
      reading: DatasetLocator(places: SearchPlaces()).locate(folder), extent: extent)
  }

  private func message(_ body: () throws -> some Any) -> String {
    do {
      _ = try body()
      return "no error"
    } catch {
      return "\(error)".replacing(scratch.path + "/", with: "")
    }
  }

  // Sums, labels and digests of this suite: expected_values.py.
  @Test("The bundled digits are those of the provenance")
  func bundledDigits() throws {
    let digits = try bundled()
    #expect(digits.training.count == 4000)
    #expect(digits.test.count == 1000)
    #expect(digits.training.classCount == 10)
    #expect(digits.training.shape == ImageSet.Shape(rows: 28, columns: 28))
    #expect(digits.test.shape == digits.training.shape)
    #expect(digits.training.pixels.reduce(0) { $0 + Int($1) } == 105_228_455)
    #expect(digits.test.pixels.reduce(0) { $0 + Int($1) } == 26_038_647)
    #expect(digits.training.labels.prefix(10) == [0, 7, 9, 9, 1, 5, 2, 4, 0, 5])
    #expect(digits.test.labels.prefix(10) == [6, 0, 3, 3, 1, 5, 4, 8, 6, 7])
    for digit in 0..<10 as Range<UInt8> {
      let all = digits.training.labels + digits.test.labels
      #expect(all.count { $0 == digit } == 500)
    }
  }

  @Test("The digest is what sha256sum gives, of the whole set and of parts")
  func digests() throws {
    #expect(
      try bundled().digest().hex
        == "5c0f47ff300bd0daa386ce4947175e24e4d8c3bc5c4a3f3f367d2719fd5c69d5")
    #expect(
      try bundled(DatasetExtent(training: 1000, test: 0)).digest().hex
        == "fb273a36edcd2457f413e63d8595b95bc983c6bc0f54fea87cc118ba62a11e39")
    #expect(
      try bundled(DatasetExtent(test: 0)).digest().hex
        == "0bc23b66d6e9521b3f429795d929e1396671cc6bbf60de0ddb75c023f08a32db")
    #expect(
      try bundled(DatasetExtent(training: 100, test: 10)).digest().hex
        == "4edbdd88bb43836a07505a274bdab41363bf4276eecbd08e4799e8652ba6f158")
    #expect(
      try small().digest().hex
        == "5d84c692519a9c0ce4bdd9779c1b557ce05b75bf9f0f01a6b6495b697e94f9fa")
  }

  @Test("Compressed files have the identity of plain ones")
  func compression() throws {
    let locator = DatasetLocator(places: SearchPlaces())
    let folder = scratch.writeDataset(to: "compressed", compressed: true)
    let compressed = try Dataset(reading: locator.locate(folder))
    #expect(try compressed.digest() == small().digest())
    #expect(try compressed.training == small().training)
  }

  @Test("A part of a data set")
  func extents() throws {
    let all = try small()
    let part = try small(DatasetExtent(training: 2, test: 1))
    #expect(part.training.pixels == Array(all.training.pixels[..<12]))
    #expect(part.training.labels == [0, 3])
    #expect(part.test.pixels == Array(all.test.pixels[..<6]))
    #expect(part.training.classCount == 4)
    #expect(part.test.classCount == 4)
    #expect(try small(DatasetExtent(training: 5, test: 3)) == all)
    let training = try small(DatasetExtent(test: 0))
    #expect(training.test.isEmpty)
    #expect(training.test.shape == all.test.shape)
  }

  @Test("Two threads read what one reads, and report what one reports")
  func threads() throws {
    let folder = scratch.writeDataset(to: "threads")
    let files = try DatasetLocator(places: SearchPlaces()).locate(folder)
    for extent in [.all, DatasetExtent(training: 2, test: 1), DatasetExtent(test: 0)] {
      #expect(
        try Dataset(reading: files, extent: extent, threads: 2)
          == Dataset(reading: files, extent: extent))
    }
    scratch.write(Sample.labels([2, 0, 4]), to: "threads/t10k-labels-idx1-ubyte")
    #expect(
      message { try Dataset(reading: files, threads: 2) }
        == "threads/t10k-labels-idx1-ubyte: label 4 at byte 10 (0...3)")
    // Both halves are damaged: the training files are named first.
    scratch.write([], to: "threads/train-images-idx3-ubyte")
    for _ in 1...20 {
      #expect(
        message { try Dataset(reading: files, threads: 2) }
          == "threads/train-images-idx3-ubyte: empty file, expected an IDX file")
    }
  }

  @Test("Test files are not opened where they are not used")
  func unusedTestFiles() throws {
    let folder = scratch.writeDataset(to: "damaged")
    scratch.write([], to: "damaged/t10k-images-idx3-ubyte")
    let files = try DatasetLocator(places: SearchPlaces()).locate(folder)
    #expect(try Dataset(reading: files, extent: DatasetExtent(test: 0)).training.count == 5)
    #expect(
      message { try Dataset(reading: files) }
        == "damaged/t10k-images-idx3-ubyte: empty file, expected an IDX file")
  }

  @Test("More images than there are, none, or fewer than none", arguments: [6, 0, -1])
  func wrongExtent(count: Int) {
    #expect(
      message { try small(DatasetExtent(training: count)) }
        == "small/train-images-idx3-ubyte: holds 5 images, \(count) are asked for")
  }

  @Test("A test label that no training label has the like of")
  func labelBeyondTheClasses() throws {
    let folder = scratch.writeDataset(to: "labels")
    scratch.write(Sample.labels([2, 0, 4]), to: "labels/t10k-labels-idx1-ubyte")
    let files = try DatasetLocator(places: SearchPlaces()).locate(folder)
    #expect(
      message { try Dataset(reading: files) }
        == "labels/t10k-labels-idx1-ubyte: label 4 at byte 10 (0...3)")
  }

  @Test("A training label beyond the classes of a named set")
  func labelBeyondTenClasses() throws {
    scratch.writeDataset(to: "named/mnist")
    scratch.write(Sample.labels([0, 1, 10, 2, 3]), to: "named/mnist/train-labels-idx1-ubyte")
    let locator = DatasetLocator(places: SearchPlaces(override: scratch.path + "/named"))
    #expect(
      message { try Dataset(reading: locator.locate("mnist")) }
        == "named/mnist/train-labels-idx1-ubyte: label 10 at byte 10 (0...9)")
  }

  @Test("Test images of another shape")
  func shapeMismatch() throws {
    let folder = scratch.writeDataset(to: "shapes")
    scratch.write(
      Sample.images([3, 3, 2], pixels: Sample.pixels(3)), to: "shapes/t10k-images-idx3-ubyte")
    let files = try DatasetLocator(places: SearchPlaces()).locate(folder)
    #expect(
      message { try Dataset(reading: files) }
        == "shapes/t10k-images-idx3-ubyte: images of 2x3 at byte 8, expected 3x2 like the "
        + "training images")
  }
}
