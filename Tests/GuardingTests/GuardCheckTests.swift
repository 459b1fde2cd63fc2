import Comparing
import FigureFiles
import Foundation
import Guarding
import TestSupport
import Testing

/// What a check says of figures that are as they were accepted, and of those that are not.
struct GuardCheckTests {
  private let stage: Stage

  init() throws {
    stage = try Stage()
    try stage.put(picture: "loss.png", "loss.png")
  }

  @Test("figures and pictures are verified as they are, compressed otherwise too")
  func verified() throws {
    try stage.put(Stage.drawn(steps: 3), "steps.png")
    try stage.put(Stage.drawn(steps: 3, format: .svg), "sub/steps.svg")
    try stage.guardAll()
    try stage.put(picture: "loss-recompressed.png", "loss.png")
    for threads in [1, 3] {
      let report = try stage.check(threads: threads)
      #expect(
        report.verdicts == ["loss.png verified", "steps.png verified", "sub/steps.svg verified"])
      #expect(report.passes && report.listed == 3 && report.verified == 3)
      #expect(report.lines == ["\(stage.figures): 3 of 3 verified, as they are"])
    }
  }

  @Test("missing, extra, changed and unreadable figures fail, each by its own word")
  func failing() throws {
    for name in ["a.png", "b.png", "c.png", "d.png", "e.png"] {
      try stage.put(picture: "loss.png", name)
    }
    try stage.guardAll()
    try stage.put(picture: "loss-changed.png", "a.png")
    try stage.remove("b.png")
    try stage.put(Array("version https://git-lfs.github.com/spec/v1\n".utf8), "c.png")
    try stage.remove("d.png")
    try stage.link("d.png", to: "../outside.png")
    try stage.put(picture: "loss.png", "f.png")
    try stage.put([1, 2, 3], "g.png")
    try stage.put(Stage.drawn(steps: 3), "e.png")
    let report = try stage.check()
    #expect(
      report.verdicts == [
        "a.png differs pixels", "b.png missing", "c.png unverified file", "d.png unverified file",
        "e.png differs recipe", "f.png extra", "g.png extra", "loss.png verified",
      ])
    #expect(!report.passes && report.listed == 6 && report.verified == 1)
    #expect(
      report.summary
        == "\(stage.figures): 1 of 6 verified, as they are (2 differ, 1 missing, 2 extra, 2 unverified)"
    )
  }

  @Test("nothing guarded is no success, nor is a folder without its figures")
  func nothing() throws {
    try stage.guardAll()
    try stage.remove("loss.png")
    #expect(try stage.check().verdicts == ["loss.png missing"])
    try stage.put(Array(#"{"schema": "dlplot-guard-1", "figures": []}"#.utf8), "guard.json")
    let report = try stage.check()
    #expect(!report.passes)
    #expect(
      report.lines == [
        "\(stage.figures): 0 of 0 verified, as they are (guard.json lists no figure)"
      ])
    try stage.remove("guard.json")
    #expect(throws: GuardError.noManifest(folder: stage.figures)) { try stage.check() }
  }

  @Test("SVG of others and links out of the folder are spoken of")
  func notes() throws {
    try stage.put(Array("<svg><rect/></svg>".utf8), "logo.svg")
    try Data([1]).write(to: URL(fileURLWithPath: stage.root["secret.png"]))
    try stage.link("away.png", to: "../secret.png")
    try stage.link("lost.png", to: "gone.png")
    try stage.put(picture: "loss.png", ".hidden.png")
    try stage.put(picture: "loss.png", ".hidden/a.png")
    try stage.guardAll()
    let report = try stage.check()
    #expect(report.passes)
    #expect(
      report.notes == [
        "not guarded here (SVG files of other tools): logo.svg",
        "not guarded here (links out of the folder): away.png",
        "not guarded here (broken links): lost.png",
      ])
  }

  // MARK: - PDF

  /// The bytes with one text for another where it stands first, or last.
  private func replacing(
    _ old: String, _ new: String, in bytes: [UInt8], last: Bool = false
  ) throws -> [UInt8] {
    let places = bytes.ranges(of: Array(old.utf8))
    let place = try #require(last ? places.last : places.first, "\(old)")
    return Array(bytes[..<place.lowerBound]) + Array(new.utf8) + bytes[place.upperBound...]
  }

  @Test("a PDF is guarded by its identities, words and drawing; what is not ours is named")
  func pdf() throws {
    let pdf = try Stage.drawn(steps: 3, format: .pdf)
    try stage.put(pdf, "steps.pdf")
    try stage.put(Array("%PDF-1.7\n1 0 obj\n%%EOF\n".utf8), "other.pdf")
    try stage.guardAll()
    let fine = try stage.check()
    #expect(fine.verdicts == ["loss.png verified", "steps.pdf verified"])
    #expect(fine.notes == ["not guarded here (PDF files that are no figures of dlplot): other.pdf"])
    let update = Array("1 0 obj\n<< >>\nendobj\n".utf8)
    let altered: [(rung: String, bytes: [UInt8])] = [
      ("recipe", Array("x".utf8)), ("recipe", pdf + update), ("recipe", []),
      ("config", try Stage.drawn(steps: 4, format: .pdf)),
      ("numbers", try Stage.drawn(steps: 3, carriesNumbers: false, format: .pdf)),
      ("drawing", try replacing("/CA 1 /ca 1", "/CA 1 /ca 0", in: pdf)),
      ("drawing", try replacing("   /Count 1\n", "/Rotate 90 \n", in: pdf)),
      // Of the page, which stands behind the drawing; Cairo 1.18 gives parts of that one as well.
      (
        "picture",
        try replacing("   /StructParents 0\n", "   /Annots [99 0 R]\n", in: pdf, last: true)
      ),
      ("picture", try replacing("0000000015 00000 n", "0000000016 00000 n", in: pdf)),
    ]
    for (rung, bytes) in altered {
      try stage.put(bytes, "steps.pdf")
      #expect(try stage.check().verdicts == ["loss.png verified", "steps.pdf differs \(rung)"])
    }
    try stage.remove("steps.pdf")
    #expect(try stage.check().verdicts == ["loss.png verified", "steps.pdf missing"])
    try stage.put(pdf, "steps.pdf")
    try stage.put(pdf, "more.pdf")
    #expect(try stage.check().verdicts.contains("more.pdf extra"))
  }

  // MARK: - figures of dlplot

  @Test("chunks and texts that show or say something else are found, harmless ones are not")
  func additions() throws {
    try stage.put(Stage.drawn(steps: 3), "steps.png")
    try stage.guardAll()
    let png = AlteredPNG(try Stage.drawn(steps: 3))
    func check(_ chunk: AlteredPNG.Chunk) throws -> String? {
      var altered = png
      altered.chunks.insert(chunk, at: 2)
      try stage.put(altered.bytes, "steps.png")
      return try stage.check().verdicts.last
    }
    #expect(
      try check(.init(type: "gAMA", data: [0, 0, 0, 9])) == "steps.png differs picture")
    #expect(
      try check(.init(type: "tEXt", data: Array("Description\0lies".utf8)))
        == "steps.png differs words")
    #expect(
      try check(.init(type: "tIME", data: [7, 228, 1, 1, 1, 1, 1])) == "steps.png verified")
    #expect(
      try check(.init(type: "tEXt", data: Array("Software\0oxipng".utf8))) == "steps.png verified")
    try stage.put(png.bytes + [0], "steps.png")
    #expect(try stage.check().verdicts.last == "steps.png differs picture")
  }

  @Test("stripped figures are refused where they could be taken for right")
  func strippedAtFirst() throws {
    var numbers = AlteredPNG(try Stage.drawn(steps: 3))
    numbers.chunks.remove(at: try #require(numbers.text("dlplot-numbers")))
    var recipe = AlteredPNG(try Stage.drawn(steps: 3))
    recipe.chunks.remove(at: try #require(recipe.text("dlplot")))
    let svg = String(decoding: try Stage.drawn(steps: 3, format: .svg), as: UTF8.self)
    let start = try #require(svg.range(of: "<metadata>"))
    let end = try #require(svg.range(of: "</metadata>"))
    let bare = Array((svg[..<start.lowerBound] + svg[end.upperBound...]).utf8)
    for (name, bytes, words) in [
      ("a.png", numbers.bytes, "the carried numbers were taken out"),
      ("b.png", recipe.bytes, "it was stripped from the file, which still has the numbers"),
      ("c.svg", bare, "an SVG of dlplot whose metadata was taken out"),
    ] {
      try stage.put(bytes, name)
      let error = #expect(throws: GuardError.self) { try stage.guardAll() }
      #expect("\(error.map { "\($0)" } ?? "")".contains(words), "\(name)")
      try stage.remove(name)
    }
    try stage.guardAll()
    #expect(try stage.check().passes)
  }

  @Test("the first rung that differs is named")
  func rungs() throws {
    let names = ["config.png", "numbers.png", "recipe.png", "touched.png", "steps.svg", "kind.svg"]
    for name in names {
      try stage.put(Stage.drawn(steps: 3, format: name.hasSuffix("svg") ? .svg : .png), name)
    }
    try stage.guardAll()
    let accepted = try stage.copy(to: "accepted")
    let png = AlteredPNG(try Stage.drawn(steps: 3))
    try stage.put(Stage.drawn(steps: 4), "config.png")
    try stage.put(Stage.drawn(steps: 3, carriesNumbers: false), "numbers.png")
    var stripped = png
    stripped.chunks.removeAll { $0.type == "iTXt" }
    try stage.put(stripped.bytes, "recipe.png")
    var touched = AlteredPNG(try Stage.drawn(steps: 4))
    let own = png.chunks.filter { $0.type == "iTXt" }
    touched.chunks.removeAll { $0.type == "iTXt" }
    touched.chunks.insert(contentsOf: own, at: 1)
    try stage.put(touched.bytes, "touched.png")
    let svg = String(decoding: try Stage.drawn(steps: 3, format: .svg), as: UTF8.self)
    try stage.put(
      Array(svg.replacingOccurrences(of: "</svg>", with: "<rect/></svg>").utf8), "steps.svg")
    try stage.put(Stage.drawn(steps: 3), "kind.svg")
    let report = try stage.check(reference: accepted)
    #expect(
      report.verdicts == [
        "config.png differs config", "kind.svg differs file", "loss.png verified",
        "numbers.png differs numbers", "recipe.png differs recipe", "steps.svg differs drawing",
        "touched.png differs picture",
      ])
    #expect(
      report.outcomes[4].detail == "its recipe was stripped; its pixels are those accepted")
    let config = try #require(report.outcomes.first)
    #expect(config.changes.contains("config: steps 3 -> 4"), "\(config.changes)")
    #expect(config.detail.contains("pixels differ"))
    #expect(config.comparison?.verdict == .different)
  }

  @Test("a stripped figure whose pixels were altered as well is told from one that was stripped")
  func strippedAndAltered() throws {
    try stage.put(Stage.drawn(steps: 3), "a.png")
    try stage.put(Stage.drawn(steps: 3), "b.png")
    try stage.put(Stage.drawn(steps: 3), "c.png")
    try stage.guardAll()
    var other = AlteredPNG(try Stage.drawn(steps: 4))
    other.chunks.removeAll { $0.type == "iTXt" }
    try stage.put(other.bytes, "a.png")
    // With the numbers left, or the name of the program.
    var numbers = AlteredPNG(try Stage.drawn(steps: 3))
    numbers.chunks.remove(at: try #require(numbers.text("dlplot")))
    try stage.put(numbers.bytes, "b.png")
    var name = AlteredPNG(try Stage.drawn(steps: 4))
    name.chunks.remove(at: try #require(name.text("dlplot")))
    try stage.put(name.bytes, "c.png")
    let report = try stage.check()
    #expect(
      report.outcomes.prefix(3).map(\.detail) == [
        "its recipe was stripped, or another tool drew it; its pixels are not those accepted",
        "it was stripped from the file, which still has the numbers; its pixels are those accepted",
        "it was stripped from the file, which still has the numbers; its pixels are not those "
          + "accepted",
      ])
  }

  @Test("a file that was cut off is named once, and no figure")
  func cutOff() throws {
    for format in [FigureFormat.png, .svg, .pdf] {
      let name = "steps.\(format.rawValue)"
      try stage.put(Stage.drawn(steps: 3, format: format), name)
    }
    try stage.guardAll()
    for format in [FigureFormat.png, .svg, .pdf] {
      let name = "steps.\(format.rawValue)"
      try stage.put(Array(try Stage.drawn(steps: 3, format: format).dropLast(30)), name)
    }
    let report = try stage.check()
    #expect(
      report.lines.prefix(3) == [
        "steps.pdf: UNVERIFIED: a damaged PDF: the file ends too early",
        "steps.png: UNVERIFIED: a damaged PNG: the file ends too early",
        "steps.svg: UNVERIFIED: a damaged SVG: the file ends too early",
      ])
    let error = #expect(throws: GuardError.self) { try stage.accept("steps.png") }
    #expect(
      error?.description
        == "\(stage.figures)/steps.png: a damaged PNG: the file ends too early")
  }

  @Test("one altered number in a file is found without training")
  func numbers() throws {
    try stage.put(Stage.drawn(steps: 3, format: .svg), "steps.svg")
    try stage.guardAll()
    var text = String(decoding: try Stage.drawn(steps: 3, format: .svg), as: UTF8.self)
    let start = try #require(text.range(of: "dlplot-numbers"))
    let digit = try #require(
      text.range(
        of: #"[1-9](?=[0-9]*,)"#, options: .regularExpression,
        range: start.upperBound..<text.endIndex))
    text.replaceSubrange(digit, with: text[digit] == "7" ? "8" : "7")
    try stage.put(Array(text.utf8), "steps.svg")
    #expect(try stage.check().verdicts == ["loss.png verified", "steps.svg differs numbers"])
  }
}
