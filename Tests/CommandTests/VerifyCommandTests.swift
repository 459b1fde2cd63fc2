import Foundation
import Provenance
import Testing

/// `dlplot verify` on figures that are what they say, and on figures that are not.
struct VerifyCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  /// The tiny figures, one of each kind.
  private static var tiny: [[String]] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let list = root.appendingPathComponent("Sources/dlplot/Gallery/tiny.txt")
    let text = (try? String(contentsOf: list, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: " ").map(String.init) }
  }

  private func draw(_ arguments: [String], _ name: String) throws -> String {
    let path = scratch.path(name)
    let outcome = try program.run(arguments + ["-o", path, "--quiet"])
    #expect(outcome.status == 0, "\(outcome.error)")
    return path
  }

  @Test("a figure of each kind is verified, with any number of threads")
  func kinds() throws {
    #expect(Self.tiny.count == 10)
    for line in Self.tiny {
      let path = try draw(Array(line.dropFirst()), line[0])
      for threads in ["1", "2"] {
        let outcome = try program.run(["verify", path, "--threads", threads])
        #expect(outcome.status == 0, "\(line[0]): \(outcome.output)\(outcome.error)")
        #expect(
          outcome.output
            == "\(path): verified: config, numbers, data, scene, pixels, picture, words\n")
      }
      #expect(try program.run(["verify", "--quick", path]).status == 0)
    }
  }

  @Test("other looks and formats are verified too")
  func looks() throws {
    let source = ["trajectories", "--steps", "5"]
    let dark = try draw(
      source + ["--theme", "dark", "--lang", "ko", "--size", "700x500", "--scale", "1.5"], "d.png")
    #expect(try program.run(["verify", dark]).status == 0)
    #expect(try program.run(["verify", try draw(source, "a.svg")]).status == 0)
    let json = scratch.path("run.json")
    _ = try draw(source + ["--json", json], "b.png")
    #expect(try program.run(["verify", json]).status == 0)
    #expect(try program.run(["verify", try draw(source + ["--public"], "c.png")]).status == 0)
  }

  private func expectDifference(_ path: String, _ words: String) throws {
    let outcome = try program.run(["verify", path])
    #expect(outcome.status == 1, "\(outcome.output)\(outcome.error)")
    #expect(outcome.output.contains("DIFFERS"), "\(outcome.output)")
    #expect(outcome.output.contains(words), "\(outcome.output)")
  }

  @Test("touched pixels, altered numbers and an altered config are told apart")
  func altered() throws {
    let light = try draw(["trajectories", "--steps", "5"], "light.png")
    let other = try draw(["trajectories", "--steps", "6"], "other.png")
    // The picture of another figure under this one's recipe.
    var png = try AlteredPNG(path: light)
    let pixels = try AlteredPNG(path: other).chunks.filter { $0.type == "IDAT" }
    let place = try #require(png.chunks.firstIndex { $0.type == "IDAT" })
    png.chunks.removeAll { $0.type == "IDAT" }
    png.chunks.insert(contentsOf: pixels, at: place)
    try png.write(to: scratch.path("pixels.png"))
    try expectDifference(scratch.path("pixels.png"), "picture")

    png = try AlteredPNG(path: light)
    let recipe = try #require(png[text: "dlplot"])
    #expect(recipe.contains("\"steps\":5"))
    png[text: "dlplot"] = recipe.replacingOccurrences(of: "\"steps\":5", with: "\"steps\":7")
    try png.write(to: scratch.path("config.png"))
    try expectDifference(scratch.path("config.png"), "config")

    let svg = try draw(["trajectories", "--steps", "5"], "numbers.svg")
    var text = try String(contentsOfFile: svg, encoding: .utf8)
    let start = try #require(text.range(of: "zigzags"))
    let digit = try #require(
      text.range(of: "[0-9]", options: .regularExpression, range: start.upperBound..<text.endIndex))
    text.replaceSubrange(digit, with: text[digit] == "7" ? "8" : "7")
    try Data(text.utf8).write(to: URL(fileURLWithPath: svg))
    try expectDifference(svg, "numbers")
  }

  /// A chunk that is added before the pixels, or in place of sRGB, and what is said of it.
  private static let added: [(type: String, data: [UInt8], words: String?)] = [
    ("gAMA", [0, 0, 0, 9], "the chunk gAMA was added, which shows other colours"),
    ("gAMA", [0, 0, 0xB1, 0x8F], nil),
    ("cHRM", [UInt8](repeating: 0, count: 32), "the chunk cHRM was added"),
    ("iCCP", Array("x\0\0y".utf8), "the chunk iCCP was added"),
    ("cICP", [9, 16, 0, 1], "the chunk cICP was added"),
    ("eXIf", Array("MM\0*".utf8), "the chunk eXIf was added, which can turn the picture"),
    ("acTL", [0, 0, 0, 1, 0, 0, 0, 0], "the chunk acTL was added, which makes it an animation"),
    ("tEXt", Array("Description\0lies".utf8), "a second text Description says \"lies\""),
    ("tEXt", Array("title\0lies".utf8), "a second text Title says \"lies\""),
    ("tEXt", Array("Software\0oxipng".utf8), nil),
    (
      "tEXt", Array("Raw profile type exif\0\nexif\n 8\n4d4d002a".utf8),
      "the text Raw profile type exif was added, which can turn the picture"
    ),
    (
      "tEXt", Array("raw profile type APP1\0\nAPP1\n 0\n".utf8),
      "the text raw profile type APP1 was added, which can turn the picture"
    ),
    (
      "tEXt", Array("Raw profile type icc\0\nicc\n 0\n".utf8),
      "the text Raw profile type icc was added, which shows other colours"
    ),
    (
      "tEXt", Array("Raw profile type icm\0\nicm\n 0\n".utf8),
      "the text Raw profile type icm was added, which shows other colours"
    ),
    (
      "iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0<x tiff:Orientation=\"3\"/>".utf8),
      "the text XML:com.adobe.xmp was added, which can turn the picture"
    ),
    ("iTXt", Array("XML:com.adobe.xmp\0\0\0\0\0<x dc:creator=\"me\"/>".utf8), nil),
    ("tEXt", Array("Raw profile type iptc\0\niptc\n 0\n".utf8), nil),
    ("tIME", [7, 228, 1, 1, 1, 1, 1], nil), ("bKGD", [0, 0, 0, 0, 0, 0], nil),
    ("prVt", [1], nil),
  ]

  @Test("chunks that show or say something else are named, harmless ones pass and are listed")
  func chunks() throws {
    let source = try draw(["trajectories", "--steps", "5"], "a.png")
    let png = try AlteredPNG(path: source)
    let path = scratch.path("b.png")
    for (type, data, words) in Self.added {
      var altered = png
      let isText = ["tEXt", "iTXt"].contains(type)
      // Texts of others behind ours; the last chunk is IEND.
      altered.chunks.insert(
        AlteredPNG.Chunk(type: type, data: data), at: isText ? altered.chunks.count - 1 : 2)
      try altered.write(to: path)
      if let words {
        try expectDifference(path, words)
      } else {
        let outcome = try program.run(["verify", path])
        #expect(outcome.status == 0, "\(type): \(outcome.output)")
        let keyword = String(decoding: data.prefix { $0 != 0 }, as: UTF8.self)
        let name = isText ? "text \(keyword)" : "chunk \(type)"
        #expect(outcome.output.hasSuffix("words; changed without harm: \(name)\n"))
      }
    }
    var bare = png
    bare.chunks.removeAll { $0.type == "sRGB" }
    try bare.write(to: path)
    try expectDifference(path, "the chunk sRGB, which tells what the colours are, was taken out")
    var coarse = png
    let resolution = try #require(png.chunks.firstIndex { $0.type == "pHYs" })
    coarse.chunks[resolution].data = [0, 0, 11, 19, 0, 0, 11, 19, 1]
    try coarse.write(to: path)
    try expectDifference(path, "the chunk pHYs says 2835 x 2835 pixels a metre, it was 5669")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: source)) + Data([1, 2, 3])
    try bytes.write(to: URL(fileURLWithPath: path))
    try expectDifference(path, "3 bytes follow the end of the picture (IEND)")
  }

  @Test("what is added to an SVG is found, but for comments and the ends of lines")
  func svgAdditions() throws {
    let source = try draw(["trajectories", "--steps", "5"], "a.svg")
    let text = try String(contentsOfFile: source, encoding: .utf8)
    let path = scratch.path("b.svg")
    func write(_ old: String, _ new: String) throws {
      #expect(text.contains(old))
      try Data(text.replacingOccurrences(of: old, with: new).utf8)
        .write(to: URL(fileURLWithPath: path))
    }
    for (old, new, words) in [
      ("<metadata>", "<desc>lies</desc>\n<metadata>", "DIFFERS in words: line 5 is not one"),
      ("<metadata>", "<style>path{opacity:0}</style>\n<metadata>", "DIFFERS in picture: line 5"),
      ("</dlplot:recipe>", "</dlplot:recipe><style>*{}</style>", "DIFFERS in picture: line "),
      (
        "</dlplot:recipe>", "<dlplot:entry keyword=\"dlplot\">{}</dlplot:entry>\n</dlplot:recipe>",
        "DIFFERS in words: a second text dlplot says \"{}\""
      ),
      ("<svg ", "<svg onload=\"x()\" ", "DIFFERS in picture"),
      ("</svg>", "<image href=\"http://x/y.png\"/></svg>", "DIFFERS in picture"),
    ] {
      try write(old, new)
      try expectDifference(path, words)
    }
    for (old, new) in [
      ("<metadata>", "<!-- seen -->\n<metadata>"), ("<metadata>", "<!-- seen --><metadata>"),
      ("\n", "\r\n"),
    ] {
      try write(old, new)
      let outcome = try program.run(["verify", path])
      #expect(outcome.status == 0, "\(outcome.output)")
      #expect(outcome.output.contains("changed without harm: "))
    }
    let start = try #require(text.range(of: "<metadata>"))
    let end = try #require(text.range(of: "</metadata>"))
    try Data((text[..<start.lowerBound] + text[end.upperBound...]).utf8)
      .write(to: URL(fileURLWithPath: path))
    try expectDifference(path, "this is an SVG of dlplot whose metadata was taken out")
    for command in ["inspect", "redraw", "lint"] {
      let outcome = try program.run([command, path])
      #expect(outcome.status == 2)
      #expect(outcome.error.hasPrefix("dlplot: no recipe in \(path): this is an SVG of dlplot"))
    }
  }

  @Test("what is added to a PDF, or hidden in it under another Cairo's name, is found")
  func pdfAdditions() throws {
    let source = try draw(["trajectories", "--steps", "5"], "a.pdf")
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: source)))
    func altered(_ changes: [(String, String)]) throws -> String {
      var bytes = bytes
      for (old, new) in changes {
        let ranges = bytes.ranges(of: Array(old.utf8))
        #expect(!ranges.isEmpty && old.utf8.count == new.utf8.count, "\(old)")
        for range in ranges { bytes.replaceSubrange(range, with: Array(new.utf8)) }
      }
      return try scratch.write(bytes, to: "b.pdf")
    }
    let producer = String(decoding: bytes, as: UTF8.self)
      .firstMatch(of: #/cairo 1\.[0-9]+\.[0-9]+ /#)
    let name = String(try #require(producer).output)
    // Of the same length, and no version that is here.
    let other = (name, String(name.dropLast(2)) + (name.hasSuffix("9 ") ? "8 " : "9 "))
    #expect(try program.run(["verify", try altered([other])]).status == 0)
    for changes in [
      [("/ca 1 >>", "/ca 0 >>")], [other, ("/ca 1 >>", "/ca 0 >>")],
      [("   /Count 1\n", "/Rotate 90 \n")], [other, ("   /Count 1\n", "/Rotate 90 \n")],
      [("   /StructParents 0\n", "   /Annots [99 0 R]\n")],
    ] {
      try expectDifference(try altered(changes), "DIFFERS in picture: the objects")
    }
    try expectDifference(
      try altered([("0000000015 00000 n", "0000000016 00000 n")]),
      "DIFFERS in picture: the page is not one that was drawn here")
    try expectDifference(
      try scratch.write(bytes + Array("1 0 obj\n<< >>\nendobj\n".utf8), to: "b.pdf"),
      "DIFFERS in recipe: this is a PDF of dlplot that was added to")
  }

  @Test("numbers that were taken out are found without training, and never called left out")
  func strippedNumbers() throws {
    let source = try draw(["trajectories", "--steps", "5"], "a.png")
    var png = try AlteredPNG(path: source)
    png.chunks.removeAll {
      $0.type == "iTXt" && $0.data.starts(with: Array("dlplot-numbers\0".utf8))
    }
    try png.write(to: source)
    for more in [[], ["--quick"]] {
      let outcome = try program.run(["verify", source] + more)
      #expect(outcome.status == 1, "\(outcome.output)\(outcome.error)")
      #expect(outcome.output.contains("DIFFERS in numbers: they were stripped"))
    }
    for command in ["redraw", "lint"] {
      let outcome = try program.run([command, source])
      #expect(outcome.status == 2)
      #expect(outcome.error.hasPrefix("dlplot: no numbers in \(source): they were taken out"))
    }
    let card = try program.run(["inspect", source]).output
    #expect(card.contains("carries   no numbers: they were taken out\n"))
  }

  @Test("an error of a file names it")
  func names() throws {
    let source = try draw(["trajectories", "--steps", "5"], "a.png")
    var png = try AlteredPNG(path: source)
    png[text: "dlplot"] = try #require(png[text: "dlplot"])
      .replacingOccurrences(of: "\"steps\":5", with: "\"steps\":7")
    try png.write(to: source)
    for command in ["inspect", "redraw", "lint"] {
      let outcome = try program.run([command, source])
      #expect(outcome.status == 2)
      #expect(outcome.error.hasPrefix("dlplot: \(source): altered content: "), "\(outcome.error)")
    }
    png[text: "dlplot"] = "{"
    try png.write(to: source)
    #expect(
      try program.run(["verify", source]).error.hasPrefix("dlplot: \(source): invalid json"))
  }

  @Test("a recipe that promises other numbers is found out")
  func promised() throws {
    let source = try draw(["trajectories", "--steps", "5", "--public"], "a.png")
    var png = try AlteredPNG(path: source)
    let recipe = try Recipe(text: try #require(png[text: "dlplot"]))
    let other = try Recipe(
      tool: recipe.tool, experiment: recipe.experiment, config: recipe.config,
      figure: recipe.figure, dataSets: recipe.dataSets, data: try SHA256.digest(of: [1, 2, 3]),
      scene: recipe.identities.scene, pixels: recipe.identities.pixels, command: recipe.command)
    png[text: "dlplot"] = try other.text()
    try png.write(to: source)
    try expectDifference(source, "data")
  }

  @Test("chunks that were stripped, and files of another kind, are errors")
  func stripped() throws {
    let source = try draw(["trajectories", "--steps", "5"], "a.png")
    var png = try AlteredPNG(path: source)
    png.chunks.removeAll { $0.type == "iTXt" }
    try png.write(to: source)
    let outcome = try program.run(["verify", source])
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("no recipe in"))
    let text = try scratch.write(Array("nothing".utf8), to: "a.txt")
    #expect(try program.run(["verify", text]).status == 2)
    #expect(try program.run(["verify", scratch.path("missing.png")]).status == 2)
  }

  @Test("a hostile recipe is refused by its limits, and no path of it is opened")
  func hostile() throws {
    let source = try draw(["activations", "--input", "mnist", "--samples", "50"], "a.png")
    let png = try AlteredPNG(path: source)
    let recipe = try Recipe(text: try #require(png[text: "dlplot"]))
    func verify(
      _ change: (String) -> String, figure: (String) -> String = { $0 }, dataSet: String? = nil,
      experiment: String? = nil
    ) throws -> Program.Outcome {
      var altered = png
      let config = try JSONValue(
        parsing: change(recipe.config.canonicalText), limits: JSONLimits())
      let look = try JSONValue(
        parsing: figure(recipe.figure.canonicalText), limits: JSONLimits())
      altered[text: "dlplot"] = try Recipe(
        tool: recipe.tool, experiment: experiment ?? recipe.experiment, config: config,
        figure: look,
        dataSets: try recipe.dataSets.map {
          Recipe.DataSet(name: dataSet ?? $0.name, digest: try SHA256.digest(of: [1]))
        }, data: recipe.identities.data, scene: recipe.identities.scene,
        pixels: recipe.identities.pixels, command: "rm -rf /"
      ).text()
      try altered.write(to: scratch.path("hostile.png"))
      return try program.run(["verify", scratch.path("hostile.png")])
    }
    func expectError(_ outcome: Program.Outcome, _ words: String) {
      #expect(outcome.status == 2, "\(outcome.output)")
      #expect(outcome.error.split(separator: "\n").count == 1)
      #expect(outcome.error.contains(words), "\(outcome.error)")
    }
    func replacing(_ a: String, _ b: String) -> (String) -> String {
      { $0.replacingOccurrences(of: a, with: b) }
    }
    expectError(
      try verify(replacing("\"layers\":5", "\"layers\":1000000")), "--layers: 1000000 (1...200)")
    expectError(
      try verify(replacing("\"layers\":5", "\"layers\":5,\"output\":\"/etc/x\"")), "output")
    expectError(try verify({ $0 }, dataSet: "/etc"), "no images with the digest")
    expectError(try verify({ $0 }, experiment: "shell"), "shell")
    expectError(
      try verify({ $0 }, figure: replacing("\"scale\":2", "\"scale\":4000")), "scale 4000")
  }
}
