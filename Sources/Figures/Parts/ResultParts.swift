import NeuralNet
package import Provenance
import Training

/// Calls places in a result by the words of its figure: `series Adam η 0.001, step 37` and `loss`.
///
/// One set of rules serves all experiments, for their results name alike what is alike.
package struct ResultParts {
  /// A place in words.
  package struct Place: Equatable, Sendable {
    /// The whole that it is a part of, from the outside in; empty at the top.
    package var part: String
    /// What stands there.
    package var quantity: String

    package init(part: String, quantity: String) {
      self.part = part
      self.quantity = quantity
    }
  }

  private let result: JSONValue

  /// - Parameter result: The result as JSON; a place is looked up in it.
  package init(of result: JSONValue) { self.result = result }

  /// How the elements of an array are called.
  private enum Elements {
    /// By a member of each that tells them apart; `word` stands before it.
    case named([String], word: String)
    /// By their number.
    case numbered(from: Int, word: String)
    /// By the number at the same place of the array `epochs` beside them or one level up.
    case epochs
  }

  private static let elements: [(key: String, rule: Elements)] = [
    ("trials", .named(["number"], word: "trial")),
    ("settings", .named(["name"], word: "setting")),
    ("variants", .named(["optimizer", "initializer"], word: "series")),
    ("paths", .named(["optimizer"], word: "path")),
    ("rows", .named(["initializer", "standardDeviation"], word: "row")),
    ("panels", .named(["panel"], word: "panel")),
    ("runs", .named(["seed"], word: "seed")),
    ("plain", .numbered(from: 1, word: "run without batch norm")),
    ("normalized", .numbered(from: 1, word: "run with batch norm")),
    ("layers", .numbered(from: 1, word: "layer")),
    ("gradients", .numbered(from: 1, word: "gradients of layer")),
    ("losses", .numbered(from: 1, word: "step")),
    ("x", .numbered(from: 0, word: "step")),
    ("y", .numbered(from: 0, word: "step")),
    ("values", .numbered(from: 0, word: "step")),
    ("distances", .numbered(from: 0, word: "step")),
    ("counts", .numbered(from: 1, word: "bin")),
    ("mean", .numbered(from: 0, word: "epoch")),
    ("spread", .numbered(from: 0, word: "epoch")),
    ("blockedShare", .numbered(from: 0, word: "epoch")),
    ("gradientNorm", .numbered(from: 1, word: "epoch")),
    ("updateRatio", .numbered(from: 1, word: "epoch")),
    ("trainingAccuracy", .epochs), ("testAccuracy", .epochs),
    ("validationAccuracy", .epochs), ("validationLoss", .epochs),
    ("trainingLoss", .epochs), ("testLoss", .epochs),
  ]

  /// Members that only hold others, and say nothing to a reader.
  private static let silent = ["history"]

  /// What a member is called, where taking its key apart into words would not do.
  private static let quantities: [(key: String, word: String)] = [
    ("losses", "loss"), ("counts", "count"), ("values", "value"), ("distances", "distance"),
    ("parametersDigest", "digest of the last parameters"), ("digest", "digest of the values"),
  ]

  /// The words for a place.
  package func place(_ path: [JSONStep]) -> Place {
    var words: [String] = []
    var quantity = ""
    var value: JSONValue? = result
    /// The objects and arrays passed, outermost first.
    var outer: [JSONValue] = []
    for step in path {
      if let value { outer.append(value) }
      value = value?[step]
      switch step {
      case .key(let key):
        if !quantity.isEmpty, !Self.silent.contains(quantity), Self.rule(of: quantity) == nil {
          words.append(Self.words(of: quantity))
        }
        quantity = key
      case .index(let index):
        if let word = word(forElement: index, of: quantity, value, outer) { words.append(word) }
        if Self.holdsParts(quantity) { quantity = "" }
      }
    }
    return Place(part: words.joined(separator: ", "), quantity: Self.quantity(quantity))
  }

  private static func rule(of key: String) -> Elements? {
    elements.first { $0.key == key }?.rule
  }

  /// Whether the elements of an array are parts with quantities of their own.
  private static func holdsParts(_ key: String) -> Bool {
    switch rule(of: key) {
    case .named: true
    case .numbered: ["plain", "normalized", "layers", "gradients"].contains(key)
    case .epochs, nil: false
    }
  }

  private func word(
    forElement index: Int, of key: String, _ element: JSONValue?, _ outer: [JSONValue]
  ) -> String? {
    switch Self.rule(of: key) {
    case .named(let members, let word):
      // One run alone needs no name.
      if key == "runs", case .array(let all) = outer.last, all.count == 1 { return nil }
      guard let name = members.lazy.compactMap({ element?[$0] }).first else {
        return "\(key == "runs" ? "run" : word) \(index + 1)"
      }
      return "\(word) \(text(of: name))"
    case .numbered(let first, let word): return "\(word) \(index + first)"
    case .epochs:
      let epochs = outer.reversed().lazy.compactMap { $0["epochs"] }.first
      guard let epoch = epochs?[.index(index)] else { return "value \(index + 1)" }
      return "epoch \(text(of: epoch))"
    case nil: return "element \(index + 1)"
    }
  }

  /// Optimizers and initializers as the figure calls them.
  private func text(of name: JSONValue) -> String {
    guard case .string(let text) = name else { return name.canonicalText }
    if let optimizer = try? Optimizer(name: text) {
      let convention = result["config"]?["training"]?["network"]?["convention"]?.stringValue
      return Language.english.name(
        of: optimizer, convention: convention.flatMap(Convention.init) ?? .standard)
    }
    if let initializer = try? Initializer(name: text) {
      return Language.english.name(of: initializer)
    }
    return MessageText.isPrintable(text)
      ? MessageText.clipped(text) : MessageText.quoted(text, limit: 40)
  }

  private static func quantity(_ key: String) -> String {
    quantities.first { $0.key == key }?.word ?? words(of: key)
  }

  /// `trainingAccuracy` as `training accuracy`; a key that no result has stays a quotation.
  private static func words(of key: String) -> String {
    guard key.utf8.allSatisfy({ (65...90).contains($0 & 0xDF) || (48...57).contains($0) }) else {
      return MessageText.quoted(key, limit: 40)
    }
    var words = ""
    for letter in MessageText.clipped(key) {
      words += letter.isUppercase ? " \(letter.lowercased())" : "\(letter)"
    }
    return words
  }
}
