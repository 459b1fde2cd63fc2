import Provenance
import Testing

/// Texts of a file that would steer the terminal, or look like lines of the answer.
struct SteeringTextTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  private static let steering = "x\u{1B}]0;t\u{7}\nmade by   somebody\u{202E}\u{9B}2J"
  private static let escaped = #"x\u001b]0;t\u0007\u000amade by   somebody\u202e\u009b2J"#

  @Test("inspect and verify escape them and keep each fact on its line, JSON has them as they are")
  func escaped() throws {
    let path = scratch.path("a.png")
    let drawn = try program.run(["trajectories", "--steps", "5", "-o", path, "--quiet"])
    #expect(drawn.status == 0, "\(drawn.error)")
    let before = try program.run(["inspect", path]).output.split(separator: "\n").count
    var png = try AlteredPNG(path: path)
    for keyword in ["Title", "Description", "dlplot-renderer"] {
      #expect(png[text: keyword] != nil)
      png[text: keyword] = Self.steering
    }
    try png.write(to: path)

    let card = try program.run(["inspect", path])
    #expect(card.status == 0)
    let lines = card.output.split(separator: "\n")
    #expect(lines.count == before)
    for name in ["title     ", "drawn by  ", "shows     "] {
      #expect(lines.contains { $0 == name + Self.escaped }, "\(name): \(card.output)")
    }
    let verdict = try program.run(["verify", path])
    #expect(verdict.status == 1)
    #expect(MessageText.isPrintable(verdict.output.replacing("\n", with: "")))
    #expect(!verdict.output.contains("\nmade by"))

    let json = try program.run(["inspect", "--json", path]).output
    guard case .array(let cards) = try JSONValue(parsing: json, limits: JSONLimits()) else {
      Issue.record("no list")
      return
    }
    #expect(cards[0]["title"] == .string(Self.steering))
    #expect(cards[0]["renderer"]?["file"] == .string(Self.steering))
  }
}
