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
  /// Running text: Roboto 2.138, with tabular digits, Greek and superscripts.
  package static let regular = KnownFont(
    fileName: "Roboto-Regular.ttf", byteCount: 305_608,
    digest: "797e35f7f5d6020a5c6ea13b42ecd668bcfb3bbc4baa0e74773527e5b6cb3174",
    typicalPaths: ["/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Regular.ttf"],
    debianPackage: "fonts-roboto-unhinted")

  /// Titles.
  package static let bold = KnownFont(
    fileName: "Roboto-Medium.ttf", byteCount: 306_536,
    digest: "7984aafeaf437899ce89b251d2875fc5048cb7d290152eac070239cca7ff726c",
    typicalPaths: ["/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto-Medium.ttf"],
    debianPackage: "fonts-roboto-unhinted")

  /// Hangul, which the two above lack.
  package static let korean = KnownFont(
    fileName: "NanumBarunGothic.ttf", byteCount: 4_186_060,
    digest: "9b872773134e2e4d8c0b17021266786576db06c843ede0d0b523b214a450756c",
    typicalPaths: ["/usr/share/fonts/truetype/nanum/NanumBarunGothic.ttf"],
    debianPackage: "fonts-nanum")

  /// Hangul in titles.
  package static let koreanBold = KnownFont(
    fileName: "NanumBarunGothicBold.ttf", byteCount: 4_415_956,
    digest: "39bba4cd9bd2986143825c8654abbb62443914ab33b346c0c929a916f5d98bf2",
    typicalPaths: ["/usr/share/fonts/truetype/nanum/NanumBarunGothicBold.ttf"],
    debianPackage: "fonts-nanum")
}
