/// Files that are fine each but do not go together, or do not hold what was asked for.
package enum DatasetError: DatasetsFailure {
  /// As many labels as images are expected.
  case countMismatch(images: String, imageCount: Int, labels: String, labelCount: Int)
  /// A label that is no class; `byte` counts in the decompressed file.
  case labelOutOfRange(file: String, label: UInt8, classCount: Int, byte: Int)
  /// Training and test images differ in shape.
  case shapeMismatch(file: String, got: ImageSet.Shape, expected: ImageSet.Shape)
  /// More images were asked for than the file holds.
  case tooFewImages(file: String, got: Int, expected: Int)

  package var isMachineFault: Bool { false }

  package var description: String {
    switch self {
    case .countMismatch(let images, let imageCount, let labels, let labelCount):
      "\(labels): \(labelCount) labels at byte 4, expected \(imageCount), one for each image of "
        + images
    case .labelOutOfRange(let file, let label, let classCount, let byte):
      "\(file): label \(label) at byte \(byte) (0...\(classCount - 1))"
    case .shapeMismatch(let file, let got, let expected):
      "\(file): images of \(got) at byte 8, expected \(expected) like the training images"
    case .tooFewImages(let file, let got, let expected):
      "\(file): holds \(got) images, \(expected) are asked for"
    }
  }
}
