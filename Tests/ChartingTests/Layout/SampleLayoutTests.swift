import Charting
import SceneChecks
import Testing

/// No text of any kind of chart covers another or leaves the page, at any size.
struct SampleLayoutTests {
  static let sizes: [Size] = [
    Size(width: 320, height: 200), Size(width: 320, height: 900), Size(width: 480, height: 320),
    Size(width: 640, height: 420), Size(width: 900, height: 590), Size(width: 1200, height: 400),
    Size(width: 2000, height: 240), Size(width: 2000, height: 1400),
  ]

  static let names = [
    "losses", "seeds", "norms", "gaps", "paths", "bowl", "heat", "points",
  ]

  private func sample(_ name: String) throws -> SampleCharts.Sample {
    try #require(try SampleCharts.all().first { $0.name == name })
  }

  @Test("texts keep apart and inside the page", arguments: names)
  func nothingOverlaps(name: String) throws {
    let chart = try sample(name).chart
    for size in Self.sizes {
      for theme in Theme.Name.allCases {
        let place = "\(name) \(size.width)x\(size.height) \(theme)"
        do {
          let scene = try chart.scene(
            size: size, pixelsPerPoint: 2, theme: Theme(theme), typography: .test)
          let ink = SceneInk(scene, barsAreObstacles: false)
          #expect(ink.texts.count > 5, "\(place)")
          for problem in ink.problems { Issue.record("\(place): \(problem)") }
        } catch .pageTooSmall {
          // Four rows with titles do not fit on the lowest pages; everything else does.
          #expect(name == "norms" && (size.height < 300 || size.width < 400), "\(place)")
        }
      }
    }
  }

  @Test("the page of a chart's own size holds all of it", arguments: names)
  func whole(name: String) throws {
    let sample = try sample(name)
    let omitted = try sample.chart.omissions(
      size: sample.size, theme: Theme(.light), typography: .test)
    #expect(omitted.isEmpty)
  }

  @Test("what is left out follows the documented order, and less on larger pages", arguments: names)
  func omissions(name: String) throws {
    let chart = try sample(name).chart
    var previous = Omission.allCases.count
    for scale in 0...6 {
      let share = Double(scale) / 6
      let size = Size(width: 420 + 1500 * share, height: 320 + 1000 * share)
      let omitted = try chart.omissions(size: size, theme: Theme(.light), typography: .test)
      #expect(omitted == omitted.sorted())
      #expect(omitted.count <= previous)
      previous = omitted.count
    }
    #expect(previous == 0)
  }

  @Test("a scene is the same from one drawing to the next")
  func stable() throws {
    for sample in try SampleCharts.all() {
      func identity() throws -> Scene {
        try sample.chart.scene(
          size: sample.size, pixelsPerPoint: 2, theme: Theme(.light), typography: .test)
      }
      #expect(try identity() == identity())
    }
  }
}
