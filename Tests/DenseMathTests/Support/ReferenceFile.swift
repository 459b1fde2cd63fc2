import FoundationEssentials

/// A file of numbers that the scripts in `Reference` made, as lines of words.
struct ReferenceFile {
  let lines: [[Substring]]

  init(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(
      contentsOf: folder.appending(path: "Reference/\(name).txt"), encoding: .utf8)
    lines = text.split(separator: "\n").map { $0.split(separator: " ") }
  }
}

/// A word of a reference file that is no number.
struct UnreadableNumber: Error {
  let text: Substring
}

extension Float {
  init(hexadecimalBits text: Substring) throws {
    guard let bits = UInt32(text, radix: 16) else { throw UnreadableNumber(text: text) }
    self.init(bitPattern: bits)
  }
}

extension Double {
  init(hexadecimalBits text: Substring) throws {
    guard let bits = UInt64(text, radix: 16) else { throw UnreadableNumber(text: text) }
    self.init(bitPattern: bits)
  }
}

extension FixedWidthInteger {
  init(decimal text: Substring) throws {
    guard let value = Self(text, radix: 10) else { throw UnreadableNumber(text: text) }
    self = value
  }
}
