import Provenance

/// Why a figure cannot be made anew here.
package enum VerificationError: Error, Equatable, CustomStringConvertible {
  case noImages(name: String, digest: String)
  case otherImages(data: String, digest: String)
  /// A config that would take more operations than the limit; in GFLOP.
  case tooMuchWork(path: String, got: Double, limit: Double)

  /// What a config may take where nothing else is asked for, in GFLOP: some minutes of two cores.
  /// A default figure takes less than 1000.
  package static let usualLimit = 20_000.0

  package var description: String {
    switch self {
    case .noImages(let name, let digest):
      "no images with the digest \(digest) (\(MessageText.quoted(name)); name their folder by --data)"
    case .otherImages(let data, let digest):
      "invalid --data: \(data) (images with the digest \(digest))"
    case .tooMuchWork(let path, let got, let limit):
      "\(path) would take about \(Self.whole(got)) GFLOP to make anew "
        + "(at most \(Self.whole(limit)); --limit \(Self.whole(got)) allows it, --quick needs none)"
    }
  }

  /// Upwards, so that a limit which is asked for suffices.
  private static func whole(_ value: Double) -> String {
    let rounded = value.rounded(.up)
    return rounded < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }
}
