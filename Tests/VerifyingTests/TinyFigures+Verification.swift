import FigureFiles
import Mutants
import Verifying

extension TinyFigures {
  /// Checks a file's bytes.
  static func verify(_ bytes: [UInt8], isQuick: Bool = false) throws -> VerificationReport {
    try Verification(
      source: try FigureSource(bytes: bytes, path: "figure"), data: digits, isQuick: isQuick
    ).run()
  }
}
