/// What one element of an array is.
package enum NPYKind: String, CaseIterable, Equatable, Sendable, CustomStringConvertible {
  case float32
  case float64
  case int32
  case int64
  case uint8
  case bool

  /// Bytes of one element.
  package var byteCount: Int {
    switch self {
    case .float32, .int32: 4
    case .float64, .int64: 8
    case .uint8, .bool: 1
    }
  }

  /// NumPy's letter and size: `f4`.
  var code: String {
    switch self {
    case .float32: "f4"
    case .float64: "f8"
    case .int32: "i4"
    case .int64: "i8"
    case .uint8: "u1"
    case .bool: "b1"
    }
  }

  /// The descriptor under which it is written: `<f4`, little-endian, or `|u1` for a single byte.
  var descriptor: String { (byteCount == 1 ? "|" : "<") + code }

  /// NumPy's name of the type.
  package var description: String { rawValue }
}
