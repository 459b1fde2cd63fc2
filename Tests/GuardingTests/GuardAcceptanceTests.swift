import FigureFiles
import Files
import Foundation
import Guarding
import Provenance
import TestSupport
import Testing

/// Figures that are taken for right.
struct GuardAcceptanceTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    try stage.put(picture: "loss.png", "loss.png")
  }

  private func entry(_ name: String) throws -> GuardedFigure {
    try #require(try stage.file.read()[name])
  }

  @Test("the first list has every figure, with the reason; a second one is refused")
  func initial() throws {
    try stage.put(Stage.drawn(steps: 3), "sub/steps.png")
    try stage.guardAll()
    #expect(try stage.file.read().figures.map(\.path) == ["loss.png", "sub/steps.png"])
    #expect(try entry("loss.png").history == [Acceptance(changed: "new", why: "first")])
    let bytes = try InputFile.read(stage.file.path)
    #expect(throws: GuardError.manifestExists(path: stage.file.path)) { try stage.guardAll() }
    #expect(try InputFile.read(stage.file.path) == bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(!text.contains(stage.root.path))
  }

  @Test("nothing to guard, and a figure that cannot be right, write nothing")
  func refused() throws {
    try stage.put([1, 2], "broken.png")
    #expect(throws: GuardError.self) { try stage.guardAll() }
    #expect(try stage.file.exists == false)
    try stage.remove("broken.png")
    try stage.remove("loss.png")
    try stage.put(Array("<svg><rect/></svg>".utf8), "logo.svg")
    #expect(throws: GuardError.noFigures(folder: stage.figures)) { try stage.guardAll() }
    #expect(try stage.file.exists == false)
  }

  @Test("carried numbers that are not those of the recipe are never accepted")
  func alteredNumbers() throws {
    var text = String(decoding: try Stage.drawn(steps: 3, format: .svg), as: UTF8.self)
    let start = try #require(text.range(of: "dlplot-numbers"))
    let digit = try #require(
      text.range(
        of: #"\.[0-9]"#, options: .regularExpression, range: start.upperBound..<text.endIndex))
    text.replaceSubrange(digit, with: text[digit] == ".7" ? ".8" : ".7")
    try stage.put(Array(text.utf8), "steps.svg")
    let error = #expect(throws: GuardError.self) { try stage.guardAll() }
    #expect(error?.description.contains("not those that the figure was drawn from") == true)
  }

  /// An SVG with one text for another.
  private func altered(
    _ old: String, _ new: String, carriesNumbers: Bool = true
  ) throws -> [UInt8] {
    let svg = String(
      decoding: try Stage.drawn(steps: 3, carriesNumbers: carriesNumbers, format: .svg),
      as: UTF8.self)
    let place = try #require(svg.range(of: old, options: .backwards), "\(old)")
    return Array(svg.replacingCharacters(in: place, with: new).utf8)
  }

  @Test("an SVG whose drawing was altered is never accepted, and found where it was")
  func alteredDrawing() throws {
    let circle = "<circle r=\"200\" fill=\"red\"/>\n</svg>"
    let wrong: [(bytes: [UInt8], words: String)] = [
      (try altered("</svg>", circle), "is not one that dlplot wrote: \"<circle r="),
      (
        try altered("</svg>", circle, carriesNumbers: false),
        "is not one that dlplot wrote: \"<circle r="
      ),
      (try altered("</g>\n", "</g> \n"), "is not one that dlplot wrote: \"</g> \""),
      (try altered(" d=\"M", " d=\"M1"), "the drawing differs from line "),
      (try altered("</svg>\n", "</svg>"), "the last line is not one that dlplot wrote"),
      (try altered("</svg>\n", ""), "a damaged SVG: the file ends too early"),
    ]
    for (bytes, words) in wrong {
      try stage.put(bytes, "steps.svg")
      let error = #expect(throws: GuardError.self) { try stage.guardAll() }
      #expect(error?.description.contains(words) == true, "\(error.map { "\($0)" } ?? "")")
      #expect(error?.description.hasPrefix("\(stage.figures)/steps.svg: ") == true)
      #expect(try stage.file.exists == false)
    }
    try stage.put(Stage.drawn(steps: 3, format: .svg), "steps.svg")
    try stage.put(Stage.drawn(steps: 3, carriesNumbers: false, format: .svg), "public.svg")
    try stage.put(Stage.drawn(steps: 3, format: .pdf), "steps.pdf")
    try stage.guardAll()
    #expect(try stage.check().passes)
    for (bytes, words) in wrong where !words.contains("damaged") {
      try stage.put(bytes, "steps.svg")
      #expect(try stage.check().verdicts.last?.hasPrefix("steps.svg differs ") == true)
      #expect(throws: GuardError.self) { try stage.accept("steps.svg") }
    }
  }

  @Test("a PDF with another page than that of its numbers is never accepted")
  func alteredPage() throws {
    var bytes = try Stage.drawn(steps: 3, format: .pdf)
    let place = try #require(bytes.ranges(of: Array("/CA 1 /ca 1".utf8)).first)
    bytes.replaceSubrange(place, with: Array("/CA 0 /ca 0".utf8))
    try stage.put(bytes, "steps.pdf")
    let error = #expect(throws: GuardError.self) { try stage.guardAll() }
    #expect(error?.description.contains("the objects around the drawing") == true)
  }

  @Test("what is there and cannot be guarded is told why, and nothing is accepted in silence")
  func passedOver() throws {
    try stage.guardAll()
    try stage.put([1], "foreign.jpg")
    try stage.put(Array("words".utf8), "text.txt")
    try stage.put(picture: "loss.png", ".hidden.png")
    try stage.put(picture: "loss.png", ".hid/a.png")
    try stage.put([1], "empty/readme.md")
    try stage.put(Array("<svg><rect/></svg>".utf8), "others/logo.svg")
    try Data([1]).write(to: URL(fileURLWithPath: stage.root["secret.png"]))
    try stage.link("out.png", to: "../secret.png")
    try stage.link("broken.png", to: "gone.png")
    let hidden = "it is hidden, and hidden files and folders are passed over"
    let name = "its name does not end in .png, .svg or .pdf"
    for (path, reason) in [
      ("foreign.jpg", name), ("text.txt", name), (".hidden.png", hidden), (".hid", hidden),
      (".hid/a.png", hidden),
      ("out.png", "a link that leads out of the folder, which is not followed"),
      ("broken.png", "a broken link"),
    ] {
      #expect(throws: GuardError.notAFigure(path: "\(stage.figures)/\(path)", reason: reason)) {
        try stage.accept(path)
      }
    }
    for folder in ["empty", "others"] {
      #expect(throws: GuardError.noFigures(folder: "\(stage.figures)/\(folder)")) {
        try stage.accept(folder)
      }
    }
    #expect(throws: GuardError.unknownFigure(path: "\(stage.figures)/.none")) {
      try stage.accept(".none")
    }
  }

  @Test("a change is recorded with its reason, and nothing where nothing changed")
  func changes() throws {
    try stage.put(Stage.drawn(steps: 3), "steps.png")
    try stage.guardAll()
    let before = try InputFile.read(stage.file.path)
    try stage.accept("loss.png", "steps.png", why: "again")
    #expect(try InputFile.read(stage.file.path) == before)

    try stage.put(picture: "loss-changed.png", "loss.png")
    try stage.put(Stage.drawn(steps: 4), "steps.png")
    try stage.accept("loss.png", "steps.png", why: "another decay")
    #expect(
      try entry("loss.png").history == [
        Acceptance(changed: "new", why: "first"),
        Acceptance(changed: "pixels", why: "another decay"),
      ])
    #expect(
      try entry("steps.png").history.last?.changed == "config, data, scene, numbers, words, pixels")
    // The old pixels are right no more.
    #expect(
      try entry("loss.png").pixels?.map(\.digests).joined().map(\.hex)
        == ["31a1bbf1fae6e8af1878029492a53a8336abf1da11a6fe0f26d3e1df3ae3d2fe"])
    #expect(try stage.check().passes)
  }

  @Test("new figures are added and those that are gone taken out, in a folder too")
  func folder() throws {
    try stage.put(picture: "loss.png", "sub/a.png")
    try stage.put(picture: "loss.png", "sub/b.png")
    try stage.put(picture: "loss.png", "subway.png")
    try stage.guardAll()
    try stage.remove("sub/a.png")
    try stage.remove("subway.png")
    try stage.put(picture: "loss-changed.png", "sub/c.png")
    try stage.accept("sub")
    #expect(
      try stage.file.read().figures.map(\.path)
        == ["loss.png", "sub/b.png", "sub/c.png", "subway.png"])
    #expect(
      try stage.check().verdicts.filter { !$0.hasSuffix("verified") } == ["subway.png missing"])
    try stage.accept("subway.png")
    try stage.remove("sub/b.png")
    try stage.remove("sub/c.png")
    try stage.remove("sub")
    // The folder itself is gone.
    try stage.accept("sub/b.png", "sub/c.png")
    #expect(try stage.file.read().figures.map(\.path) == ["loss.png"])
    #expect(throws: GuardError.unknownFigure(path: stage.figures + "/none.png")) {
      try stage.accept("none.png")
    }
  }

  @Test("either all are accepted or none")
  func twoPhases() throws {
    try stage.guardAll()
    let before = try InputFile.read(stage.file.path)
    try stage.put(picture: "loss-changed.png", "loss.png")
    try stage.put([9], "broken.png")
    #expect(throws: GuardError.self) { try stage.accept("loss.png", "broken.png") }
    #expect(throws: GuardError.noReason) { try stage.accept("loss.png", why: " \n") }
    #expect(try InputFile.read(stage.file.path) == before)
  }

  @Test("of several folders all lists change or none, also where one cannot be written")
  func severalFolders() throws {
    let other = stage.figures + "/other"
    try stage.put(picture: "loss.png", "other/a.png")
    try GuardAcceptance(initial: other, why: "own", threads: 1).write()
    try stage.guardAll()
    let before = try InputFile.read(stage.file.path)
    try stage.put(picture: "loss-changed.png", "loss.png")
    try stage.put(picture: "loss-changed.png", "other/a.png")
    let acceptance = try GuardAcceptance(
      paths: [stage.figures + "/loss.png", other + "/a.png"], why: "another decay",
      keepsPixels: false, threads: 1)
    #expect(acceptance.edits.map(\.changes.count) == [1, 1])
    // The second list has become a folder.
    let second = GuardFile(folder: other).path
    let bytes = try InputFile.read(second)
    try FileManager.default.removeItem(atPath: second)
    try FileManager.default.createDirectory(atPath: second, withIntermediateDirectories: false)
    #expect(throws: OutputError.self) { try acceptance.write() }
    #expect(try InputFile.read(stage.file.path) == before)

    try FileManager.default.removeItem(atPath: second)
    try Data(bytes).write(to: URL(fileURLWithPath: second))
    try acceptance.write()
    #expect(try entry("loss.png").history.last?.why == "another decay")
    #expect(try GuardFile(folder: other).read()["a.png"]?.history.last?.why == "another decay")
  }

  @Test("other pixels of one scene stay beside those of other renderers")
  func renderers() throws {
    try stage.put(Stage.drawn(steps: 3), "steps.png")
    try stage.guardAll()
    let first = try #require(try entry("steps.png").pixels?.first)
    try stage.rewrite(first.renderer, "cairo 0.0.1")
    try stage.rewrite(first.digests[0].hex, String(repeating: "a", count: 64))
    try stage.accept("steps.png", why: "another Cairo")
    #expect(
      try entry("steps.png").pixels == [
        AcceptedPixels(
          renderer: "cairo 0.0.1", digests: [try Digest(hex: String(repeating: "a", count: 64))]),
        first,
      ])
    // Another scene leaves none of them.
    try stage.put(Stage.drawn(steps: 4), "steps.png")
    try stage.accept("steps.png")
    #expect(try entry("steps.png").pixels?.count == 1)
  }

  @Test("--also keeps the accepted pixels of a picture, and of a figure with the same scene alone")
  func also() throws {
    try stage.put(Stage.drawn(steps: 3), "steps.png")
    try stage.guardAll()
    try stage.put(picture: "loss-rounded.png", "loss.png")
    try stage.accept("loss.png", why: "the CI's matplotlib", also: true)
    #expect(
      try entry("loss.png").pixels?.map(\.renderer)
        == ["Matplotlib version3.11.2", "Matplotlib version99.0.0"])
    #expect(try stage.check().passes)
    try stage.put(picture: "loss-recompressed.png", "loss.png")
    #expect(try stage.check().passes)
    try stage.put(Stage.drawn(steps: 4), "steps.png")
    let error = #expect(throws: GuardError.self) { try stage.accept("steps.png", also: true) }
    #expect(error?.description.contains("--also") == true)
  }

  @Test("the nearest guard.json is the one that changes, from wherever it is asked for")
  func nearest() throws {
    try stage.put(picture: "loss.png", "own/deep/a.png")
    try GuardAcceptance(initial: stage.figures + "/own", why: "own", threads: 1).write()
    try stage.guardAll()
    #expect(try stage.file.read().figures.map(\.path) == ["loss.png"])
    try stage.put(picture: "loss-changed.png", "own/deep/a.png")
    try stage.accept("own/deep/../deep/a.png", why: "nearest")
    let own = try GuardFile(folder: stage.figures + "/own").read()
    #expect(own.figures.map(\.path) == ["deep/a.png"])
    #expect(own.figures.first?.history.last?.why == "nearest")
    #expect(throws: GuardError.notGuarded(path: stage.root["x.png"])) {
      try GuardAcceptance(paths: [stage.root["x.png"]], why: "no", keepsPixels: false, threads: 1)
    }
  }
}
