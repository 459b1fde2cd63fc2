/// A `.npy` file put together from the text of the format's specification, not by the code under
/// test.
enum HandmadeNPY {
  /// - Parameters:
  ///   - dictionary: The header's text without padding.
  ///   - version: The first byte of the version.
  static func bytes(_ dictionary: String, _ data: [UInt8] = [], version: UInt8 = 1) -> [UInt8] {
    let lengthSize = version == 1 ? 2 : 4
    var text = Array(dictionary.utf8)
    while (8 + lengthSize + text.count + 1) % 64 != 0 { text.append(0x20) }
    text.append(0x0A)
    let length = (0..<lengthSize).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) }
    return [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, version, 0] + length + text + data
  }

  /// A header with one entry of its dictionary set to another text, over three unsigned bytes.
  static func with(
    descr: String = "'|u1'", order: String = "False", shape: String = "(3,)",
    data: [UInt8] = [1, 2, 3]
  ) -> [UInt8] {
    bytes("{'descr': \(descr), 'fortran_order': \(order), 'shape': \(shape), }", data)
  }
}
