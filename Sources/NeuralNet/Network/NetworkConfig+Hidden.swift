extension NetworkConfig {
  /// What `layers(_:)` reads, for messages.
  package static let layersForm = "units such as 100,50 or 100x4, or none"

  /// The units of each layer of a text such as `100,50`, `100x4`, `200,100x3` or `none`.
  ///
  /// - Parameters:
  ///   - units: Units that a layer may have.
  ///   - most: Layers that there may be.
  /// - Returns: nil for any other text.
  package static func layers(
    _ text: String, units range: ClosedRange<Int>, most: Int
  ) -> [Int]? {
    if text == "none" { return [] }
    var units: [Int] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = piece.split(separator: "x", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count), let width = Int(parts[0]),
        let count = parts.count == 2 ? Int(parts[1]) : 1, range.contains(width), count >= 1,
        units.count + min(count, most + 1) <= most
      else { return nil }
      units += [Int](repeating: width, count: count)
    }
    return units
  }
}
