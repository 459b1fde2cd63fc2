/// What stands before the elements in a `.npy` file: the magic string, a version, and a Python
/// dictionary, padded so that the elements start at a multiple of 64 bytes.
struct NPYHeader: Equatable {
  enum ByteOrder { case little, big }

  static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
  /// NumPy's own limit, `_MAX_HEADER_SIZE`.
  static let maximumDictionaryByteCount = 10_000
  /// NumPy's `NPY_MAXDIMS` since version 2.
  static let maximumDimensionCount = 64
  /// Multiple of bytes at which elements start, NumPy's `ARRAY_ALIGN`.
  static let alignment = 64
  /// Room for the first dimension to grow in place, NumPy's `GROWTH_AXIS_MAX_DIGITS`.
  private static let growthDigits = 21

  let kind: NPYKind
  let byteOrder: ByteOrder
  /// The first index runs fastest, not the last.
  let isFortranOrder: Bool
  let shape: [Int]
  /// Product of the shape.
  let elementCount: Int
  /// Bytes of the header, where the elements start.
  let byteCount: Int

  /// Reads the header at the start of `bytes`.
  ///
  /// - Parameter file: What the bytes are called in messages.
  init(_ bytes: ArraySlice<UInt8>, file: String) throws(NPYError) {
    let (dictionary, start) = try Self.dictionary(in: bytes, file: file)
    let entries = try NPYDictionary(dictionary, file: file, offset: start)
    (kind, byteOrder) = try Self.type(entries.descriptor, file: file)
    isFortranOrder = entries.isFortranOrder
    shape = entries.shape
    guard let count = NPYArray.elementCount(of: shape) else {
      throw .tooManyElements(file: file, shape: shape)
    }
    elementCount = count
    byteCount = start + dictionary.count
  }

  /// The header of an array in C order, little-endian, as `numpy.save` writes it (NumPy 1.23 and
  /// later).
  static func encoded(kind: NPYKind, shape: [Int]) -> [UInt8] {
    var dictionary =
      "{'descr': '\(kind.descriptor)', 'fortran_order': False, 'shape': \(tuple(shape)), }"
    if let first = shape.first {
      dictionary += String(repeating: " ", count: growthDigits - "\(first)".utf8.count)
    }
    // The magic string, two bytes each of version and length, and the final line feed.
    let unpadded = magic.count + 4 + dictionary.utf8.count + 1
    let padding = alignment - unpadded % alignment
    let length = dictionary.utf8.count + padding + 1
    return magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)] + Array(dictionary.utf8)
      + Array(repeating: UInt8(ascii: " "), count: padding) + [UInt8(ascii: "\n")]
  }

  /// The dictionary, its padding included, and where in `bytes` it starts.
  private static func dictionary(
    in bytes: ArraySlice<UInt8>, file: String
  ) throws(NPYError) -> (dictionary: ArraySlice<UInt8>, start: Int) {
    let magicStart = bytes.prefix(magic.count)
    guard magicStart.elementsEqual(magic.prefix(magicStart.count)), !bytes.isEmpty else {
      throw .notNPY(file: file, start: Array(magicStart))
    }
    func byte(_ index: Int) throws(NPYError) -> Int {
      guard index < bytes.count else {
        throw .truncated(file: file, got: bytes.count, expected: index + 1)
      }
      return Int(bytes[bytes.startIndex + index])
    }
    let version = (major: try byte(6), minor: try byte(7))
    guard (1...3).contains(version.major), version.minor == 0 else {
      throw .unknownVersion(file: file, major: version.major, minor: version.minor)
    }
    let start = version.major == 1 ? 10 : 12
    var length = 0
    for index in (8..<start).reversed() { length = length << 8 | (try byte(index)) }
    guard length <= maximumDictionaryByteCount else {
      throw .headerTooLong(file: file, bytes: length, limit: maximumDictionaryByteCount)
    }
    guard start + length <= bytes.count else {
      throw .truncated(file: file, got: bytes.count, expected: start + length)
    }
    return (bytes.dropFirst(start).prefix(length), start)
  }

  private static func type(
    _ descriptor: String, file: String
  ) throws(NPYError) -> (NPYKind, ByteOrder) {
    let code = descriptor.dropFirst()
    if code.first == "O" || descriptor.first == "O" { throw .objects(file: file) }
    guard let kind = NPYKind.allCases.first(where: { $0.code == code }) else {
      throw .unsupportedType(file: file, descriptor: descriptor)
    }
    switch descriptor.first {
    case "<": return (kind, .little)
    case ">": return (kind, .big)
    case "|" where kind.byteCount == 1: return (kind, .little)
    default: throw .unsupportedType(file: file, descriptor: descriptor)
    }
  }

  /// `()`, `(3,)`, `(3, 4)`.
  private static func tuple(_ shape: [Int]) -> String {
    let lengths = shape.map(String.init).joined(separator: ", ")
    return shape.count == 1 ? "(\(lengths),)" : "(\(lengths))"
  }
}
