/// The two kinds of IDX files that a data set is made of.
package enum IDXKind: String, Sendable, CustomStringConvertible {
  /// `[count, rows, columns]`.
  case images
  /// `[count]`.
  case labels

  /// Number of dimensions.
  package var dimensionCount: Int {
    switch self {
    case .images: 3
    case .labels: 1
    }
  }

  /// Two zeros, 08 for unsigned bytes, the number of dimensions.
  package var magic: [UInt8] {
    [0, 0, IDXHeader.unsignedByte, UInt8(dimensionCount)]
  }

  package var description: String { rawValue }
}

/// The start of an IDX file of unsigned bytes: a magic number, then each dimension as a big-endian
/// 32-bit number.
///
/// Limits: 1 to 2^30 images of 1 to 4096 rows and columns, 2^30 bytes in all.
/// - Source: "The MNIST database of handwritten digits", section "The IDX file format".
package struct IDXHeader: Equatable, Sendable {
  /// Code of the element type.
  static let unsignedByte: UInt8 = 0x08
  /// The most elements that are read.
  package static let maximumElementCount = 1 << 30
  private static let sideLimits = 1...4096

  package let kind: IDXKind
  /// `[count]` of labels, `[count, rows, columns]` of images.
  package let dimensions: [Int]

  /// Number of images or labels.
  package var count: Int { dimensions[0] }
  /// Bytes of one image or label.
  package var elementsPerItem: Int { dimensions.dropFirst().reduce(1, *) }
  /// Bytes of the header itself.
  package var byteCount: Int { Self.byteCount(of: kind) }
  /// Bytes of a whole file with this header.
  package var fileByteCount: Int { byteCount + count * elementsPerItem }

  /// Bytes of the header of a file of `kind`.
  static func byteCount(of kind: IDXKind) -> Int { 4 + 4 * kind.dimensionCount }

  /// A header for content that is known to be within the limits.
  init(kind: IDXKind, dimensions: [Int]) {
    precondition(dimensions.count == kind.dimensionCount)
    self.kind = kind
    self.dimensions = dimensions
  }

  /// Reads the header that the content of `file` starts with.
  ///
  /// - Parameters:
  ///   - start: The first bytes, as many as a header of the expected kind has or all there are.
  ///   - file: The path, for messages.
  ///   - expected: What the file should hold.
  init(start: [UInt8], file: String, expected: IDXKind) throws(IDXError) {
    try Self.checkMagic(start, file: file, expected: expected)
    guard start.count >= Self.byteCount(of: expected) else {
      throw .truncated(file: file, got: start.count, expected: Self.byteCount(of: expected))
    }
    kind = expected
    dimensions = (0..<expected.dimensionCount).map { index in
      start[(4 + 4 * index)..<(8 + 4 * index)].reduce(0) { $0 << 8 | Int($1) }
    }
    try checkLimits(file: file)
  }

  /// The bytes that such a file starts with.
  package var encoded: [UInt8] {
    kind.magic
      + dimensions.flatMap { dimension in
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: dimension >> $0) }
      }
  }

  private static func checkMagic(
    _ start: [UInt8], file: String, expected: IDXKind
  ) throws(IDXError) {
    guard start.count >= 4, start[0] == 0, start[1] == 0 else {
      throw .notIDX(file: file, start: Array(start.prefix(4)))
    }
    guard start[2] == unsignedByte else { throw .wrongElementType(file: file, got: start[2]) }
    guard start[3] != UInt8(expected.dimensionCount) else { return }
    let other: IDXKind = expected == .images ? .labels : .images
    throw start[3] == UInt8(other.dimensionCount)
      ? .wrongKind(file: file, got: other, expected: expected)
      : .wrongDimensionCount(file: file, got: start[3], expected: expected)
  }

  private func checkLimits(file: String) throws(IDXError) {
    let limits = [1...Self.maximumElementCount, Self.sideLimits, Self.sideLimits]
    for (index, name) in [kind.rawValue, "rows", "columns"].prefix(dimensions.count).enumerated() {
      guard limits[index].contains(dimensions[index]) else {
        throw .dimensionOutOfRange(
          file: file, name: name, got: dimensions[index], allowed: limits[index],
          byte: 4 + 4 * index)
      }
    }
    let bytes = count * elementsPerItem
    guard bytes <= Self.maximumElementCount else {
      throw .tooLarge(file: file, bytes: bytes, limit: Self.maximumElementCount)
    }
  }
}
