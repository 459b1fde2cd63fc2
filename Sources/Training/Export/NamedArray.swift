/// Numbers with a name and a shape, as an archive of arrays holds them.
package struct NamedArray: Equatable, Sendable {
  /// Numbers of one type, row-major.
  package enum Values: Equatable, Sendable {
    case float32([Float])
    case float64([Double])
    case int64([Int64])
    case uint8([UInt8])

    package var count: Int {
      switch self {
      case .float32(let values): values.count
      case .float64(let values): values.count
      case .int64(let values): values.count
      case .uint8(let values): values.count
      }
    }
  }

  package let name: String
  package let shape: [Int]
  package let values: Values

  package init(_ name: String, _ shape: [Int], _ values: Values) {
    precondition(shape.reduce(1, *) == values.count, "\(values.count) numbers for \(shape)")
    self.name = name
    self.shape = shape
    self.values = values
  }
}
