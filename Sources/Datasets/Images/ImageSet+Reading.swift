extension ImageSet {
  /// Reads images and their labels from two IDX files, plain or gzip.
  ///
  /// - Parameters:
  ///   - files: Their paths. The labels are read whole, whatever `itemCount` says.
  ///   - itemCount: The first so many, at least 1; nil for all.
  ///   - classCount: Number of classes; nil for one more than the largest label.
  ///   - threads: With 2 all images of a large file are read in less time.
  /// - Throws: `FileError`, `GzipError`, `IDXError`, `DatasetError`.
  package init(
    _ files: DatasetFiles.Pair, first itemCount: Int? = nil, classCount: Int? = nil,
    threads: Int = 1
  ) throws {
    let (images, labels) = (files.images, files.labels)
    let imageFile = try IDXFile(path: images, expecting: .images)
    let labelFile = try IDXFile(path: labels, expecting: .labels)
    let imageHeader = imageFile.header
    let shape = Shape(rows: imageHeader.dimensions[1], columns: imageHeader.dimensions[2])
    guard labelFile.header.count == imageHeader.count else {
      throw DatasetError.countMismatch(
        images: images, imageCount: imageHeader.count, labels: labels,
        labelCount: labelFile.header.count)
    }
    let used = itemCount ?? imageHeader.count
    guard (1...imageHeader.count).contains(used) else {
      throw DatasetError.tooFewImages(file: images, got: imageHeader.count, expected: used)
    }
    let allLabels = try labelFile.readElements()
    let classCount = classCount ?? allLabels.reduce(0) { max($0, Int($1)) } + 1
    try Self.check(allLabels, classCount: classCount, file: labels)
    self.init(
      shape: shape, classCount: classCount,
      pixels: try imageFile.readElements(first: used, threads: threads),
      labels: used == allLabels.count ? allLabels : Array(allLabels[..<used]))
  }

  private static func check(
    _ labels: [UInt8], classCount: Int, file: String
  ) throws(DatasetError) {
    guard let index = labels.firstIndex(where: { $0 >= classCount }) else { return }
    throw .labelOutOfRange(
      file: file, label: labels[index], classCount: classCount,
      byte: IDXHeader.byteCount(of: .labels) + index)
  }
}
