/// Labelled grey images as the files hold them: one byte a pixel.
package struct ImageSet: Equatable, Sendable {
  /// Height and width of an image in pixels.
  package struct Shape: Equatable, Sendable, CustomStringConvertible {
    package let rows: Int
    package let columns: Int

    package init(rows: Int, columns: Int) {
      self.rows = rows
      self.columns = columns
    }

    /// Pixels of an image.
    package var featureCount: Int { rows * columns }
    package var description: String { "\(columns)x\(rows)" }
  }

  /// Shape of each image.
  package let shape: Shape
  /// Number of classes; labels are below it.
  package let classCount: Int
  /// Grey levels `[count, features]`, row-major, 0 to 255.
  package let pixels: [UInt8]
  /// Classes `[count]`.
  package let labels: [UInt8]

  /// - Parameters:
  ///   - shape: Shape of each image.
  ///   - classCount: Must be larger than every label.
  ///   - pixels: `[count, features]`.
  ///   - labels: `[count]`.
  package init(shape: Shape, classCount: Int, pixels: [UInt8], labels: [UInt8]) {
    precondition(pixels.count == labels.count * shape.featureCount, "pixels and labels disagree")
    self.shape = shape
    self.classCount = classCount
    self.pixels = pixels
    self.labels = labels
  }

  /// Number of images.
  package var count: Int { labels.count }
  /// True for a part of a data set that was not loaded.
  package var isEmpty: Bool { labels.isEmpty }
  /// Pixels of an image, `shape.rows * shape.columns`.
  package var featureCount: Int { shape.featureCount }
}
