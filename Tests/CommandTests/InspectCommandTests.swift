import Files
import Foundation
import Provenance
import Testing

/// `dlplot inspect`: what figures of every format say of themselves.
struct InspectCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private static let small = [
    "activations", "--init", "he", "--activation", "relu", "--samples", "60", "--width", "20",
    "--layers", "2", "--quiet",
  ]

  /// Draws one figure in every format, and its result.
  private func draw(_ more: [String] = []) throws -> [String] {
    let names = ["a.png", "a.svg", "a.pdf"].map(scratch.path)
    let run = scratch.path("a.json")
    let drawn = try program.run(
      Self.small + more + names.flatMap { ["-o", $0] } + ["--json", run])
    #expect(drawn.status == 0, "\(drawn.error)")
    return names + [run]
  }

  private func inspect(_ paths: [String]) throws -> [JSONValue] {
    let outcome = try program.run(["inspect", "--json"] + paths)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(outcome.output.hasSuffix("]\n"))
    let value = try JSONValue(parsing: outcome.output, limits: JSONLimits())
    // RFC 8785: nothing but the line feed of a terminal is added.
    #expect(value.canonicalText + "\n" == outcome.output)
    guard case .array(let cards) = value else { return [] }
    return cards
  }

  private func member(_ key: String, of value: JSONValue) -> JSONValue? {
    guard case .object(let members) = value else { return nil }
    return members.first { $0.key == key }?.value
  }

  @Test("PNG, SVG and PDF say the same in words, the picture's libraries apart")
  func card() throws {
    let paths = try draw(["--theme", "dark", "--scale", "1.5"])
    var cards = try paths.map { try program.run(["inspect", $0]).output }
    let lines = cards[0].split(separator: "\n").map(String.init)
    let names = lines.map { $0.prefix { $0 != " " } }
    #expect(
      names == [
        "title", "command", "asked", "look", "made", "config", "data", "scene", "pixels", "drawn",
        "here", "carries", "shows",
      ])
    #expect(
      lines[1].hasSuffix(
        "dlplot activations --init he --activation relu --layers 2 --width 20 --samples 60 --theme dark --scale 1.5"
      ))
    #expect(lines[2].contains(#""activation":"relu""#))
    #expect(lines[3] == "look      dark, en, 900x240 points, scale 1.5")
    #expect(lines[9].hasPrefix("drawn by  cairo 1."))
    #expect(lines[10].hasPrefix("here      cairo 1.") && lines[10].contains("libpng 1."))
    #expect(lines[12].hasPrefix("shows     Histograms of the activations"))
    cards = cards.map { card in
      card.split(separator: "\n").filter { !$0.hasPrefix("drawn by") }.joined(separator: "\n")
    }
    // A result has the words of its figure.
    #expect(cards.allSatisfy { $0 == cards[0] })
  }

  @Test("JSON has its documented keys, the facts, and which libraries drew what")
  func json() throws {
    let cards = try inspect(try draw())
    #expect(cards.count == 4)
    for card in cards {
      guard case .object(let members) = card else { continue }
      #expect(
        members.map(\.key).sorted() == [
          "altered", "carriesNumbers", "command", "config", "dataSets", "description", "experiment",
          "facts",
          "file", "findings", "format", "identities", "look", "numericsVersion", "renderer",
          "title", "tool",
        ])
      #expect(member("carriesNumbers", of: card) == .bool(true))
      #expect(member("altered", of: card) == .array([]))
      guard case .array(let facts)? = member("facts", of: card) else {
        Issue.record("no facts")
        continue
      }
      let verdict = facts.first { member("quantity", of: $0) == .string("verdict") }
      #expect(verdict.flatMap { member("series", of: $0) } == .string("he"))
      #expect(verdict.flatMap { member("value", of: $0) } == .string("healthy"))
      let axis = facts.first { member("quantity", of: $0) == .string("x axis") }
      #expect(axis.flatMap { member("value", of: $0) } == .array([.number(0), .number(4)]))
      #expect(axis.flatMap { member("text", of: $0) } == .string("0 to 4"))
    }
    #expect(
      cards.map { member("format", of: $0) } == ["png", "svg", "pdf", "run"].map(JSONValue.string))
    let renderers = cards.map { card in
      member("renderer", of: card).flatMap { member("file", of: $0) }
    }
    // No library touches an SVG or a result; pixels depend on all three, a PDF on Cairo alone.
    #expect(renderers[1] == .null && renderers[3] == .null)
    for index in [0, 2] {
      guard case .string(let name)? = renderers[index] else {
        Issue.record("no renderer")
        continue
      }
      #expect(name.hasPrefix("cairo 1."))
    }
  }

  @Test("a figure without its numbers says so, and states no facts")
  func withoutNumbers() throws {
    let path = scratch.path("public.pdf")
    let drawn = try program.run(Self.small + ["--public", "-o", path, "--lang", "ko"])
    #expect(drawn.status == 0, "\(drawn.error)")
    let card = try #require(try inspect([path]).first)
    #expect(member("carriesNumbers", of: card) == .bool(false))
    #expect(member("facts", of: card) == .null)
    guard case .string(let words)? = member("description", of: card) else { return }
    #expect(words.hasPrefix("표준정규 표본 60개에 대한 ReLU 2개 층(유닛 20개)의 활성화값(0~4) 히스토그램."))
    let text = try program.run(["inspect", path]).output
    #expect(text.contains("carries   no numbers\n"))
  }

  @Test("several figures are told apart by their names")
  func several() throws {
    let paths = try draw()
    let outcome = try program.run(["inspect", paths[0], paths[2]])
    let lines = outcome.output.split(separator: "\n").filter { $0.hasPrefix("file ") }
    #expect(lines == ["file      \(paths[0])", "file      \(paths[2])"])
  }

  @Test("numbers, pixels and words that were altered are named, in words and in JSON")
  func altered() throws {
    let paths = try draw()
    let numbers = "the carried numbers are not those that the figure was drawn from"
    var svg = try String(contentsOfFile: paths[1], encoding: .utf8)
    let start = try #require(svg.range(of: "keyword=\"dlplot-numbers\""))
    let digit = try #require(
      svg.range(
        of: #"[1-9](?=[0-9]*,)"#, options: .regularExpression,
        range: start.upperBound..<svg.endIndex))
    svg.replaceSubrange(digit, with: svg[digit] == "7" ? "8" : "7")
    let altered = try scratch.write(Array(svg.utf8), to: "altered.svg")
    let text = try program.run(["inspect", altered])
    #expect(text.status == 0)
    #expect(text.output.contains("carries   other numbers than it shows\naltered   \(numbers)\n"))
    let card = try #require(try inspect([altered]).first)
    #expect(member("altered", of: card) == .array([.string(numbers)]))
    #expect(member("facts", of: card) == .null)

    // The picture of another figure, and a second text.
    var png = try AlteredPNG(path: paths[0])
    let other = scratch.path("b.png")
    #expect(try program.run(Self.small + ["--theme", "dark", "-o", other]).status == 0)
    let pixels = try AlteredPNG(path: other).chunks.filter { $0.type == "IDAT" }
    let place = try #require(png.chunks.firstIndex { $0.type == "IDAT" })
    png.chunks.removeAll { $0.type == "IDAT" }
    png.chunks.insert(contentsOf: pixels, at: place)
    png.chunks.insert(
      AlteredPNG.Chunk(type: "tEXt", data: Array("Title\0lies".utf8)), at: png.chunks.count - 1)
    try png.write(to: paths[0])
    let both = try #require(try inspect([paths[0]]).first)
    #expect(
      member("altered", of: both)
        == .array([
          .string("the pixels of the file are not those that it was written with"),
          .string("a second text Title says \"lies\""),
        ]))
    #expect(member("facts", of: both) != .null)
  }

  @Test("what is no figure gives one line and exit 2, and the others are told")
  func mistakes() throws {
    let figure = try draw()[0]
    let foreign = try scratch.write(Array("%PDF-1.7\n1 0 obj\n%%EOF\n".utf8), to: "foreign.pdf")
    var cut = try InputFile.read(scratch.path("a.pdf"))
    cut.removeLast(40)
    let short = try scratch.write(cut, to: "short.pdf")
    let half = try scratch.write(
      Array(try InputFile.read(scratch.path("a.pdf")).prefix(5000)), to: "half.pdf")
    let open = try scratch.write(
      Array(try InputFile.read(scratch.path("a.svg")).dropLast(3000)), to: "open.svg")
    for (path, message) in [
      ("/dev/null", "unknown kind of file: /dev/null (a PNG, SVG or PDF that dlplot drew"),
      (foreign, "no recipe in \(foreign)"),
      (short, "\(short) is a damaged PDF: the file ends too early\n"),
      (half, "\(half) is a damaged PDF: the file ends too early\n"),
      (open, "\(open) is a damaged SVG: the file ends too early\n"),
      (scratch.path("none.png"), "cannot read \(scratch.path("none.png")): no such file"),
    ] {
      let outcome = try program.run(["inspect", path, figure])
      #expect(outcome.status == 2)
      #expect(outcome.output.hasPrefix("file      \(figure)\ntitle     "))
      #expect(outcome.error.hasPrefix("dlplot: \(message)"), "\(outcome.error)")
      #expect(outcome.error.split(separator: "\n").count == 1)
      let listed = try program.run(["inspect", "--json", path, figure])
      #expect(listed.status == 2 && listed.error == outcome.error)
      guard
        case .array(let cards) = try JSONValue(parsing: listed.output, limits: JSONLimits())
      else { continue }
      #expect(cards.count == 2)
      #expect(
        cards[0] == [
          "error": .string(String(outcome.error.dropFirst("dlplot: ".count).dropLast())),
          "file": .string(path), "status": 2,
        ])
      #expect(member("file", of: cards[1]) == .string(figure))
      let alone = try program.run(["inspect", path])
      #expect(alone.status == 2 && alone.output.isEmpty)
    }
    #expect(try program.run(["inspect"]).status == 2)
  }
}
