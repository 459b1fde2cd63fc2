import FigureFiles
import Foundation
import Guarding
import Provenance
import Rendering
import Testing
import Verifying

/// Figures that are made anew from what they carry.
struct GuardRerunTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    try stage.put(picture: "loss.png", "loss.png")
  }

  private let trained = Remaking(source: .training)
  private let redrawn = Remaking(source: .carriedNumbers)

  @Test("what comes out again is verified; pictures of others are checked as they are")
  func verified() throws {
    try stage.put(Stage.drawn(steps: 3), "a.png")
    try stage.put(Stage.drawn(steps: 4, format: .svg), "b.svg")
    try stage.put(Stage.drawn(steps: 5, carriesNumbers: false), "c.png")
    try stage.guardAll()
    let report = try stage.check(remaking: trained)
    #expect(report.passes)
    #expect(
      report.summary.hasSuffix(
        "4 of 4 verified, 3 made anew from the carried recipes, 1 as it is"))
    let json = try report.json()
    guard case .array(let figures)? = json["figures"] else {
      Issue.record("no figures")
      return
    }
    #expect(figures.compactMap { $0["remade"] } == [true, true, true, false])
    let quick = try stage.check(remaking: redrawn)
    #expect(
      quick.verdicts == [
        "a.png verified", "b.svg verified", "c.png unverified", "loss.png verified",
      ])
    #expect(quick.lines[0].contains("no numbers in"))
    try stage.put(picture: "loss-changed.png", "loss.png")
    #expect(try stage.check(remaking: trained).verdicts.last == "loss.png differs pixels")
  }

  @Test("where nothing can be made anew, nothing is said to be")
  func nothing() throws {
    try stage.guardAll()
    let report = try stage.check(remaking: trained)
    #expect(report.passes)
    #expect(
      report.summary.hasSuffix(
        "1 of 1 verified, none made anew from the carried recipes, 1 as it is"))
    try stage.put(Stage.drawn(steps: 3, format: .pdf), "a.pdf")
    try stage.accept("a.pdf")
    try stage.remove("loss.png")
    try stage.accept("loss.png")
    #expect(
      try stage.check(remaking: trained).summary.hasSuffix(
        "1 of 1 verified, made anew from the carried recipes"))
  }

  /// A figure whose recipe promises something that does not come out.
  private func promising(
    data: Digest? = nil, scene: Digest? = nil, pixels: Digest? = nil
  ) throws -> [UInt8] {
    var png = AlteredPNG(try Stage.drawn(steps: 3, carriesNumbers: false))
    let place = try #require(png.text("dlplot"))
    let head = Array("dlplot\0\0\0\0\0".utf8)
    let recipe = try Recipe(
      text: String(decoding: png.chunks[place].data.dropFirst(head.count), as: UTF8.self))
    let other = try Recipe(
      tool: recipe.tool, experiment: recipe.experiment, config: recipe.config,
      figure: recipe.figure, dataSets: [], data: data ?? recipe.identities.data,
      scene: scene ?? recipe.identities.scene, pixels: pixels ?? recipe.identities.pixels,
      command: recipe.command)
    png.chunks[place].data = head + Array(try other.text().utf8)
    return png.bytes
  }

  @Test("a promise that is not kept is found, and only by making the figure anew")
  func promises() throws {
    let false1 = try SHA256.digest(of: [1])
    try stage.put(promising(data: false1), "data.png")
    try stage.put(promising(scene: false1), "scene.png")
    try stage.guardAll()
    #expect(try stage.check().passes)
    let report = try stage.check(remaking: trained)
    #expect(
      report.verdicts == ["data.png differs data", "loss.png verified", "scene.png differs scene"])
    let outcome = try #require(report.outcomes.first)
    #expect(outcome.detail.hasPrefix("made anew: other numbers"))
    // The page can show both.
    #expect(outcome.reference == .file(stage.figures + "/data.png"))
    guard case .bytes(let made)? = outcome.new else {
      Issue.record("the figure that was made is not kept")
      return
    }
    let facts = try FigureFacts.read(made, path: "made").facts
    #expect(facts.identities?.scene == outcome.accepted?.identities?.scene)
  }

  @Test("pixels of an unknown renderer are compared with those of the file")
  func unknownRenderer() throws {
    try stage.put(Stage.drawn(steps: 3), "a.png")
    try stage.guardAll()
    // The file was drawn by another Cairo, one value of a pixel otherwise.
    let file = try FigureFacts.read(stage.figures + "/a.png")
    let bitmap = try #require(file.bitmap)
    var rgba = bitmap.rgba
    rgba[4 * (20 * bitmap.width + 30)] ^= 1
    let rounded = Bitmap(width: bitmap.width, height: bitmap.height, rgba: rgba)
    var png = AlteredPNG(try Stage.drawn(steps: 3))
    let idat = AlteredPNG(try rounded.png()).chunks.filter { $0.type == "IDAT" }
    let place = try #require(png.chunks.firstIndex { $0.type == "IDAT" })
    png.chunks.removeAll { $0.type == "IDAT" }
    png.chunks.insert(contentsOf: idat, at: place)
    let (old, new) = try (bitmap.pixelDigest().hex, rounded.pixelDigest().hex)
    let recipe = try #require(png.text("dlplot"))
    png.chunks[recipe].data = Array(
      String(decoding: png.chunks[recipe].data, as: UTF8.self)
        .replacingOccurrences(of: old, with: new).utf8)
    let renderer = try #require(png.text("dlplot-renderer"))
    png.chunks[renderer].data = Array("dlplot-renderer\0\0\0\0\0cairo 0.0.1, libpng 0".utf8)
    try stage.put(png.bytes, "a.png")
    try stage.accept("a.png")
    try stage.rewrite(
      "\(RendererProfile.current.name)\",\n          \"digests\": [\"\(old)\"]",
      "cairo 0.0.2\",\n          \"digests\": [\"\(new)\"]")
    let report = try stage.check(remaking: trained)
    #expect(report.verdicts == ["a.png tolerated pixels", "loss.png verified"])
    #expect(report.lines[0].contains("1 of \(bitmap.width * bitmap.height) pixels differ"))
  }

  @Test("a figure that cannot be made here is unverified and spoils no other")
  func impossible() throws {
    try stage.put(Stage.drawn(steps: 3), "a.png")
    var png = AlteredPNG(try Stage.drawn(steps: 3, carriesNumbers: false))
    let place = try #require(png.text("dlplot"))
    let head = Array("dlplot\0\0\0\0\0".utf8)
    let recipe = try Recipe(
      text: String(decoding: png.chunks[place].data.dropFirst(head.count), as: UTF8.self))
    let other = try Recipe(
      tool: recipe.tool, experiment: "shell", config: recipe.config, figure: recipe.figure,
      dataSets: [], data: recipe.identities.data, scene: recipe.identities.scene,
      pixels: recipe.identities.pixels, command: "rm -rf /")
    png.chunks[place].data = head + Array(try other.text().utf8)
    try stage.put(png.bytes, "b.png")
    try stage.guardAll()
    #expect(try stage.check().passes)
    let report = try stage.check(remaking: trained)
    #expect(report.verdicts == ["a.png verified", "b.png unverified", "loss.png verified"])
    #expect(report.lines[0].contains("invalid experiment: \"shell\""))
  }
}
