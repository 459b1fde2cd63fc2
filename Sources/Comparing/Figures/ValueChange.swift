/// A place at which two JSON values differ, with what stands there in each.
package struct ValueChange: Codable, Equatable, Sendable {
  /// For example `optimizers[1].rate`.
  package var place: String
  package var reference: String
  package var new: String

  package init(place: String, reference: String, new: String) {
    self.place = place
    self.reference = reference
    self.new = new
  }
}

extension ValueChange: CustomStringConvertible {
  package var description: String { "\(place) \(reference) -> \(new)" }
}
