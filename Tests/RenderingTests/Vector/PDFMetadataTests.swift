import Charting
import Testing

@testable import Rendering

/// What a PDF says of itself, as it is written and read back.
@Suite struct PDFMetadataTests {
  private static let metadata = FigureMetadata(
    title: "Activations (5 layers)", description: "mean σ of “five” layers\n😀", language: "ko",
    entries: [
      FigureMetadata.Entry(keyword: "Software", text: "dlplot 0.1.0"),
      FigureMetadata.Entry(keyword: "dlplot", text: #"{"init":"he","note":"\\(("}"#),
      FigureMetadata.Entry(keyword: "two words", text: "층"),
      FigureMetadata.Entry(
        keyword: "dlplot-numbers", text: "[" + String(repeating: "0.25,", count: 9999) + "1]",
        isLong: true),
    ])

  private static func pdf(_ metadata: FigureMetadata = metadata) throws -> [UInt8] {
    let scene = Scene(
      200, 100, [.rectangles([SceneRect(x: 0, y: 0, width: 256, height: 256)], .black)])
    return try PDFRenderer(fonts: []).render(scene, metadata: metadata)
  }

  /// The file as text, a character for each byte.
  private static func text(_ bytes: [UInt8]) -> String {
    String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  private static func bytes(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8($0.value & 0xFF) }
  }

  @Test("everything that is written is read back, and the page is what Cairo wrote")
  func roundTrip() throws {
    let bytes = try Self.pdf()
    let figure = try #require(try PDFMetadata.read(bytes))
    #expect(figure.metadata == Self.metadata)
    #expect(figure.renderer == RendererProfile.current.name)
    let page = Self.text(Array(figure.page))
    #expect(page.hasPrefix("%PDF-1.4\n") && page.hasSuffix("%%EOF\n"))
    let bare = try Self.pdf(FigureMetadata())
    #expect(try #require(try PDFMetadata.read(bare)).metadata == FigureMetadata())
    #expect(try #require(try PDFMetadata.read(bare)).page == figure.page)
  }

  @Test("titles and descriptions are where viewers and screen readers look for them")
  func members() throws {
    let text = Self.text(try Self.pdf())
    // ISO 32000-1: parentheses and backslashes are escaped, other than ASCII is UTF-16 with a mark.
    #expect(text.contains(#"/Title (Activations \(5 layers\))"#))
    #expect(text.contains("/Creator (dlplot 0.1.0)"))
    #expect(text.contains(#"/dlplot ({"init":"he","note":"\\\\\(\("})"#))
    #expect(text.contains("/two#20words <FEFFCE35>"))
    let description =
      "<FEFF006D00650061006E002003C30020006F00660020201C0066006900760065201D0020006C0061007900650072"
      + "0073000AD83DDE00>"
    #expect(text.contains("/Subject \(description)"))
    #expect(text.contains("/Alt \(description)"))
    for member in [
      "/Lang (ko)", "/MarkInfo << /Marked true >>", "/S /Figure", "/StructParents 0",
      "/DisplayDocTitle true", "/EmbeddedFiles << /Names [ (dlplot-numbers.json) ",
      "/F (dlplot-numbers.json)", "/Subtype /application#2Fjson",
    ] { #expect(text.contains(member), "\(member)") }
    // The numbers are compressed.
    #expect(text.count < 8000)
  }

  @Test("what is empty is left out: no structure without a description, no attached file")
  func bare() throws {
    let text = Self.text(try Self.pdf(FigureMetadata(title: "A")))
    for member in ["/Subject", "/Alt", "/StructTreeRoot", "/Lang", "/EmbeddedFile", "/dlplot"] {
      #expect(!text.contains(member), "\(member)")
    }
    #expect(text.contains("/Title (A)"))
  }

  @Test("the table of the addition points at its objects, and back at the first table")
  func table() throws {
    let bytes = try Self.pdf()
    let text = Self.text(bytes)
    let starts = text.matches(of: /startxref\n([0-9]+)\n%%EOF\n/).compactMap { Int($0.1) }
    #expect(starts.count == 2)
    #expect(text.contains("/Prev \(starts[0])\n"))
    let table = Self.text(Array(bytes[starts[1]...]))
    #expect(table.hasPrefix("xref\n"))
    var number = 0
    var objects = 0
    for line in table.split(separator: "\n").dropFirst() {
      if let head = line.wholeMatch(of: /([0-9]+) [0-9]+/) { number = Int(head.1) ?? -1 }
      guard let entry = line.wholeMatch(of: #/([0-9]{10}) 00000 n /#), let place = Int(entry.1)
      else { continue }
      #expect(Self.text(Array(bytes[place...].prefix(16))).hasPrefix("\(number) 0 obj\n"))
      number += 1
      objects += 1
    }
    // Information, numbers and their file, two marks, four of the structure, page and catalog.
    #expect(objects == 11)
  }

  @Test("a file that ends anywhere, or goes on, is no figure")
  func cut() throws {
    let bytes = try Self.pdf()
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(try PDFMetadata.read(Array(bytes.prefix(count))) == nil)
    }
    #expect(try PDFMetadata.read(Array(bytes.dropLast())) == nil)
    #expect(PDFMetadata.endsEarly(Array(bytes.prefix(500))))
    #expect(PDFMetadata.endsEarly(Array(bytes.dropLast(20))))
    #expect(!PDFMetadata.endsEarly(bytes) && !PDFMetadata.endsEarly(bytes + [10, 32]))
    #expect(!PDFMetadata.endsEarly([]))
    let doubled = try PDFMetadata.read(bytes + bytes)
    #expect(doubled?.renderer == nil)
    #expect(try PDFMetadata.read(bytes + Array("%%EOF\n".utf8)) == nil)
    #expect(try PDFMetadata.read(Array("%PDF-1.4\n%%EOF\n".utf8)) == nil)
    #expect(try PDFMetadata.read([UInt8](repeating: UInt8(ascii: "%"), count: 100_000)) == nil)
  }

  @Test("an object that was not written is told from those that were")
  func asWritten() throws {
    let bytes = try Self.pdf()
    #expect(PDFMetadata.isAsWritten(try #require(try PDFMetadata.read(bytes)), in: bytes))
    let text = Self.text(bytes)
    for (old, new) in [
      ("0000000015 00000 n", "0000000016 00000 n"), ("/StructParents 0", "/Annots [99 0 R]"),
      ("/S /Figure", "/S /Fugure"),
    ] {
      #expect(text.contains(old))
      let altered = Self.bytes(text.replacing(old, with: new))
      let figure = try #require(try PDFMetadata.read(altered), "\(old)")
      #expect(!PDFMetadata.isAsWritten(figure, in: altered), "\(old)")
    }
    #expect(PDFMetadata.isStripped(bytes + Array("%%EOF\n".utf8)))
    #expect(!PDFMetadata.isStripped(bytes))
    #expect(!PDFMetadata.isStripped(Array("%PDF-1.4\n%%EOF\n".utf8)))
  }

  @Test("bytes turned at random never crash the reader, and lengths that lie are refused")
  func altered() throws {
    let bytes = try Self.pdf()
    let start = try #require(try PDFMetadata.read(bytes)).page.endIndex
    var state: UInt64 = 1
    for _ in 0..<2000 {
      var altered = bytes
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let place = start + Int(state >> 33) % (bytes.count - start)
        altered[place] = UInt8(truncatingIfNeeded: state >> 20)
      }
      _ = try? PDFMetadata.read(altered)
    }
    let text = Self.text(bytes)
    let size = "/Size \(Self.metadata.entries[3].text.utf8.count) "
    #expect(text.contains(size))
    for lie in ["/Size 1 ", "/Size 49997 ", "/Size 67108865 ", "/Size 999999999999999999 "] {
      let figure = try? PDFMetadata.read(Self.bytes(text.replacing(size, with: lie)))
      #expect(figure?.metadata.entries.contains { $0.isLong } != true, "\(lie)")
    }
  }

  @Test("attached texts that unpack to very many bytes together are refused before that")
  func largeTexts() throws {
    let zeros = String(repeating: "0", count: 33 << 20)
    func pdf(_ texts: Int) throws -> [UInt8] {
      try Self.pdf(
        FigureMetadata(
          entries: (0..<texts).map { .init(keyword: "text \($0)", text: zeros, isLong: true) }))
    }
    #expect(try PDFMetadata.read(pdf(1))?.metadata.entries.count == 1)
    let large = try pdf(2)
    #expect(large.count < 1 << 20)
    #expect(throws: PDFReadError.textsTooLarge) { try PDFMetadata.read(large) }
  }

  @Test("strings that no figure has are refused: open ones, stray escapes, half a digit")
  func strings() {
    func read(_ text: String) -> String? {
      var cursor = ByteCursor(Array(text.utf8)[...])
      return PDFString.read(from: &cursor)
    }
    #expect(read(#"(a\(b\)\\c)"#) == #"a(b)\c"#)
    #expect(read("<FEFF00410042>") == "AB")
    #expect(read("<FEFFD83D>") == "\u{FFFD}")
    for wrong in [
      "(a", "(a(b))", #"(\n)"#, "(\u{1})", "<FEFF004>", "<FEFF004g>", "<0041>", "", "a",
    ] {
      #expect(read(wrong) == nil, "\(wrong)")
    }
    for text in ["", "a)", "(", #"\("#, "ÿ", "한국어 😀", "tab\t"] {
      #expect(read(PDFString.literal(text)) == text)
    }
  }
}
