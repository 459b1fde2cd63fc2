package import Files
internal import Provenance

/// Why figures cannot be guarded.
package enum GuardError: Error, Equatable {
  /// No `guard.json` in a folder.
  case noManifest(folder: String)
  /// No `guard.json` in the folder of a figure or in one above it.
  case notGuarded(path: String)
  case manifestExists(path: String)
  /// A `guard.json` that cannot be read.
  case invalidManifest(path: String, reason: String)
  case unsoundPath(String)
  case repeatedFigure(String)
  case incompleteFigure(String, expected: String)
  case notAFolder(path: String, got: FileKind?)
  case noFigures(folder: String)
  case tooDeep(folder: String, limit: Int)
  /// A path that is neither a figure of the folder nor one of its `guard.json`.
  case unknownFigure(path: String)
  /// What is there and is no figure that can be guarded.
  case notAFigure(path: String, reason: String)
  /// A figure that may not be taken for right.
  case unsoundFigure(path: String, reason: String)
  case noReason
}

extension GuardError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noManifest(let folder):
      "no \(GuardManifest.fileName) in \(folder) (dlplot guard init \(folder) writes one)"
    case .notGuarded(let path):
      "no \(GuardManifest.fileName) in the folder of \(path) or above it (dlplot guard init DIR writes one)"
    case .manifestExists(let path):
      "\(path) exists (dlplot guard accept takes changes)"
    case .invalidManifest(let path, let reason):
      "\(path): \(reason)"
    case .unsoundPath(let path):
      "invalid path: \(MessageText.quoted(path)) (names below the folder, parted by /)"
    case .repeatedFigure(let path):
      "repeated path: \(MessageText.quoted(path)) (each figure once)"
    case .incompleteFigure(let path, let expected):
      "invalid figure: \(MessageText.quoted(path)) (\(expected))"
    case .notAFolder(let path, nil):
      "no folder \(path)"
    case .notAFolder(let path, let got?):
      "\(path) is \(got.rawValue), expected a folder"
    case .noFigures(let folder):
      "no figures in \(folder) (PNG files, or SVG and PDF files that dlplot drew)"
    case .tooDeep(let folder, let limit):
      "\(folder) lies too deep (at most \(limit) folders below the first)"
    case .unknownFigure(let path):
      "no figure \(path) (neither there nor in \(GuardManifest.fileName))"
    case .notAFigure(let path, let reason):
      "cannot guard \(path): \(reason)"
    case .unsoundFigure(let path, let reason):
      // Some reasons name the file themselves.
      reason.contains(path) ? reason : "\(path): \(reason)"
    case .noReason:
      "invalid --why: '' (the reason, in words)"
    }
  }
}
