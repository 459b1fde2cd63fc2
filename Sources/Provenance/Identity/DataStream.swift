/// Writes a tree as the bytes of the data identity; `DataDigest` describes them.
struct DataStream {
  private(set) var bytes: [UInt8] = Array("DLPDATA1".utf8)
  /// The JSON Pointer of the value that is written next.
  private var path: [UInt8] = []

  private enum Tag: UInt8 {
    case null, bool, int, uint, float, double, string, object, array
    /// Set in the tag of an array whose elements need none.
    static let packed: UInt8 = 0x80
  }

  /// Appends the entries of a value and of all that is in it.
  ///
  /// - Parameter drain: Called after each entry; may take the bytes away.
  mutating func append(_ tree: EncodedValue, drain: (inout [UInt8]) -> Void) {
    switch tree {
    case .null: appendHead(.null)
    case .bool(let flag): appendScalar(.bool, UInt8(flag ? 1 : 0))
    case .int(let number): appendScalar(.int, number)
    case .uint(let number): appendScalar(.uint, number)
    case .float(let number): appendScalar(.float, Self.bits(of: number))
    case .double(let number): appendScalar(.double, Self.bits(of: number))
    case .bools(let flags): appendPacked(.bool, flags) { UInt8($0 ? 1 : 0) }
    case .ints(let numbers): appendPacked(.int, numbers) { $0 }
    case .uints(let numbers): appendPacked(.uint, numbers) { $0 }
    case .floats(let numbers): appendPacked(.float, numbers, Self.bits)
    case .doubles(let numbers): appendPacked(.double, numbers, Self.bits)
    case .string(let text):
      appendHead(.string)
      appendCount(text.utf8.count)
      bytes += text.utf8
    case .array(let elements):
      appendHead(.array)
      appendCount(elements.count)
      drain(&bytes)
      for (index, element) in elements.enumerated() {
        append(element, below: "\(index)", drain: drain)
      }
      return
    case .object(let members):
      appendHead(.object)
      appendCount(members.count)
      drain(&bytes)
      for member in members.sorted(by: { JSONKeys.precedes($0.key, $1.key) }) {
        append(member.value, below: member.key, drain: drain)
      }
      return
    }
    drain(&bytes)
  }

  private mutating func append(
    _ tree: EncodedValue, below key: String, drain: (inout [UInt8]) -> Void
  ) {
    let length = path.count
    path.append(UInt8(ascii: "/"))
    for byte in key.utf8 {
      switch byte {
      case UInt8(ascii: "~"): path += "~0".utf8
      case UInt8(ascii: "/"): path += "~1".utf8
      default: path.append(byte)
      }
    }
    append(tree, drain: drain)
    path.removeSubrange(length...)
  }

  private mutating func appendHead(_ tag: Tag, isPacked: Bool = false) {
    appendCount(path.count)
    bytes += path
    bytes.append(isPacked ? tag.rawValue | Tag.packed : tag.rawValue)
  }

  private mutating func appendCount(_ count: Int) {
    appendLittleEndian(UInt64(count))
  }

  private mutating func appendScalar(_ tag: Tag, _ bits: some FixedWidthInteger) {
    appendHead(tag)
    appendLittleEndian(bits)
  }

  private mutating func appendPacked<Element, Bits: FixedWidthInteger>(
    _ tag: Tag, _ elements: [Element], _ bits: (Element) -> Bits
  ) {
    appendHead(tag, isPacked: true)
    appendCount(elements.count)
    let words = elements.map { bits($0).littleEndian }
    words.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  private mutating func appendLittleEndian(_ bits: some FixedWidthInteger) {
    withUnsafeBytes(of: bits.littleEndian) { bytes.append(contentsOf: $0) }
  }

  /// One pattern for all NaNs: their sign and payload differ between CPUs.
  private static func bits(of number: Float) -> UInt32 {
    number.isNaN ? 0x7FC0_0000 : number.bitPattern
  }

  private static func bits(of number: Double) -> UInt64 {
    number.isNaN ? 0x7FF8_0000_0000_0000 : number.bitPattern
  }
}
