extension NPYArray {
  /// Reads a `.npy` file: version 1.0, 2.0 or 3.0, either byte order, either order of the indices.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - file: Its path, for messages.
  /// - Throws: `NPYError` for anything else than one array of a kind that is known here, arrays of
  ///   Python objects above all.
  package init(bytes: [UInt8], file: String) throws(NPYError) {
    try self.init(bytes: bytes[...], file: file)
  }

  init(bytes: ArraySlice<UInt8>, file: String) throws(NPYError) {
    let header = try NPYHeader(bytes, file: file)
    // Before any memory is taken: a small file can promise much.
    let end = header.byteCount + header.elementCount * header.kind.byteCount
    guard bytes.count >= end else {
      throw .truncated(file: file, got: bytes.count, expected: end)
    }
    guard bytes.count == end else { throw .trailingBytes(file: file, byte: end) }
    let content = bytes.dropFirst(header.byteCount)
    let order = header.isFortranOrder ? NPYFortranOrder(shape: header.shape) : nil
    self.init(
      shape: header.shape,
      NPYElements(header.kind, content, isBigEndian: header.byteOrder == .big, order: order))
  }
}

extension NPYElements {
  fileprivate init(
    _ kind: NPYKind, _ bytes: ArraySlice<UInt8>, isBigEndian: Bool, order: NPYFortranOrder?
  ) {
    func read<Bits: FixedWidthInteger, Value>(_ value: (Bits) -> Value) -> [Value] {
      Self.read(bytes, isBigEndian: isBigEndian, order: order, value)
    }
    switch kind {
    case .float32: self = .float32(read(Float.init(bitPattern:)))
    case .float64: self = .float64(read(Double.init(bitPattern:)))
    case .int32: self = .int32(read { (bits: Int32) in bits })
    case .int64: self = .int64(read { (bits: Int64) in bits })
    case .uint8: self = .uint8(read { (bits: UInt8) in bits })
    // NumPy too takes any byte but 0 for true.
    case .bool: self = .bool(read { (bits: UInt8) in bits != 0 })
    }
  }

  private static func read<Bits: FixedWidthInteger, Value>(
    _ bytes: ArraySlice<UInt8>, isBigEndian: Bool, order: NPYFortranOrder?, _ value: (Bits) -> Value
  ) -> [Value] {
    let size = MemoryLayout<Bits>.size
    return bytes.withUnsafeBytes { raw in
      func element(_ index: Int) -> Value {
        let stored = raw.loadUnaligned(fromByteOffset: index * size, as: Bits.self)
        return value(isBigEndian ? Bits(bigEndian: stored) : Bits(littleEndian: stored))
      }
      let count = raw.count / size
      guard var order else { return (0..<count).map(element) }
      return (0..<count).map { _ in element(order.next()) }
    }
  }
}

/// Where the elements of an array in Fortran order (the first index runs fastest) stand, in the
/// sequence of C order (the last index runs fastest).
struct NPYFortranOrder {
  private let shape: [Int]
  /// How far apart neighbours along each dimension stand.
  private let strides: [Int]
  private var indices: [Int]
  private var position = 0

  init(shape: [Int]) {
    self.shape = shape
    var strides: [Int] = []
    var stride = 1
    for length in shape {
      strides.append(stride)
      // An array without elements is never walked through; its other lengths may be huge.
      stride = stride.multipliedReportingOverflow(by: length).partialValue
    }
    self.strides = strides
    indices = Array(repeating: 0, count: shape.count)
  }

  /// The position of the next element.
  mutating func next() -> Int {
    let current = position
    for dimension in shape.indices.reversed() {
      indices[dimension] += 1
      position += strides[dimension]
      if indices[dimension] < shape[dimension] { break }
      position -= shape[dimension] * strides[dimension]
      indices[dimension] = 0
    }
    return current
  }
}
