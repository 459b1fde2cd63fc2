package import Comparing

/// How far the pixels of a figure may differ, in the form in which its entry says it.
package struct StatedTolerance: Equatable, Sendable {
  package let value: Tolerance
  /// As `--tolerance` of `dlplot compare` takes it; nil for an object of all settings.
  private let text: String?

  package init(_ value: Tolerance) {
    self.value = value
    text = nil
  }

  /// - Throws: `ToleranceTextError`.
  package init(text: String) throws {
    value = try Tolerance(text: text)
    self.text = text
  }
}

extension StatedTolerance: Codable {
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let text = try? container.decode(String.self) else {
      self.init(try container.decode(Tolerance.self))
      return
    }
    do {
      try self.init(text: text)
    } catch let error as ToleranceTextError {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: error.description)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let text { try container.encode(text) } else { try container.encode(value) }
  }
}
