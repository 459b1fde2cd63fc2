import Files
import Foundation
import Guarding
import Provenance
import TestSupport
import Testing

/// Pixels that are not among the accepted ones.
struct GuardToleranceTests {
  private let stage: Stage

  init() throws { stage = try Stage() }

  /// One entry: loss.png of Matplotlib 3.11.2.
  private func guardLoss() throws -> String {
    try stage.put(picture: "loss.png", "loss.png")
    try stage.guardAll()
    return try stage.copy(to: "accepted")
  }

  @Test("an unknown renderer passes within the tolerance, aloud, and never without a comparison")
  func unknownRenderer() throws {
    let accepted = try guardLoss()
    try stage.put(picture: "loss-rounded.png", "loss.png")
    let report = try stage.check(reference: accepted)
    #expect(report.passes && report.verdicts == ["loss.png tolerated pixels"])
    let line = try #require(report.lines.first)
    #expect(line.contains("PASSES within the tolerance"))
    #expect(line.contains("Matplotlib version99.0.0, of which no pixels were accepted"))
    // make_pictures.py moves every 97th of 192 * 128 * 3 values by one: 761 pixels.
    #expect(line.contains("761 of 24576 pixels differ, by up to 1 level"))

    let alone = try stage.check()
    #expect(!alone.passes && alone.verdicts == ["loss.png unverified pixels"])
    #expect(alone.lines[0].contains("no reference picture"))
  }

  @Test("beyond the tolerance an unknown renderer fails too")
  func beyond() throws {
    let accepted = try guardLoss()
    try stage.rewrite("version3.11.2", "version3.10.0")
    try stage.put(picture: "loss-changed.png", "loss.png")
    let report = try stage.check(reference: accepted)
    #expect(report.verdicts == ["loss.png differs pixels"])
    #expect(report.lines[0].contains("beyond the tolerance"))
  }

  @Test("the pixels of a known renderer are exact, unless the figure has a tolerance of its own")
  func knownRenderer() throws {
    let accepted = try guardLoss()
    try stage.rewrite("version3.11.2", "version99.0.0")
    try stage.put(picture: "loss-rounded.png", "loss.png")
    #expect(try stage.check(reference: accepted).verdicts == ["loss.png differs pixels"])
    try stage.rewrite(
      "\"history\"",
      """
      "tolerance": {"flat": 1, "edge": 1, "edgeRatio": 1, "pixels": 0, "tileMean": 1}, "history"
      """)
    #expect(try stage.check(reference: accepted).verdicts == ["loss.png tolerated pixels"])
    #expect(try stage.check().verdicts == ["loss.png unverified pixels"])
    try stage.rewrite("\"flat\": 1, \"edge\": 1", "\"flat\": 0, \"edge\": 0")
    #expect(try stage.check(reference: accepted).verdicts == ["loss.png differs pixels"])
  }

  @Test("a tolerance in words counts like one in numbers, and is kept by what is accepted")
  func words() throws {
    let accepted = try guardLoss()
    try stage.rewrite("version3.11.2", "version99.0.0")
    try stage.put(picture: "loss-rounded.png", "loss.png")
    try stage.rewrite("\"history\"", "\"tolerance\": \"flat=1,tile=1\", \"history\"")
    #expect(try stage.check(reference: accepted).verdicts == ["loss.png tolerated pixels"])
    try stage.rewrite("flat=1", "flat=0,edge=0")
    #expect(try stage.check(reference: accepted).verdicts == ["loss.png differs pixels"])
    try stage.accept("loss.png")
    let text = String(decoding: try InputFile.read(stage.file.path), as: UTF8.self)
    #expect(text.contains("\"tolerance\": \"flat=0,edge=0,tile=1\""))
  }

  @Test("a picture that does not say what drew it is spoken of without a name")
  func unstated() throws {
    try stage.put(picture: "transparent.png", "a.png")
    try stage.guardAll()
    var png = AlteredPNG(try Stage.picture("loss.png"))
    png.chunks.removeAll { ["tEXt", "iTXt", "zTXt"].contains($0.type) }
    try stage.put(png.bytes, "a.png")
    #expect(
      try stage.check().lines[0] == "a.png: DIFFERS in pixels: other pixels than those accepted")
    try stage.put(picture: "loss.png", "a.png")
    try stage.remove("guard.json")
    try stage.guardAll()
    try stage.put(picture: "transparent.png", "a.png")
    #expect(
      try stage.check().lines[0].hasPrefix(
        "a.png: UNVERIFIED: it does not say what drew it, and other tools drew what was accepted; ")
    )
  }

  @Test("a reference counts only if it is an accepted picture; the first such one does")
  func falseReference() throws {
    let accepted = try guardLoss()
    try stage.put(picture: "loss-rounded.png", "loss.png")
    let rounded = try stage.copy(to: "rounded")
    let report = try stage.check(reference: rounded)
    #expect(report.verdicts == ["loss.png unverified pixels"])
    #expect(report.lines[0].contains("\(rounded)/loss.png is not the accepted one"))
    let both = try stage.check(reference: rounded, second: accepted)
    #expect(both.verdicts == ["loss.png tolerated pixels"])
    #expect(both.outcomes[0].reference == .file(accepted + "/loss.png"))
    #expect(throws: GuardError.self) { try stage.check(reference: stage.root["none"]) }
  }

  @Test("new figures in another folder have those beside guard.json as reference")
  func newFolder() throws {
    let new = try guardLoss()
    try Data(try Stage.picture("loss-rounded.png"))
      .write(to: URL(fileURLWithPath: new + "/loss.png"))
    let report = try stage.check(new: new)
    #expect(report.verdicts == ["loss.png tolerated pixels"])
    #expect(report.summary.hasPrefix("\(new) against \(stage.figures): 1 of 1 verified"))
    #expect(report.outcomes[0].reference == .file(stage.figures + "/loss.png"))
    #expect(report.outcomes[0].new == .file(new + "/loss.png"))
  }

  /// Makes it so that other pixels were accepted, of another renderer, for the same scene.
  private func forgetPixels(of name: String) throws {
    var manifest = try stage.file.read()
    var entry = try #require(manifest[name])
    entry.pixels = [
      AcceptedPixels(renderer: "cairo 0.0.1", digests: [try SHA256.digest(of: [1])])
    ]
    manifest[name] = entry
    try stage.file.write(manifest)
  }

  @Test("for a figure of dlplot the accepted scene, drawn here, is the reference")
  func drawnReference() throws {
    try stage.put(Stage.drawn(steps: 3), "steps.png")
    try stage.put(Stage.drawn(steps: 3, carriesNumbers: false), "public.png")
    try stage.guardAll()
    try forgetPixels(of: "steps.png")
    try forgetPixels(of: "public.png")
    let report = try stage.check()
    #expect(report.verdicts == ["public.png unverified pixels", "steps.png tolerated pixels"])
    #expect(report.lines[1].contains("the scene is equal, and the pixels are within the tolerance"))
  }

  @Test("but a false picture under a recipe that was made to fit is beyond it")
  func forged() throws {
    try stage.put(Stage.drawn(steps: 3), "steps.png")
    try stage.guardAll()
    // The pixels of another figure, and a recipe that claims them.
    var forged = AlteredPNG(try Stage.drawn(steps: 3))
    let other = try Stage.drawn(steps: 4)
    let place = try #require(forged.chunks.firstIndex { $0.type == "IDAT" })
    forged.chunks.removeAll { $0.type == "IDAT" }
    forged.chunks.insert(
      contentsOf: AlteredPNG(other).chunks.filter { $0.type == "IDAT" }, at: place)
    let recipe = try #require(forged.text("dlplot"))
    let text = String(decoding: forged.chunks[recipe].data, as: UTF8.self)
    let (old, new) = try (
      #require(FigureFacts.read(Stage.drawn(steps: 3), path: "").facts.pixels?.hex),
      #require(FigureFacts.read(other, path: "").facts.pixels?.hex)
    )
    #expect(text.contains(old))
    forged.chunks[recipe].data = Array(text.replacingOccurrences(of: old, with: new).utf8)
    let renderer = try #require(forged.text("dlplot-renderer"))
    forged.chunks[renderer].data = Array("dlplot-renderer\0\0\0\0\0cairo 9.9.9".utf8)
    try stage.put(forged.bytes, "steps.png")
    let report = try stage.check()
    #expect(report.verdicts == ["steps.png differs pixels"])
    #expect(report.lines[0].contains("beyond the tolerance"))
  }
}
