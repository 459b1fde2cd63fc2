/// A font file that figures may be set in: one exact content, wherever it lies.
package struct KnownFont: Equatable, Sendable {
  /// Name of the file as it is installed.
  package let fileName: String
  /// Size of the file; what differs is not read.
  package let byteCount: Int
  /// SHA-256 of the file in hexadecimal.
  package let digest: String
  /// Where it is usually found.
  package let typicalPaths: [String]
  /// The Debian package that holds it.
  package let debianPackage: String

  package init(
    fileName: String, byteCount: Int, digest: String, typicalPaths: [String], debianPackage: String
  ) {
    self.fileName = fileName
    self.byteCount = byteCount
    self.digest = digest
    self.typicalPaths = typicalPaths
    self.debianPackage = debianPackage
  }
}

/// The fonts of the figures.
package enum KnownFonts {
  package static let regular = KnownFont(
    fileName: "DejaVuSans.ttf", byteCount: 759_720,
    digest: "abdc775b21b1bc470d50c97e790d276f2054b7504e56e5bd3e64f48d68582322",
    typicalPaths: [
      "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
    ], debianPackage: "fonts-dejavu-core")

  package static let bold = KnownFont(
    fileName: "DejaVuSans-Bold.ttf", byteCount: 708_920,
    digest: "0d977336a6d5fba34eab8e3199eb218327161b5143749f802982c2bc34df0c96",
    typicalPaths: [
      "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf"
    ], debianPackage: "fonts-dejavu-core")
}
