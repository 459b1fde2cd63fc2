import Provenance

/// Why a figure cannot be made anew here.
package enum VerificationError: Error, Equatable, CustomStringConvertible {
  case noImages(name: String, digest: String)
  case otherImages(data: String, digest: String)

  package var description: String {
    switch self {
    case .noImages(let name, let digest):
      "no images with the digest \(digest) (\(MessageText.quoted(name)); name their folder by --data)"
    case .otherImages(let data, let digest):
      "invalid --data: \(data) (images with the digest \(digest))"
    }
  }
}
