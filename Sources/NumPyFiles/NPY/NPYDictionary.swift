/// The Python dictionary in the header of a `.npy` file, read strictly: the three keys, each once,
/// in any order, each with a value of its kind, and nothing else.
///
/// NumPy evaluates any Python literal here; files hold no other than these:
/// `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }`.
struct NPYDictionary: Equatable {
  let descriptor: String
  let isFortranOrder: Bool
  let shape: [Int]

  private enum Key: String, CaseIterable {
    case descriptor = "descr"
    case order = "fortran_order"
    case shape
  }

  /// - Parameters:
  ///   - text: The dictionary with its padding.
  ///   - file: What the array is called in messages.
  ///   - offset: Where the dictionary starts, for messages.
  init(_ text: ArraySlice<UInt8>, file: String, offset: Int) throws(NPYError) {
    var reader = PythonReader(text, file: file, offset: offset)
    var descriptor: String?
    var isFortranOrder: Bool?
    var shape: [Int]?
    try reader.take("{")
    while !reader.takes("}") {
      let name = try reader.string("a key")
      guard let key = Key(rawValue: name) else { throw .unknownKey(file: file, key: name) }
      try reader.take(":")
      let isRepeated: Bool
      switch key {
      case .descriptor:
        isRepeated = descriptor != nil
        if reader.isAt("[") { throw .structured(file: file) }
        descriptor = try reader.string("an element type")
      case .order:
        isRepeated = isFortranOrder != nil
        isFortranOrder = try reader.boolean()
      case .shape:
        isRepeated = shape != nil
        shape = try reader.tuple(limit: NPYHeader.maximumDimensionCount)
      }
      if isRepeated { throw .repeatedKey(file: file, key: name) }
      // The comma after the last entry may be there or not.
      if !reader.takes(","), !reader.isAt("}") { throw reader.unexpected("',' or '}'") }
    }
    try reader.end()
    guard let descriptor else { throw .missingKey(file: file, key: Key.descriptor.rawValue) }
    guard let isFortranOrder else { throw .missingKey(file: file, key: Key.order.rawValue) }
    guard let shape else { throw .missingKey(file: file, key: Key.shape.rawValue) }
    self.descriptor = descriptor
    self.isFortranOrder = isFortranOrder
    self.shape = shape
  }
}

/// Reads the few Python literals of a header, spaces between them skipped.
private struct PythonReader {
  private let text: ArraySlice<UInt8>
  private let file: String
  /// Where `text` starts in the file.
  private let offset: Int
  private var position: Int

  init(_ text: ArraySlice<UInt8>, file: String, offset: Int) {
    self.text = text
    self.file = file
    self.offset = offset
    position = text.startIndex
  }

  /// The next byte.
  private var next: UInt8? { position < text.endIndex ? text[position] : nil }

  private mutating func skipSpaces() {
    while next == UInt8(ascii: " ") { position += 1 }
  }

  func unexpected(_ expected: String) -> NPYError {
    .malformedHeader(
      file: file, byte: offset + position - text.startIndex, got: next, expected: expected)
  }

  func isAt(_ character: Unicode.Scalar) -> Bool { next == UInt8(ascii: character) }

  /// Takes the character if it comes next.
  mutating func takes(_ character: Unicode.Scalar) -> Bool {
    guard isAt(character) else { return false }
    position += 1
    skipSpaces()
    return true
  }

  mutating func take(_ character: Unicode.Scalar) throws(NPYError) {
    guard takes(character) else { throw unexpected("'\(character)'") }
  }

  /// A string of printable ASCII in single or double quotes, without escapes.
  mutating func string(_ expected: String) throws(NPYError) -> String {
    guard let quote = next, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw unexpected(expected)
    }
    position += 1
    let start = position
    while let byte = next, byte != quote {
      guard (0x20...0x7E).contains(byte), byte != UInt8(ascii: "\\") else {
        throw unexpected(expected)
      }
      position += 1
    }
    guard next == quote else { throw unexpected("the end of \(expected)") }
    let value = String(decoding: text[start..<position], as: UTF8.self)
    position += 1
    skipSpaces()
    return value
  }

  mutating func boolean() throws(NPYError) -> Bool {
    for (word, value) in [("True", true), ("False", false)]
    where text[position...].starts(with: word.utf8) {
      position += word.utf8.count
      skipSpaces()
      return value
    }
    throw unexpected("True or False")
  }

  /// A tuple of lengths: `()`, `(3,)`, `(3, 4)`.
  mutating func tuple(limit: Int) throws(NPYError) -> [Int] {
    try take("(")
    var lengths: [Int] = []
    while !isAt(")") {
      guard lengths.count < limit else { throw .tooManyDimensions(file: file, limit: limit) }
      lengths.append(try length())
      if takes(",") { continue }
      // In Python `(3)` is a number, no tuple.
      guard lengths.count > 1 else { throw unexpected("','") }
      guard isAt(")") else { throw unexpected("',' or ')'") }
    }
    try take(")")
    return lengths
  }

  private mutating func length() throws(NPYError) -> Int {
    let start = position
    while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
    let digits = String(decoding: text[start..<position], as: UTF8.self)
    // Python knows no number with leading zeros.
    guard let value = Int(digits), digits == "\(value)" else {
      position = start
      throw unexpected("a length up to \(Int.max)")
    }
    skipSpaces()
    return value
  }

  /// What may follow the dictionary: spaces, then one line feed.
  mutating func end() throws(NPYError) {
    if isAt("\n") { position += 1 }
    guard next == nil else { throw unexpected("the end of the header") }
  }
}
