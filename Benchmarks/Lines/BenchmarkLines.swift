import Charting
import DenseMath
import Files
import Rendering

/// Times charts with a line of a million points, from the mark to the bytes of a PNG.
///
/// `benchmark-lines [POINTS] [FOLDER]` prints a row for each line, the least of three rounds in
/// milliseconds; with a folder the PNGs are left there.
@main
struct BenchmarkLines {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    let count = arguments.first.flatMap { Int($0) } ?? 1_000_000
    let folder = arguments.dropFirst().first
    print("\(count) points".padded(24), "scene", "pixels", "PNG", "total", "bar", separator: "\t")
    let lines = try [
      Subject(name: "noisy line", bar: 500, line: noisy(count), rounds: 3),
      Subject(name: "random jumps", bar: nil, line: jumps(count), rounds: 1),
    ]
    for subject in lines { print(try subject.measure(folder: folder)) }
  }

  /// A slow wave under strong noise, as a loss of a million steps.
  private static func noisy(_ count: Int) -> Line {
    var noise = [Float](repeating: 0, count: count)
    var span = noise.mutableSpan
    RandomStream(seed: 1).fillNormal(&span)
    let x = (0..<count).map(Double.init)
    let y = x.map { place in
      Elementary.exp(-3 * place / Double(count)) + 0.1 * Double(noise[Int(place)])
    }
    return Line(x: x, y: y, series: Series(0, "loss"))
  }

  /// From anywhere on the page to anywhere: nothing of it can be left out unseen.
  private static func jumps(_ count: Int) -> Line {
    func uniform(_ number: Int) -> [Double] {
      var values = [Double](repeating: 0, count: count)
      var span = values.mutableSpan
      RandomStream(seed: 2).substream(number).fillUniform(&span)
      return values
    }
    return Line(x: uniform(0), y: uniform(1), series: Series(0, "jumps"))
  }
}

/// A line to be drawn.
struct Subject {
  let name: String
  /// Milliseconds in all that are allowed.
  let bar: Double?
  let line: Line
  let rounds: Int
  private let fonts: [TrueTypeFont]

  init(name: String, bar: Double?, line: Line, rounds: Int) throws {
    self.name = name
    self.bar = bar
    self.line = line
    self.rounds = rounds
    let library = FontLibrary()
    fonts = [try library.font(KnownFonts.regular), try library.font(KnownFonts.bold)]
  }

  /// A row of the table.
  func measure(folder: String?) throws -> String {
    var best: [Double] = []
    for _ in 0..<rounds {
      let times = try round(folder: folder)
      if best.isEmpty || times.reduce(0, +) < best.reduce(0, +) { best = times }
    }
    let total = best.reduce(0, +)
    let verdict = bar.map { "\(total < $0 ? "met" : "MISSED") (< \(Int($0)))" } ?? ""
    let numbers = (best + [total]).map { "\(Int($0.rounded()))" }
    return ([name.padded(24)] + numbers + [verdict]).joined(separator: "\t")
  }

  private func round(folder: String?) throws -> [Double] {
    let clock = ContinuousClock()
    var marks = [clock.now]
    let chart = Chart(
      title: name, panels: PanelGrid(Panel(marks: [line]), x: Axis(title: "x"), y: Axis(title: "y"))
    )
    let scene = try chart.scene(
      size: Size(width: 900, height: 588), pixelsPerPoint: 2, theme: Theme(.light),
      typography: Typography(faces: fonts, regular: [0], bold: [1]))
    marks.append(clock.now)
    let page = try Rasterizer(fonts: fonts).render(scene)
    marks.append(clock.now)
    let bytes = try page.packed(threads: 2).png(metadata: FigureMetadata(title: name))
    marks.append(clock.now)
    if let folder { try OutputFile.write(bytes, to: "\(folder)/\(name).png") }
    return zip(marks, marks.dropFirst()).map { $1 - $0 }.map { time in
      Double(time.components.seconds) * 1e3 + Double(time.components.attoseconds) * 1e-15
    }
  }
}

extension String {
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
