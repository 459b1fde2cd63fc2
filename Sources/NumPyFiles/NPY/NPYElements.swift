/// The elements of an array in C order: the last index runs fastest.
///
/// Equal are elements of the same kind and the same bits, so that NaN equals itself and -0 is not 0.
package enum NPYElements: Sendable {
  case float32([Float])
  case float64([Double])
  case int32([Int32])
  case int64([Int64])
  case uint8([UInt8])
  case bool([Bool])

  package var kind: NPYKind {
    switch self {
    case .float32: .float32
    case .float64: .float64
    case .int32: .int32
    case .int64: .int64
    case .uint8: .uint8
    case .bool: .bool
    }
  }

  package var count: Int {
    switch self {
    case .float32(let values): values.count
    case .float64(let values): values.count
    case .int32(let values): values.count
    case .int64(let values): values.count
    case .uint8(let values): values.count
    case .bool(let values): values.count
    }
  }
}

extension NPYElements: Equatable {
  package static func == (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.float32(let left), .float32(let right)): equalBits(left, right)
    case (.float64(let left), .float64(let right)): equalBits(left, right)
    case (.int32(let left), .int32(let right)): left == right
    case (.int64(let left), .int64(let right)): left == right
    case (.uint8(let left), .uint8(let right)): left == right
    case (.bool(let left), .bool(let right)): left == right
    default: false
    }
  }

  private static func equalBits<Value: BitwiseCopyable>(_ left: [Value], _ right: [Value]) -> Bool {
    left.withUnsafeBytes { left in right.withUnsafeBytes { left.elementsEqual($0) } }
  }
}
