import Comparing
import Figures
import Provenance

/// Two results of one experiment that differ, in the words of the figure.
struct NumberDifference {
  private let difference: TreeDifference?
  private let parts: ResultParts

  /// - Parameters:
  ///   - made: What came out here.
  ///   - carried: What the figure carries.
  /// - Throws: `JSONCodingError`.
  init(made: some Encodable, carried: some Encodable) throws {
    let encoder = JSONValueEncoder(root: "result")
    let made = try encoder.encode(made)
    parts = ResultParts(of: made)
    difference = TreeDifference(made, try encoder.encode(carried))
  }

  /// For example `series Adam η 0.001, step 37: loss is 0.1131 here, 0.1132 in the figure; 4 of 8000
  /// numbers differ, by up to 0.09 %`.
  var description: String {
    guard let difference else {
      return "equal as text, other bits: the sign of a zero, or a whole number beyond 2^53"
    }
    let place = parts.place(difference.path)
    let part = place.part.isEmpty ? "" : "\(place.part): "
    let quantity = place.quantity.isEmpty ? "the result" : place.quantity
    var text: String
    switch difference.first {
    case .values(let here, let there):
      text = "\(part)\(quantity) is \(Self.text(here)) here, \(Self.text(there)) in the figure"
    case .counts(let here, let there):
      text = "\(part)there are \(here) of \(quantity) here, \(there) in the figure"
    case .member(let isHere):
      text = "\(part)\(quantity) is only \(isHere ? "here" : "in the figure")"
    }
    let verb = difference.count == 1 ? "differs" : "differ"
    text += "; \(difference.count) of \(difference.total) numbers \(verb)"
    if let largest = difference.largest { text += ", by up to \(Self.percent(largest))" }
    return text
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .string(let text) where text.utf8.count == 64: "\(text.prefix(8))…"
    case .string(let text): MessageText.quoted(text, limit: 40)
    default: MessageText.clipped(value.canonicalText)
    }
  }

  /// Two significant digits.
  private static func percent(_ share: Double) -> String {
    "\(DisplayNumber.significant(100 * share)) %"
  }
}
