/// A place in bytes that moves on as they are recognised.
struct ByteCursor {
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// Moves behind `text` where it stands next; false where something else does.
  mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    let isNext = text.withUTF8Buffer { rest.starts(with: $0) }
    if isNext { rest = rest.dropFirst(count) }
    return isNext
  }

  /// The number written next, of at most 15 digits.
  mutating func takeNumber() -> Int? {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard (1...15).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
  }

  /// The next so many bytes; nil where there are fewer.
  mutating func take(count: Int) -> ArraySlice<UInt8>? {
    guard count >= 0, count <= rest.count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func takeByte() -> UInt8? { rest.popFirst() }

  /// Where `text` first stands; nil for nowhere.
  func position(of text: StaticString) -> Int? {
    text.withUTF8Buffer { wanted in
      var start = rest.startIndex
      while let found = rest[start...].firstIndex(of: wanted[0]) {
        if rest[found...].starts(with: wanted) { return found }
        start = found + 1
      }
      return nil
    }
  }

  /// Where `text` last stands; nil for nowhere.
  func lastPosition(of text: StaticString) -> Int? {
    text.withUTF8Buffer { wanted in
      var end = rest.endIndex
      while let found = rest[..<end].lastIndex(of: wanted[0]) {
        if rest[found...].starts(with: wanted) { return found }
        end = found
      }
      return nil
    }
  }

  /// Moves behind the first `text`; false where there is none.
  mutating func skip(past text: StaticString) -> Bool {
    guard let found = position(of: text) else { return false }
    rest = rest[(found + text.utf8CodeUnitCount)...]
    return true
  }
}
