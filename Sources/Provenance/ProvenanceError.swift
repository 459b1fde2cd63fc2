/// Why a digest, a recipe, a run file or a table was refused.
package enum ProvenanceError: Error, Equatable, Sendable {
  /// A call of libcrypto failed.
  case cryptoFailed(call: String, reason: String)
  /// A digest of another length than SHA-256's; in bytes.
  case wrongDigestLength(got: Int, expected: Int)
  /// A text that is no digest.
  case invalidDigest(got: String)
  /// A file of a layout that this version does not know; `place` says of what.
  case unknownSchema(place: String, got: String, expected: String)
  /// A figure whose numbers were made by other rules than those built in here.
  case otherNumerics(got: Int, expected: Int)
  /// An identity that is not that of the content it is written beside.
  case wrongIdentity(FigureIdentities.Rung, got: Digest, expected: Digest)
  /// A result that is not the one that its digest was taken of.
  case alteredResult(got: Digest, expected: Digest)
  /// A text with characters that would steer a terminal.
  case unprintableText(place: String, got: String)
  /// A setting of -0, which canonical JSON cannot hold.
  case negativeZero(place: String)
  /// A row of a table with too few or too many cells; rows count from 1.
  case wrongCellCount(row: Int, got: Int, expected: Int)
  /// A column without a name, or with one that is taken; columns count from 1.
  case invalidColumnName(column: Int, got: String)
}

extension ProvenanceError {
  /// Whether the machine failed, rather than what it was given.
  package var isMachineFault: Bool {
    if case .cryptoFailed = self { true } else { false }
  }
}

extension ProvenanceError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .cryptoFailed(let call, let reason):
      "libcrypto failed in \(call): \(reason)"
    case .wrongDigestLength(let got, let expected):
      "invalid digest: \(got) bytes (\(expected) bytes)"
    case .invalidDigest(let got):
      "invalid digest: \(MessageText.quoted(got)) (64 hexadecimal digits)"
    case .unknownSchema(let place, let got, let expected):
      "unknown \(place) schema: \(MessageText.quoted(got)) (\(MessageText.quoted(expected)))"
    case .otherNumerics(let got, let expected):
      "numerics version \(got) cannot be checked here (only version \(expected))"
    case .wrongIdentity(let rung, let got, let expected):
      "altered content: its \(rung.rawValue) identity is \(got), recorded is \(expected)"
    case .alteredResult(let got, let expected):
      "altered result: its digest is \(got), recorded is \(expected)"
    case .unprintableText(let place, let got):
      "invalid \(place): \(MessageText.quoted(got)) (text without control characters)"
    case .negativeZero(let place):
      "invalid \(place): -0 (write 0)"
    case .wrongCellCount(let row, let got, let expected):
      "invalid table row \(row): \(got) cells (\(expected) cells)"
    case .invalidColumnName(let column, let got):
      "invalid table column \(column): \(MessageText.quoted(got)) (a name that is not taken)"
    }
  }
}
