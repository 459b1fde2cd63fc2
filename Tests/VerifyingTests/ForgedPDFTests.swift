import Charting
import FigureFiles
import Figures
import Mutants
import Rendering
import Testing
import Verifying

/// PDFs with the page of another drawing, under the name of another Cairo.
struct ForgedPDFTests {
  /// The bytes of a PDF that says of itself that another version wrote it.
  private func byAnotherCairo(_ bytes: [UInt8]) throws -> [UInt8] {
    let name = Array("(\(RendererProfile.current.name) ".utf8)
    var other = name
    other[other.count - 2] = name[name.count - 2] == UInt8(ascii: "9") ? 56 : 57
    let last = try #require(bytes.ranges(of: name).last)
    var altered = bytes
    altered.replaceSubrange(last, with: other)
    return altered
  }

  @Test("an honest page of another version is verified, and its drawing is really compared")
  func honest() throws {
    let mutants = try TinyFigures.mutants(TrajectoriesFigure.self, TinyFigures.trajectories)
    let report = try TinyFigures.verify(byAnotherCairo(mutants.drawn.bytes(.pdf)))
    #expect(report.isEqual, "\(report)")
    #expect(report.rungs(.equal).contains { $0.name == .picture })
  }

  @Test("another drawing differs, whichever version the file names")
  func forged() throws {
    let mutants = try TinyFigures.mutants(TrajectoriesFigure.self, TinyFigures.trajectories)
    let drawn = mutants.drawn
    var count = 0
    for mutation in Mutation.allCases {
      guard let scene = SceneMutation(mutation, drawn.scene).scene else { continue }
      let forged = try PDFRenderer(fonts: drawn.fonts).render(scene, metadata: drawn.metadata)
      for bytes in [forged, try byAnotherCairo(forged)] {
        let report = try TinyFigures.verify(bytes)
        #expect(
          report.rungs(.differs).map(\.name) == [.picture], "\(mutation.rawValue): \(report)")
        #expect(report.rungs(.skipped).isEmpty)
      }
      count += 1
    }
    #expect(count >= 4)
  }
}
