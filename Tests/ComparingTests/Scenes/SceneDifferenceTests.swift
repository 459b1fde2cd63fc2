import Charting
import Comparing
import Testing

/// What two scenes differ in, said in words.
struct SceneDifferenceTests {
  private let scene = SceneFixture.scene

  private func words(_ other: Scene) throws -> String {
    try #require(SceneDifference(scene, other)).description
  }

  @Test("entries are called what they are to a reader")
  func names() {
    #expect(
      scene.entries.map(\.name) == [
        "title \"Loss\"", "legend line", "legend text \"Adam\"", "grid rectangle of panel 1",
        "data line \"SGD\" of panel 1", "data line \"Adam\" of panel 1",
        "tick label \"0.5\" of panel 1", "tick label \"1\" (1 of 2) of panel 1",
        "tick label \"1\" (2 of 2) of panel 1",
      ])
  }

  @Test("equal scenes have no difference")
  func equal() {
    #expect(SceneDifference(scene, scene) == nil)
  }

  @Test("a line that is moved, also when entries are added before it")
  func moved() throws {
    let other = SceneFixture.scene { group in
      if group.label == "SGD" { group.nodes = group.nodes.map { $0.moved(x: 0, y: 512) } }
      if group.role == .grid {
        group.nodes.append(.rectangles([SceneFixture.rectangle(10, 80, 180, 1)], .init(hex: 0)))
      }
    }
    let difference = try #require(SceneDifference(scene, other))
    #expect(
      difference.changes == [
        SceneChange(name: "grid rectangle (2 of 2) of panel 1", kinds: [.added(entries: 1)]),
        SceneChange(name: "data line \"SGD\" of panel 1", kinds: [.moved(x: 0, y: 2)]),
      ])
    #expect(difference.description.hasSuffix("of panel 1 is moved by 2 px down"))
  }

  @Test("colours that are swapped")
  func colours() throws {
    let other = SceneFixture.scene { group in
      guard group.role == .data, case .stroke(let path, let style, let color) = group.nodes[0]
      else { return }
      group.nodes = [
        .stroke(path, style, color == SceneFixture.blue ? SceneFixture.orange : SceneFixture.blue)
      ]
    }
    #expect(
      try words(other)
        == "data line \"SGD\" of panel 1 is recoloured from #d55e00 to #0072b2; "
        + "data line \"Adam\" of panel 1 is recoloured from #0072b2 to #d55e00")
  }

  @Test("a word that reads otherwise, and one that is set elsewhere")
  func texts() throws {
    let other = SceneFixture.scene { group in
      if group.role == .tickLabels { group.nodes[0] = SceneFixture.text("0.6", x: 2, y: 60) }
      if group.role == .title { group.nodes[0] = SceneFixture.text("Loss", x: 9, y: 11) }
    }
    #expect(
      try words(other)
        == "title \"Loss\" is moved by 1 px to the left and 1 px up; "
        + "tick label \"0.5\" of panel 1 reads \"0.6\" instead of \"0.5\"")
  }

  @Test("a path that runs otherwise from some place on")
  func path() throws {
    let other = SceneFixture.scene { group in
      if group.label == "Adam" {
        group.nodes = [
          SceneFixture.line([(10, 40), (60, 70), (120, 83), (180, 89)], SceneFixture.blue)
        ]
      }
    }
    #expect(
      try words(other) == "data line \"Adam\" of panel 1 runs otherwise from x = 120 px to 180 px, "
        + "by up to 4 px")
  }

  @Test("groups that are missing or new, and pages of another size")
  func groups() throws {
    var other = scene
    other.nodes.remove(at: 1)
    other.width = 210
    #expect(
      try words(other)
        == "the page is 210x100 instead of 200x100 pixels; legend is missing (2 entries)")
    let difference = try #require(SceneDifference(other, scene))
    #expect(difference.changes.last?.description == "legend is added (2 entries)")
  }

  @Test("a series that is dropped does not make the others differ")
  func dropped() throws {
    let other = SceneFixture.scene { group in
      if group.role == .panel { group.nodes.removeAll { $0.isGroup("SGD") } }
    }
    #expect(try words(other) == "data \"SGD\" of panel 1 is missing")
  }

  @Test("lines that lie on each other the other way round")
  func order() throws {
    let other = SceneFixture.scene { group in
      if group.role == .panel { group.nodes.swapAt(1, 2) }
    }
    #expect(try words(other) == "panel 1 is drawn in another order")
  }

  @Test("a pen, a clip and rectangles that differ")
  func others() throws {
    let other = SceneFixture.scene { group in
      if group.label == "SGD", case .stroke(let path, var style, let color) = group.nodes[0] {
        style.dashes = [512, 512]
        group.nodes = [.stroke(path, style, color)]
        group.clip = SceneFixture.rectangle(10, 30, 170, 60)
      }
      if group.role == .grid {
        group.nodes = [
          .rectangles([SceneFixture.rectangle(10, 60, 183, 1)], Color(hex: 0xDDDDDD))
        ]
      }
    }
    let difference = try #require(SceneDifference(scene, other))
    #expect(
      difference.changes.map(\.description) == [
        "grid rectangle of panel 1 differs in 1 of 1 rectangles, by up to 3 px",
        "data \"SGD\" of panel 1 is cut off elsewhere",
        "data line \"SGD\" of panel 1 is drawn with another pen",
      ])
  }

  @Test("of many changes the first are told and the others counted")
  func many() throws {
    let other = SceneFixture.scene { group in
      group.nodes = group.nodes.map { $0.isLeaf ? $0.moved(x: 256, y: 0) : $0 }
    }
    #expect(try words(other).hasSuffix("; 6 more parts differ"))
  }

  @Test("lists of thousands of entries are aligned")
  func large() throws {
    func cells(_ count: Int32, from first: Int32) -> Scene {
      Scene(
        width: 100, height: 100, pixelsPerPoint: 1, paper: Color(hex: 0xFFFFFF),
        nodes: (first..<count).map {
          .rectangles([SceneFixture.rectangle($0 % 50, $0 / 50, 1, 1)], Color(hex: UInt32($0)))
        })
    }
    let difference = try #require(SceneDifference(cells(3000, from: 0), cells(3000, from: 1)))
    #expect(difference.changes.map(\.kinds) == [[.missing(entries: 1)]])
  }
}

extension SceneNode {
  fileprivate func isGroup(_ label: String) -> Bool {
    if case .group(let group) = self { group.label == label } else { false }
  }

  fileprivate var isLeaf: Bool {
    if case .group = self { false } else { true }
  }
}
