import Datasets
import Files
import Testing

/// What the reader makes of files that are not what they should be: one line that names file,
/// byte and what is allowed.
@Suite("IDX files")
struct IDXTests {
  private let scratch = ScratchFolder()

  private func read(images: [UInt8], labels: [UInt8], first: Int? = nil) throws -> ImageSet {
    try ImageSet(
      DatasetFiles.Pair(
        images: scratch.write(images, to: "images"), labels: scratch.write(labels, to: "labels")),
      first: first)
  }

  /// The message of the error, with the scratch folder left out.
  private func message(images: [UInt8], labels: [UInt8] = Sample.labels([0, 1])) -> String {
    do {
      _ = try read(images: images, labels: labels)
      return "no error"
    } catch let error as any DatasetsFailure {
      #expect(!error.isMachineFault)
      return error.description.replacing(scratch.path + "/", with: "")
    } catch {
      return "another error: \(error)"
    }
  }

  @Test("Pixels and labels come as they stand in the files")
  func plainFiles() throws {
    let set = try read(
      images: Sample.images([2, 2, 3], pixels: Sample.pixels(2)), labels: Sample.labels([1, 4]))
    #expect(set.count == 2)
    #expect(set.shape == ImageSet.Shape(rows: 2, columns: 3))
    #expect(set.shape.description == "3x2")
    #expect(set.featureCount == 6)
    #expect(set.pixels == [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    #expect(set.labels == [1, 4])
    #expect(set.classCount == 5)
  }

  @Test("The first images only, with the classes of all")
  func firstImages() throws {
    let images = Sample.images([4, 2, 3], pixels: Sample.pixels(4))
    let set = try read(images: images, labels: Sample.labels([1, 0, 7, 2]), first: 2)
    #expect(set.pixels == Sample.pixels(2))
    #expect(set.labels == [1, 0])
    #expect(set.classCount == 8)
  }

  @Test(
    "Other files than images",
    arguments: [
      ([], "images: empty file, expected an IDX file"),
      (
        [0, 0, 8],
        "images: starts with bytes 00 00 08, expected an IDX file (00 00 08) or gzip (1f 8b)"
      ),
      (
        [0x89, 0x50, 0x4E, 0x47, 13],
        "images: starts with bytes 89 50 4e 47, expected an IDX file (00 00 08) or gzip (1f 8b)"
      ),
      (
        Array("<!DOCTYPE html>".utf8),
        "images: starts with \"<\" like a web page, expected an IDX file (bytes 00 00 08)"
      ),
      (
        Sample.labels([1, 2, 3, 4, 5, 6, 7, 8]),
        "images: holds labels (magic number 00 00 08 01), expected images (00 00 08 03)"
      ),
      (
        [0, 0, 0x0D, 3] + Sample.bigEndian(1) + Sample.bigEndian(1) + Sample.bigEndian(1),
        "images: element type 0x0d at byte 2, expected 0x08 (unsigned bytes)"
      ),
      ([0, 0, 8, 2, 0, 0, 0, 1], "images: 2 dimensions at byte 3, expected 3 for images"),
      ([0, 0, 8, 3, 0, 0, 0, 1], "images: ends at byte 8, its header promises 16"),
      (Sample.images([0, 2, 3], pixels: []), "images: 0 images at byte 4 (1...1073741824)"),
      (Sample.images([1, 0, 3], pixels: []), "images: 0 rows at byte 8 (1...4096)"),
      (Sample.images([1, 2, 4097], pixels: []), "images: 4097 columns at byte 12 (1...4096)"),
      (
        Sample.images([1 << 32 - 1, 28, 28], pixels: []),
        "images: 4294967295 images at byte 4 (1...1073741824)"
      ),
      (
        Sample.images([1 << 30, 28, 28], pixels: []),
        "images: its header promises 841813590016 bytes, at most 1073741824 are read"
      ),
      (
        Sample.images([2, 2, 3], pixels: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]),
        "images: ends at byte 27, its header promises 28"
      ),
      (
        Sample.images([2, 2, 3], pixels: Sample.pixels(2) + [0]),
        "images: goes on after byte 28, where its header says that it ends"
      ),
    ] as [([UInt8], String)])
  func otherFiles(bytes: [UInt8], expected: String) {
    #expect(message(images: bytes) == expected)
  }

  @Test("Images in place of labels")
  func imagesAsLabels() {
    let images = Sample.images([2, 2, 3], pixels: Sample.pixels(2))
    #expect(
      message(images: images, labels: images)
        == "labels: holds images (magic number 00 00 08 03), expected labels (00 00 08 01)")
  }

  @Test("Other counts of images and labels")
  func countMismatch() {
    #expect(
      message(
        images: Sample.images([2, 2, 3], pixels: Sample.pixels(2)),
        labels: Sample.labels([0, 1, 2]))
        == "labels: 3 labels at byte 4, expected 2, one for each image of images")
  }

  @Test("Nothing, a folder or a pipe in place of a file")
  func noFile() throws {
    let labels = scratch.write(Sample.labels([0]), to: "labels")
    #expect(throws: FileError.failed(.open, path: scratch.path + "/nothing", code: 2)) {
      try ImageSet(DatasetFiles.Pair(images: scratch.path + "/nothing", labels: labels))
    }
    #expect(throws: FileError.notRegularFile(path: scratch.path, got: .folder)) {
      try ImageSet(DatasetFiles.Pair(images: scratch.path, labels: labels))
    }
    #expect(throws: FileError.notRegularFile(path: "/dev/zero", got: .other)) {
      try ImageSet(DatasetFiles.Pair(images: "/dev/zero", labels: labels))
    }
    #expect(
      FileError.failed(.open, path: "a/b", code: 2).description
        == "cannot open a/b: no such file or directory")
  }

  @Test("Every cut of a file is an error", arguments: 0..<28)
  func truncation(length: Int) {
    let whole = Sample.images([2, 2, 3], pixels: Sample.pixels(2))
    #expect(message(images: Array(whole.prefix(length))) != "no error")
  }
}
