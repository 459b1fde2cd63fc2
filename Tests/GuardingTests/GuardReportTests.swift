import Foundation
import Guarding
import Provenance
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The report as JUnit XML, as a page and as JSON.
struct GuardReportTests {
  private let stage: Stage
  private static let hostile = "<img src=x onerror=alert(1)>\"'&\u{1}.png"

  init() throws { stage = try Stage() }

  /// One figure of each verdict.
  private func report() throws -> (report: GuardReport, reference: String) {
    for name in ["fine.png", "gone.png", "rounded.png", "cut.png", Self.hostile] {
      try stage.put(picture: "loss.png", name)
    }
    try stage.guardAll()
    let accepted = try stage.copy(to: "accepted")
    try stage.remove("gone.png")
    try stage.put(picture: "loss-rounded.png", "rounded.png")
    try stage.put(picture: "loss-changed.png", Self.hostile)
    try stage.put(Array(Stage.picture("loss.png").dropLast(30)), "cut.png")
    try stage.put(picture: "transparent.png", "extra.png")
    return (try stage.check(reference: accepted), accepted)
  }

  private final class XMLReader: NSObject, XMLParserDelegate {
    var elements: [(name: String, attributes: [String: String], parent: String)] = []
    var texts: [String: String] = [:]
    private var open: [String] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      elements.append((name, attributes, open.last ?? ""))
      open.append(name)
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      texts[open.last ?? "", default: ""] += text
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }
  }

  @Test("JUnit XML counts every figure, and says what failed in both places")
  func junit() throws {
    let text = JUnitReport(try report().report, seconds: 1.23456).text
    let reader = XMLReader()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    let suite = try #require(reader.elements.first { $0.name == "testsuite" })
    #expect(suite.parent == "testsuites" && suite.attributes["name"] == "guard \(stage.figures)")
    for (name, value) in [
      "tests": "6", "failures": "3", "errors": "1", "skipped": "0", "time": "1.235",
    ] {
      #expect(suite.attributes[name] == value, "\(name)")
    }
    let cases = reader.elements.filter { $0.name == "testcase" }
    #expect(
      cases.map { $0.attributes["name"] ?? "" } == [
        "<img src=x onerror=alert(1)>\"'&\u{FFFD}.png", "cut.png", "extra.png", "fine.png",
        "gone.png", "rounded.png",
      ])
    #expect(cases.allSatisfy { $0.attributes["classname"] != nil && $0.attributes["time"] != nil })
    let failures = reader.elements.filter { $0.name == "failure" }
    #expect(failures.map { $0.attributes["type"] ?? "" } == ["pixels", "extra", "missing"])
    for failure in failures {
      let message = try #require(failure.attributes["message"])
      #expect(reader.texts["failure"]?.contains(message) == true)
    }
    #expect(reader.elements.count { $0.name == "error" } == 1)
    #expect(reader.texts["system-out"]?.contains("761 of 24576 pixels differ") == true)
  }

  @Test("JUnit XML of an empty list fails")
  func emptyJUnit() {
    let report = GuardReport(
      folder: "f", newFolder: nil, mode: .asTheyAre, renderer: "cairo 1.16.0", listed: 0,
      outcomes: [], notes: [])
    let text = JUnitReport(report, seconds: 0).text
    #expect(text.contains("tests=\"1\" failures=\"1\""))
    #expect(text.contains("<failure message=\"it lists no figure\""))
  }

  /// A page cut at its pictures: the markup between them, and the pictures as Foundation decodes them.
  private func parts(_ page: [UInt8]) -> (markup: String, pictures: [[UInt8]]) {
    let pieces = String(decoding: page, as: UTF8.self)
      .components(separatedBy: "src=\"data:image/png;base64,")
    var (markup, pictures) = (pieces[0], [[UInt8]]())
    for piece in pieces.dropFirst() {
      let end = piece.firstIndex(of: "\"") ?? piece.endIndex
      pictures.append(Data(base64Encoded: String(piece[..<end])).map { [UInt8]($0) } ?? [])
      markup += piece[end...]
    }
    return (markup, pictures)
  }

  @Test("the page holds the pictures of what fails, and nothing from elsewhere")
  func page() throws {
    let (report, _) = try report()
    let (markup, pictures) = parts(try HTMLReport(report).bytes())
    // Reference, new and difference of the one that differs, the references of the cut and the
    // missing one, the extra one.
    #expect(pictures.count == 6)
    #expect(pictures[0] == (try Stage.picture("loss.png")))
    #expect(pictures[1] == (try Stage.picture("loss-changed.png")))
    #expect(pictures.contains(try Stage.picture("transparent.png")))
    #expect(!pictures.contains(try Stage.picture("loss-rounded.png")))
    #expect(
      markup.contains("<h2>&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;\u{FFFD}.png</h2>"))
    let hostile = "&lt;img src=x onerror=alert(1)&gt;"
    let named = markup.components(separatedBy: hostile)
    #expect(named.count > 3)
    // All that is left are the program's own elements, none of which loads anything.
    let rest = named.joined()
    for word in ["<img src=x", "onerror", "://", "url(", "@import", "<link", "<iframe", "src="] {
      #expect(!rest.contains(word), "\(word)")
    }
    for (which, count) in [(HTMLReport.Pictures.noted, 9), (.all, 10)] {
      #expect(parts(try HTMLReport(report, pictures: which).bytes()).pictures.count == count)
    }
  }

  @Test("what is verified is shown as such, and no table compares with nothing")
  func verifiedEntry() throws {
    let page = parts(try HTMLReport(try report().report, pictures: .all).bytes()).markup
    func entry(_ name: String) throws -> Substring {
      let start = try #require(page.range(of: "<h2>\(name)</h2>"), "\(name)")
      return page[start.upperBound...].split(separator: "</section>", maxSplits: 1)[0]
    }
    let fine = try entry("fine.png")
    #expect(fine.contains("<p><strong class=\"yes\">verified</strong></p>"))
    #expect(fine.contains("Nothing differs from what was accepted."))
    #expect(fine.contains("<td class=\"yes\">equal</td>"))
    for words in ["If this is meant", "not at hand", "perhaps"] { #expect(!fine.contains(words)) }
    for name in ["gone.png", "extra.png", "cut.png"] {
      #expect(try !entry(name).contains("<table>"), "\(name)")
    }
    #expect(try entry("rounded.png").contains("<table>"))
    #expect(try entry("gone.png").contains("If this is meant"))
  }

  @Test("each picture has its own words, and the advice names what can be accepted")
  func wordsAndAdvice() throws {
    func description(_ bytes: [UInt8]) throws -> String {
      try FigureFacts.read(bytes, path: "").facts.description
    }
    let (old, new) = (try Stage.drawn(steps: 3), try Stage.drawn(steps: 9))
    for name in ["steps.png", "gone.png"] { try stage.put(old, name) }
    try stage.guardAll()
    let folder = try stage.copy(to: "new one")
    try Data(new).write(to: URL(fileURLWithPath: folder + "/steps.png"))
    try FileManager.default.removeItem(atPath: folder + "/gone.png")
    try FileManager.default.createDirectory(
      atPath: folder + "/sub", withIntermediateDirectories: false)
    try Data(old).write(to: URL(fileURLWithPath: folder + "/sub/extra.png"))
    let page = parts(try HTMLReport(try stage.check(new: folder)).bytes()).markup
    let texts = page.matches(of: #/alt="(Reference|New) of steps\.png: ([^"]*)"/#)
    #expect(try description(old) != description(new))
    #expect(texts.map(\.1) == ["Reference", "New"])
    #expect(
      texts.map(\.2)
        == [try description(old), try description(new)].map { text in
          text.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(
            of: "\"", with: "&quot;"
          )
          .replacingOccurrences(of: "'", with: "&#39;")[...]
        })

    let commands = page.matches(of: #/If this is meant: <code>([^<]*)</#).map {
      String($0.1).replacingOccurrences(of: "&#39;", with: "'")
        .replacingOccurrences(of: "&amp;", with: "&")
    }
    let figures = stage.figures
    #expect(
      commands == [
        "rm \(figures)/gone.png && dlplot guard accept \(figures)/gone.png --why '...'",
        "cp '\(folder)/steps.png' \(figures)/steps.png && "
          + "dlplot guard accept \(figures)/steps.png --why '...'",
        "mkdir -p \(figures)/sub && cp '\(folder)/sub/extra.png' \(figures)/sub/extra.png && "
          + "dlplot guard accept \(figures)/sub/extra.png --why '...'",
      ])
    let beside = parts(try HTMLReport(try stage.check(reference: folder)).bytes()).markup
    #expect(!beside.contains("cp "))
  }

  @Test("the page's policy names its own style and script by their digests")
  func policy() throws {
    let page = String(decoding: try HTMLReport(try report().report).bytes(), as: UTF8.self)
    for element in ["style", "script"] {
      let start = try #require(page.range(of: "<\(element)>"))
      let end = try #require(page.range(of: "</\(element)>"))
      let content = Array(page[start.upperBound..<end.lowerBound].utf8)
      let digest = Data(try SHA256.digest(of: content).bytes).base64EncodedString()
      #expect(page.contains("\(element)-src &#39;sha256-\(digest)&#39;"))
    }
    #expect(page.contains("default-src &#39;none&#39;; img-src data:;"))
  }

  @Test("JSON has every figure, the passing ones too")
  func json() throws {
    let json = try report().report.json()
    #expect(json["schema"]?.stringValue == "dlplot-guard-report-1")
    #expect(json["passes"] == false && json["listed"] == 5 && json["verified"] == 2)
    guard case .array(let figures)? = json["figures"] else {
      Issue.record("no figures")
      return
    }
    #expect(
      figures.compactMap { $0["verdict"]?.stringValue }
        == ["differs", "unverified", "extra", "verified", "missing", "tolerated"])
    #expect(figures[0]["comparison"]?["beyond"]?.numberValue ?? 0 > 1000)
    #expect(
      figures[3]["pixels"]?.stringValue
        == "8181ef8f7efec371c15b401e92e6bf311d46faaa00b5e7c066346b5b6343c750")
  }
}
