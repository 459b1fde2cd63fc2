import Foundation
import Rendering
import Testing

/// Every figure of the gallery is drawn anew and has the identities that were accepted.
struct GalleryTests {
  @Test("the gallery has the accepted identities, each of them")
  func identities() throws {
    let program = try Program()
    let root = Checkout.url
    func lines(_ name: String) throws -> [[String]] {
      try String(contentsOf: root.appendingPathComponent("figures/\(name)"), encoding: .utf8)
        .split(separator: "\n").filter { !$0.hasPrefix("#") }
        .map { $0.split(separator: " ").map(String.init) }.filter { !$0.isEmpty }
    }
    let gallery = try program.run(["figures", "--list"]).output.split(separator: "\n")
      .map { $0.split(separator: " ").map(String.init) }
    let accepted = try lines("identities.txt")
    #expect(!gallery.isEmpty)
    #expect(Set(accepted.map { $0[0] }) == Set(gallery.map { $0[0] }))
    let scratch = try Scratch()
    for figure in gallery {
      let path = scratch.path(figure[0])
      let drawn = try program.run(Array(figure.dropFirst()) + ["-o", path, "--quiet"])
      #expect(drawn.status == 0, "\(figure[0]): \(drawn.error)")
      let card = try program.run(["inspect", path]).output.split(separator: "\n")
        .map { $0.split(separator: " ").map(String.init) }
      // The picture that stands in the folder is the one that is drawn now.
      let stored = try program.run(
        ["inspect", root.appendingPathComponent("figures/\(figure[0])").path]
      ).output
      for rung in ["config", "data", "scene", "pixels"] {
        let expected = accepted.first { $0[0] == figure[0] && $0[1] == rung }?[2]
        let got = card.first { $0[0] == rung }?[1]
        #expect(got != nil && got == expected, "\(figure[0]): \(rung)")
        #expect(stored.contains(expected ?? "no identity"), "\(figure[0]): \(rung) of the file")
      }
    }
  }
}
