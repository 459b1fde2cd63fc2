/// Something that two figures state otherwise.
package struct FactChange: Codable, Equatable, Sendable {
  /// The series, as the figures call it; empty for the chart as a whole.
  package var series: String
  /// What is stated: "final loss". Empty where the series is in one of the figures alone.
  package var quantity: String
  /// As the first figure states it; nil where it does not.
  package var reference: String?
  /// As the second does.
  package var new: String?

  package init(series: String, quantity: String, reference: String?, new: String?) {
    self.series = series
    self.quantity = quantity
    self.reference = reference
    self.new = new
  }
}

extension FactChange {
  /// As in "final loss 0.113 -> 0.121", or "only in A" for a series that the other does not draw.
  package var clause: String {
    guard quantity.isEmpty else {
      return "\(quantity) \(reference ?? "none") -> \(new ?? "none")"
    }
    return new == nil ? "only in A" : "only in B"
  }
}
