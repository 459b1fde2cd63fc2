internal import Provenance

/// Why texts or parameters make no search space.
package enum SpaceError: Error, Equatable, CustomStringConvertible {
  /// No parameter at all.
  case noParameters
  /// Two parameters of one name.
  case repeatedName(String)
  /// A text without `=`, or nothing before it.
  case noName(String)
  /// Neither a range nor choices.
  case unreadable(name: String, range: String)
  /// A range of one value or none.
  case emptyRange(name: String, range: String)
  /// Bounds or choices that are none.
  case invalid(name: String, range: String, DistributionError)

  package var description: String {
    switch self {
    case .noParameters: "no parameters to search (at least one)"
    case .repeatedName(let name): "parameter \(name) is given twice"
    case .noName(let text):
      "invalid parameter: \(MessageText.quoted(text)) (NAME=RANGE, such as dropout=0..0.5)"
    case .unreadable(let name, let range):
      "invalid range of \(name): \(MessageText.quoted(range)) "
        + "(such as 0..0.5, log:1e-6..1e-2, 50..200:50 or sgd|adam)"
    case .emptyRange(let name, let range):
      "invalid range of \(name): \(range) (low below high)"
    case .invalid(let name, let range, let error):
      "invalid range of \(name): \(MessageText.quoted(range)): \(error)"
    }
  }
}
