import Charting
import FigureFiles
import Figures
import Foundation
import Linting
import Testing

/// The figures of the gallery pass every rule, in each theme and language.
struct GalleryTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("figures")

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".png") }.sorted()

  /// A figure of the gallery in another look.
  static func drawn(
    _ name: String, theme: Theme.Name = .light, language: Language = .english
  ) throws -> DrawnChart {
    let file = try FigureFile(path: folder.appendingPathComponent(name).path)
    func draw<Shown: Figure>(_ kind: Shown.Type) throws -> DrawnChart {
      try FigureDrawer(
        drawing: Drawing(theme: theme, language: language), fontFiles: [], threads: 1,
        carriesNumbers: false, needsPixels: false
      ).layOut(Shown(try file.result(of: kind), language: language)).drawn
    }
    return try draw(try FigureKinds.kind(of: file.recipe))
  }

  @Test("nothing is found in the gallery", arguments: names)
  func clean(name: String) throws {
    for theme in Theme.Name.allCases {
      for language in Language.allCases {
        let findings = Lint.findings(
          try Self.drawn(name, theme: theme, language: language))
        #expect(findings.isEmpty, "\(name) \(theme) \(language): \(findings.map(\.line))")
      }
    }
  }

  @Test("the gallery is not empty")
  func count() {
    #expect(Self.names.count >= 17)
  }
}
