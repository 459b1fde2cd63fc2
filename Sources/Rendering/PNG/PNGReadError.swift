/// Why a PNG cannot be read.
package enum PNGReadError: Error, Equatable {
  case notAPNG(path: String)
  /// libpng's reason, as for a file that was cut off or altered.
  case damaged(path: String, reason: String)
  /// More pixels than `PageLimits` allow; the size that was got and what is allowed.
  case tooLarge(path: String, size: String)
  case outOfMemory(path: String)

  package var isMachineFault: Bool {
    if case .outOfMemory = self { return true }
    return false
  }
}

extension PNGReadError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .notAPNG(let path): "\(path) is no PNG"
    case .damaged(let path, let reason): "\(path) is a damaged PNG: \(reason)"
    case .tooLarge(let path, let size): "\(path) is too large: \(size)"
    case .outOfMemory(let path): "cannot decode \(path): out of memory"
    }
  }
}
