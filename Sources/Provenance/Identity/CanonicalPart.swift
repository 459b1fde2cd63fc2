/// A part of the canonical text of a value, which can be written beside the others.
package struct CanonicalPart: Sendable {
  fileprivate enum Item: Sendable {
    case text([UInt8])
    case value(EncodedValue)
    /// An array without its brackets.
    case elements(EncodedValue)
  }

  fileprivate var items: [Item] = []

  /// The text of the part.
  package var bytes: [UInt8] {
    var text: [UInt8] = []
    for item in items {
      switch item {
      case .text(let bytes): text += bytes
      case .value(let value): value.appendCanonical(to: &text)
      case .elements(let value): value.appendElements(to: &text)
      }
    }
    return text
  }
}

/// Cuts a value into parts of about a megabyte of canonical text, at places that depend on the value
/// alone.
struct CanonicalCutter {
  /// Numbers of a part at most; texts count by their length.
  static let most = 1 << 16

  private var parts: [CanonicalPart] = []
  private var part = CanonicalPart()
  /// Numbers of the part in the making.
  private var size = 0

  /// The parts, whose texts one after the other are that of the value.
  static func parts(of value: EncodedValue) -> [CanonicalPart] {
    var cutter = CanonicalCutter()
    cutter.add(value)
    cutter.close()
    return cutter.parts
  }

  private mutating func close() {
    guard !part.items.isEmpty else { return }
    parts.append(part)
    (part, size) = (CanonicalPart(), 0)
  }

  private mutating func add(_ item: CanonicalPart.Item, size: Int) {
    if self.size + size > Self.most { close() }
    part.items.append(item)
    self.size += size
  }

  private mutating func add(_ text: String) { add(.text(Array(text.utf8)), size: 0) }

  private mutating func add(_ value: EncodedValue) {
    let size = value.canonicalSize
    if size <= Self.most { return add(.value(value), size: size) }
    switch value {
    case .bools(let flags): addSlices(of: flags) { .bools($0) }
    case .ints(let numbers): addSlices(of: numbers) { .ints($0) }
    case .uints(let numbers): addSlices(of: numbers) { .uints($0) }
    case .floats(let numbers): addSlices(of: numbers) { .floats($0) }
    case .doubles(let numbers): addSlices(of: numbers) { .doubles($0) }
    case .array(let elements): addElements(elements)
    case .object(let members): addMembers(members)
    case .null, .bool, .int, .uint, .float, .double, .string: add(.value(value), size: size)
    }
  }

  private mutating func addSlices<Element>(
    of elements: [Element], _ array: ([Element]) -> EncodedValue
  ) {
    add("[")
    for start in stride(from: 0, to: elements.count, by: Self.most) {
      if start > 0 { add(",") }
      let slice = Array(elements[start..<min(start + Self.most, elements.count)])
      add(.elements(array(slice)), size: slice.count)
    }
    add("]")
  }

  private mutating func addElements(_ elements: [EncodedValue]) {
    add("[")
    var start = 0
    while start < elements.count {
      if start > 0 { add(",") }
      // As many as a part has room for; an element that is too large alone is cut.
      var (end, size) = (start, 0)
      while end < elements.count {
        let next = elements[end].canonicalSize
        guard size + next <= Self.most else { break }
        (end, size) = (end + 1, size + next)
      }
      if end == start {
        add(elements[start])
        start += 1
      } else {
        add(.elements(.array(Array(elements[start..<end]))), size: size)
        start = end
      }
    }
    add("]")
  }

  private mutating func addMembers(_ members: [EncodedMember]) {
    add("{")
    for (index, member) in members.sorted(by: { JSONText.isBefore($0.key, $1.key) }).enumerated() {
      var key: [UInt8] = index > 0 ? [UInt8(ascii: ",")] : []
      JSONText.append(key: member.key, to: &key)
      add(.text(key), size: 0)
      add(member.value)
    }
    add("}")
  }
}

extension EncodedValue {
  /// How many numbers the canonical text is about as long as.
  fileprivate var canonicalSize: Int {
    switch self {
    case .null, .bool, .int, .uint, .float, .double: 1
    case .string(let string): 1 + string.utf8.count / 16
    case .bools(let flags): flags.count
    case .ints(let numbers): numbers.count
    case .uints(let numbers): numbers.count
    case .floats(let numbers): numbers.count
    case .doubles(let numbers): numbers.count
    case .array(let elements): elements.reduce(1) { $0 + $1.canonicalSize }
    case .object(let members): members.reduce(1) { $0 + 1 + $1.value.canonicalSize }
    }
  }
}
