import Comparing
import Foundation
import Guarding
import Provenance
import Testing

/// `guard.json` as it is written and read.
struct GuardManifestTests {
  private static func digest(_ digit: Character) throws -> Digest {
    try Digest(hex: String(repeating: digit, count: 64))
  }

  private static let text = """
    {
      "schema": "dlplot-guard-1",
      "figures": [
        {
          "path": "a.png",
          "kind": "figure",
          "identities": {
            "config": "\(String(repeating: "1", count: 64))",
            "data": "\(String(repeating: "2", count: 64))",
            "scene": "\(String(repeating: "3", count: 64))",
            "words": "\(String(repeating: "6", count: 64))"
          },
          "pixels": [
            {
              "renderer": "cairo 1.16.0",
              "digests": ["\(String(repeating: "4", count: 64))"]
            }
          ],
          "history": [
            {
              "changed": "new",
              "why": "the first figure"
            }
          ]
        },
        {
          "path": "sub/b.png",
          "kind": "picture",
          "pixels": [
            {
              "renderer": "Matplotlib version3.11.2",
              "digests": ["\(String(repeating: "5", count: 64))"]
            }
          ],
          "tolerance": {
            "flat": 2,
            "edge": 16,
            "edgeRatio": 8,
            "pixels": 0,
            "tileMean": 3
          },
          "history": []
        }
      ]
    }

    """

  private static func manifest() throws -> GuardManifest {
    GuardManifest(figures: [
      GuardedFigure(
        path: "sub/b.png", kind: .picture, identities: nil,
        pixels: [
          AcceptedPixels(renderer: "Matplotlib version3.11.2", digests: [try digest("5")])
        ], drawing: nil,
        tolerance: StatedTolerance(
          Tolerance(flat: 2, edge: 16, edgeRatio: 8, pixels: 0, tileMean: 3)), history: []),
      GuardedFigure(
        path: "a.png", kind: .figure,
        identities: GuardedFigure.Identities(
          config: try digest("1"), data: try digest("2"), scene: try digest("3"), numbers: nil,
          words: try digest("6")),
        pixels: [AcceptedPixels(renderer: "cairo 1.16.0", digests: [try digest("4")])],
        drawing: nil, history: [Acceptance(changed: "new", why: "the first figure")]),
    ])
  }

  @Test("one figure stands after the other, sorted, a field a line")
  func written() throws {
    #expect(String(decoding: try Self.manifest().bytes(), as: UTF8.self) == Self.text)
    #expect(try GuardManifest(bytes: Array(Self.text.utf8)) == Self.manifest())
  }

  @Test("entries are found, replaced, added in their place and taken away")
  func entries() throws {
    var manifest = try Self.manifest()
    var entry = try #require(manifest["a.png"])
    entry.history = []
    manifest["a.png"] = entry
    entry.path = "b.png"
    manifest["b.png"] = entry
    #expect(manifest.figures.map(\.path) == ["a.png", "b.png", "sub/b.png"])
    #expect(manifest["a.png"]?.history == [])
    manifest["a.png"] = nil
    #expect(manifest.figures.map(\.path) == ["b.png", "sub/b.png"])
    #expect(manifest["a.png"] == nil && manifest["B.png"] == nil)
  }

  private static let wrong: [(change: (String, String), message: String)] = [
    (
      ("dlplot-guard-1", "dlplot-guard-2"),
      "unknown guard schema: \"dlplot-guard-2\" (\"dlplot-guard-1\")"
    ),
    (
      ("\"a.png\"", "\"../a.png\""),
      "invalid path: \"../a.png\" (names below the folder, parted by /)"
    ),
    (("\"a.png\"", "\"/a.png\""), "invalid path: \"/a.png\" (names below the folder, parted by /)"),
    (("\"a.png\"", "\"sub/b.png\""), "repeated path: \"sub/b.png\" (each figure once)"),
    (("\"figure\"", "\"picture\""), "invalid figure: \"a.png\" (no identities of a picture)"),
    (("\"picture\"", "\"figure\""), "invalid figure: \"sub/b.png\" (identities)"),
    (("\"picture\"", "\"photo\""), "invalid guard.figures[1].kind: \"photo\" (figure, picture)"),
    (
      ("[\"" + String(repeating: "5", count: 64) + "\"]", "[]"),
      "invalid figure: \"sub/b.png\" (pixels, or the drawing of an SVG or PDF)"
    ),
    (
      ("\"history\": []", "\"histroy\": []"),
      "unknown guard.figures[1].histroy (did you mean history?)"
    ),
    (("444", "44"), "64 hexadecimal digits"),
    (("\"figures\"", "\"pictures\""), "guard."),
    (("{\n", "{,\n"), "invalid json in line 1, byte 1"),
  ]

  @Test("what is wrong in it is named", arguments: wrong.indices)
  func refused(index: Int) throws {
    let ((old, new), message) = Self.wrong[index]
    let place = try #require(Self.text.range(of: old))
    let text = Self.text.replacingCharacters(in: place, with: new)
    var got = "nothing"
    do { _ = try GuardManifest(bytes: Array(text.utf8)) } catch { got = "\(error)" }
    #expect(got.contains(message), "\(got)")
    #expect(!got.contains("\n"))
  }

  private static let tolerance = """
    {
            "flat": 2,
            "edge": 16,
            "edgeRatio": 8,
            "pixels": 0,
            "tileMean": 3
          }
    """

  @Test("a tolerance may have the words of the command line, and keeps them")
  func tolerances() throws {
    for (words, value) in [
      ("unseen", Tolerance.unseen), ("none", .none),
      ("flat=3,pixels=5", Tolerance(flat: 3, edge: 20, edgeRatio: 8, pixels: 5, tileMean: 3)),
    ] {
      let text = Self.text.replacing(Self.tolerance, with: "\"\(words)\"")
      #expect(text != Self.text)
      let manifest = try GuardManifest(bytes: Array(text.utf8))
      #expect(manifest["sub/b.png"]?.tolerance?.value == value)
      #expect(String(decoding: try manifest.bytes(), as: UTF8.self) == text)
    }
    for (words, message) in [
      (
        "\"flat=300\"", "invalid guard.figures[1].tolerance: \"flat=300\" (flat=300: 0...255)"
      ),
      ("\"seen\"", "settings flat=N, edge=N, ratio=N, pixels=N, tile=X; did you mean unseen?)"),
      ("7", "invalid guard.figures[1].tolerance: 7 ("),
      ("{\"flat\": 1}", "missing guard.figures[1].tolerance.edge"),
    ] {
      let text = Self.text.replacing(Self.tolerance, with: words)
      var got = "nothing"
      do { _ = try GuardManifest(bytes: Array(text.utf8)) } catch { got = "\(error)" }
      #expect(got.contains(message), "\(got)")
    }
  }

  @Test("a merge of two branches that both changed a figure is no guard.json")
  func conflict() throws {
    let marked = Self.text.replacing("\"kind\": \"picture\",", with: "<<<<<<< HEAD")
    #expect(throws: JSONParseError.self) { try GuardManifest(bytes: Array(marked.utf8)) }
  }
}
