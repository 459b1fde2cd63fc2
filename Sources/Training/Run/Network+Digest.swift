package import NeuralNet
package import Provenance

extension Network {
  /// SHA-256 of the parameters, then of each normalised layer's running mean and variance, as
  /// little-endian Float32 with one pattern for NaN.
  package func stateDigest() throws(ProvenanceError) -> Digest {
    var hasher = try SHA256()
    for values in [parameters.elements] + runningMoments {
      let words = values.map { ($0.isNaN ? 0x7FC0_0000 : $0.bitPattern).littleEndian }
      words.withUnsafeBytes { hasher.update($0) }
    }
    return try hasher.finalize()
  }
}
