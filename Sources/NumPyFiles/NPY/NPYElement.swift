/// A Swift type that is an element of an array.
package protocol NPYElement: Sendable {
  static var kind: NPYKind { get }
  static func elements(_ values: [Self]) -> NPYElements
  /// The elements, if they are of this type.
  static func values(of elements: NPYElements) -> [Self]?
}

extension Float: NPYElement {
  package static var kind: NPYKind { .float32 }
  package static func elements(_ values: [Float]) -> NPYElements { .float32(values) }
  package static func values(of elements: NPYElements) -> [Float]? {
    if case .float32(let values) = elements { values } else { nil }
  }
}

extension Double: NPYElement {
  package static var kind: NPYKind { .float64 }
  package static func elements(_ values: [Double]) -> NPYElements { .float64(values) }
  package static func values(of elements: NPYElements) -> [Double]? {
    if case .float64(let values) = elements { values } else { nil }
  }
}

extension Int32: NPYElement {
  package static var kind: NPYKind { .int32 }
  package static func elements(_ values: [Int32]) -> NPYElements { .int32(values) }
  package static func values(of elements: NPYElements) -> [Int32]? {
    if case .int32(let values) = elements { values } else { nil }
  }
}

extension Int64: NPYElement {
  package static var kind: NPYKind { .int64 }
  package static func elements(_ values: [Int64]) -> NPYElements { .int64(values) }
  package static func values(of elements: NPYElements) -> [Int64]? {
    if case .int64(let values) = elements { values } else { nil }
  }
}

extension UInt8: NPYElement {
  package static var kind: NPYKind { .uint8 }
  package static func elements(_ values: [UInt8]) -> NPYElements { .uint8(values) }
  package static func values(of elements: NPYElements) -> [UInt8]? {
    if case .uint8(let values) = elements { values } else { nil }
  }
}

extension Bool: NPYElement {
  package static var kind: NPYKind { .bool }
  package static func elements(_ values: [Bool]) -> NPYElements { .bool(values) }
  package static func values(of elements: NPYElements) -> [Bool]? {
    if case .bool(let values) = elements { values } else { nil }
  }
}
