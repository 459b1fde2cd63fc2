import ArgumentParser
import Comparing
import FigureFiles
import Files
import Provenance
import Rendering

/// `dlplot compare`: do two PNGs show the same?
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare two PNGs, pixel by pixel, and two figures also by what they say.",
    discussion: """
      Any two PNGs, whoever drew them. Exit status 1 where a pixel differs, or, with --tolerance, \
      where a reader could see it.

        dlplot compare before.png after.png --diff difference.png
        dlplot compare ours.png theirs.png --tolerance unseen

      --tolerance takes unseen (what a reader cannot see, such as the rounding of another \
      renderer), none, or settings that differ from those of unseen, separated by commas: flat=2 \
      and edge=20 are the levels that a pixel may differ anywhere and on an edge, ratio=8 says how \
      many times the difference that edge must be strong, pixels=0 may differ by more, and the \
      worst tile of 32x32 pixels by tile=3 levels on average.
      """)

  @Argument(help: ArgumentHelp("The reference.", valueName: "a.png"))
  var reference: String

  @Argument(help: ArgumentHelp("What is compared with it.", valueName: "b.png"))
  var new: String

  @Option(
    help: ArgumentHelp(
      "Write both pictures and what differs, side by side.", valueName: "out.png"))
  var diff: String?

  @Option(
    help: ArgumentHelp("What may differ: unseen, none, or settings.", valueName: "tolerance"))
  var tolerance: String?

  @Flag(help: "Print the comparison as JSON.")
  var json = false

  @Flag(help: "Print nothing; the exit status is the answer.")
  var quiet = false

  func run() throws {
    let tolerance = try tolerance.map(ToleranceOption.tolerance)
    try checkDiff()
    let threads = RunOptions.defaultThreads
    let pictures = try decode(threads: threads)
    let report = try ComparisonReport(
      reference: (reference, pictures[0]), new: (new, pictures[1]), tolerance: tolerance,
      threads: threads)
    if let diff {
      let picture = try DifferencePicture(
        reference: pictures[0].bitmap, new: pictures[1].bitmap, comparison: report.picture)
      try OutputFile.write(try picture.bitmap.png(threads: threads), to: diff)
    }
    if quiet {
      // The exit status is the answer.
    } else if json {
      try Console.output(String(try JSONValueEncoder().encode(report).prettyText.dropLast()))
    } else {
      try Console.output(report.text)
    }
    if report.verdict == .different { throw ExitStatus.no }
  }

  private func checkDiff() throws(UsageError) {
    guard let diff else { return }
    let place = FileIdentity(path: diff)
    guard ![reference, new].contains(where: { FileIdentity(path: $0) == place }) else {
      throw .invalid("--diff", value: diff, allowed: "another file than the two")
    }
    guard diff.hasPrefix("/dev/") || diff.lowercased().hasSuffix(".png") else {
      throw .invalid("--diff", value: diff, allowed: "a .png file")
    }
  }

  private func decode(threads: Int) throws -> [DecodedPNG] {
    do {
      return try DecodedPNG.decode([reference, new], threads: threads)
    } catch PNGReadError.notAPNG(let path) {
      throw UsageError.invalid("file", value: path, allowed: "a PNG" + Self.remedy(for: path))
    }
  }

  /// What is to be done with a file that is no PNG, where anything is known of it.
  private static func remedy(for path: String) -> String {
    guard let bytes = try? InputFile.read(path) else { return "" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return ", not a JPEG" }
    guard let source = try? FigureSource(bytes: bytes, path: path) else { return "" }
    let kind =
      switch source.format {
      case .png: "a PNG"
      case .svg: "an SVG"
      case .pdf: "a PDF"
      case .run: "a result"
      }
    guard source.recipe != nil, source.numbers != nil else { return ", not \(kind)" }
    return ", not \(kind); redraw makes one of it"
  }
}
