import Charting
import Comparing
import Rendering
import Testing

/// What a picture shows otherwise than its scene, told from the pixels.
struct PictureReadingTests {
  /// Without words, which would need fonts.
  private let scene = SceneFixture.scene { group in
    group.nodes.removeAll { if case .text = $0 { true } else { false } }
  }

  private func drawn(_ scene: Scene) throws -> Bitmap {
    try Rasterizer(fonts: []).render(scene).bitmap()
  }

  private func reading(_ picture: Bitmap) throws -> PictureReading {
    try PictureReading(of: picture, page: try drawn(scene), scene: scene, fonts: [])
  }

  private func reading(changing change: (inout SceneGroup) -> Void) throws -> PictureReading {
    let other = SceneFixture.scene { group in
      group.nodes.removeAll { if case .text = $0 { true } else { false } }
      change(&group)
    }
    return try reading(try drawn(other))
  }

  @Test("the page itself shows no difference")
  func equal() throws {
    let reading = try reading(try drawn(scene))
    #expect(reading.count == 0)
    #expect(reading.findings.isEmpty)
  }

  @Test("a line that was moved")
  func moved() throws {
    let reading = try reading { group in
      if group.label == "SGD" { group.nodes = group.nodes.map { $0.moved(x: -256, y: 512) } }
    }
    #expect(reading.findings.first?.name == "data line \"SGD\" of panel 1")
    // At its left end it leaves its clip.
    #expect(reading.findings.first?.fate == .moved(x: -1, y: 2))
    #expect(
      reading.description.hasPrefix(
        "data line \"SGD\" of panel 1 is moved by 1 px to the left and 2 px down"))
  }

  @Test("a line that was recoloured")
  func recoloured() throws {
    let green = Color(hex: 0x009E73)
    let reading = try reading { group in
      if group.label == "Adam", case .stroke(let path, let style, _) = group.nodes[0] {
        group.nodes = [.stroke(path, style, green)]
      }
    }
    #expect(reading.findings.count == 1)
    #expect(reading.findings.first?.fate == .recoloured(from: SceneFixture.blue, to: green))
  }

  @Test("a line that was taken out, and the grid under it that shows again")
  func missing() throws {
    let reading = try reading { group in
      if group.role == .data, group.label == "Adam" { group.nodes = [] }
    }
    #expect(reading.findings.map(\.fate) == [.missing])
    #expect(reading.onPaper == 0)
    #expect(reading.description == "data line \"Adam\" of panel 1 is missing")
  }

  @Test("a patch that was painted over what is drawn")
  func touched() throws {
    let page = try drawn(scene)
    var rgba = page.rgba
    // From x 100 to 139 and y 76 to 83: across "Adam", which is 3 px thick and at 80 there.
    for y in 76..<84 {
      for x in 100..<140 {
        let place = 4 * (200 * y + x)
        (rgba[place], rgba[place + 1], rgba[place + 2]) = (10, 200, 10)
      }
    }
    let reading = try reading(Bitmap(width: 200, height: 100, rgba: rgba))
    #expect(reading.count == 320)
    #expect(reading.findings.map(\.name) == ["data line \"Adam\" of panel 1"])
    let finding = try #require(reading.findings.first)
    #expect(finding.fate == .touched)
    #expect(finding.pixels + reading.onPaper == 320)
    #expect((110...180).contains(finding.pixels))
  }

  @Test("one pixel that differs by one level")
  func oneLevel() throws {
    var rgba = try drawn(scene).rgba
    rgba[4 * (200 * 60 + 15)] -= 1
    let reading = try reading(Bitmap(width: 200, height: 100, rgba: rgba))
    #expect(reading.count == 1)
    #expect(reading.description == "1 lie on the grid rectangle of panel 1")
  }

  @Test("a blank page, and one that was cut")
  func sizes() throws {
    let page = try drawn(scene)
    let blank = try reading(
      Bitmap(width: 200, height: 100, rgba: [UInt8](repeating: 255, count: page.rgba.count)))
    #expect(blank.description == "the picture is blank, #ffffff everywhere")
    let cut = try reading(
      Bitmap(width: 200, height: 90, rgba: Array(page.rgba.dropFirst(4 * 200 * 10))))
    #expect(cut.size?.cut == [.top])
    #expect(cut.description == "it is 200x90 instead of 200x100 pixels, cut off at the top")
  }
}
