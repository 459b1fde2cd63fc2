/// The way from the root of a value to one of its parts, spelled out only for an error.
indirect enum CodingTrail {
  /// The whole value, by the name under which errors speak of it.
  case root(String)
  case key(CodingTrail, any CodingKey)
  case index(CodingTrail, Int)

  /// The keys and indices below the root.
  var codingPath: [any CodingKey] {
    switch self {
    case .root: []
    case .key(let parent, let key): parent.codingPath + [key]
    case .index(let parent, let index): parent.codingPath + [IndexKey(index)]
    }
  }

  /// For example `config.layers[3].width`.
  var text: String {
    switch self {
    case .root(let name): name
    case .key(let parent, let key): parent.text + Self.step(to: key)
    case .index(let parent, let index): parent.text + "[\(index)]"
    }
  }

  /// The text of a path that starts at the root of this trail.
  func text(of codingPath: [any CodingKey]) -> String {
    codingPath.reduce(rootName) { $0 + Self.step(to: $1) }
  }

  private var rootName: String {
    switch self {
    case .root(let name): name
    case .key(let parent, _), .index(let parent, _): parent.rootName
    }
  }

  private static func step(to key: any CodingKey) -> String {
    if let index = key as? IndexKey { return "[\(index.index)]" }
    return step(toKey: key.stringValue)
  }

  /// `.name` for a plain name, `["any other"]` otherwise.
  static func step(toKey name: String) -> String {
    let isPlain =
      !name.isEmpty
      && name.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
    return isPlain ? ".\(name)" : "[\(MessageText.quoted(name))]"
  }
}

/// A place in an array.
struct IndexKey: CodingKey {
  let index: Int

  init(_ index: Int) { self.index = index }
  init?(intValue: Int) { index = intValue }
  init?(stringValue: String) { nil }

  var intValue: Int? { index }
  var stringValue: String { "\(index)" }
}

/// A key that is a plain name.
struct NameKey: CodingKey {
  let stringValue: String

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }

  var intValue: Int? { nil }
}
