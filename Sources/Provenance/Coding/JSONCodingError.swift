/// Why a value and its JSON do not fit each other, and at which place.
///
/// A place is written as `config.layers[3].width`.
package enum JSONCodingError: Error, Equatable, Sendable {
  /// A value of another type, out of range, or not among the choices.
  case invalid(path: String, got: String, expected: String)
  /// A value that its type refused for a reason of its own.
  case refused(path: String, got: String, reason: String)
  /// A key or an element that must be there.
  case missing(path: String, expected: String)
  /// A key that nothing reads; `nearest` is the known key that looks most like it.
  case unknownKey(path: String, nearest: String?)
  /// A value encoded one key twice in one object.
  case repeatedKey(path: String)
  /// A value that has no order, or no fixed one: a set, or a dictionary with keys of its own kind.
  case unordered(path: String, type: String)
  /// A value that encoded nothing, or asked for two kinds of container.
  case noSingleShape(path: String)

  /// Whether the machine failed, rather than what it was given: never.
  package var isMachineFault: Bool { false }
}

extension JSONCodingError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .invalid(let path, let got, let expected):
      "invalid \(path): \(got) (\(expected))"
    case .refused(let path, let got, let reason):
      "invalid \(path): \(got) (\(reason))"
    case .missing(let path, let expected):
      "missing \(path) (\(expected))"
    case .unknownKey(let path, let nearest?):
      "unknown \(path) (did you mean \(nearest)?)"
    case .unknownKey(let path, nil):
      "unknown \(path)"
    case .repeatedKey(let path):
      "repeated \(path) (one value)"
    case .unordered(let path, let type):
      "invalid \(path): \(type) has no order (an array)"
    case .noSingleShape(let path):
      "invalid \(path): no single value, array or object was encoded (one of them)"
    }
  }
}
