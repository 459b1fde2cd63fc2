import ArgumentParser
import FigureFiles
import Files

/// Where a figure goes.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "A .png, .svg or .pdf file, or - for a PNG on standard output; may be given several times.",
      valueName: "file"))
  var output: [String] = []

  @Option(help: ArgumentHelp("Write the result, to be drawn again with redraw.", valueName: "file"))
  var json: String?

  @Option(help: ArgumentHelp("Write the numbers that are drawn.", valueName: "file"))
  var csv: String?

  @Flag(
    name: .customLong("public"),
    help: "Leave the numbers out of the figure; it can then not be drawn again from its file.")
  var isPublic = false

  @Flag(help: "Print neither the findings nor progress.")
  var quiet = false

  /// The files to write, checked before anything runs.
  func outputs(defaultName: String) throws(UsageError) -> Outputs {
    var figures: [Outputs.Target] = []
    for path in output.isEmpty ? ["./\(defaultName).png"] : output {
      let target = try Outputs.Target(path: path)
      if figures.contains(target) {
        throw path == "-" ? .standardOutputTwice : .samePathTwice(path)
      }
      figures.append(target)
    }
    for (option, path) in [("--json", json), ("--csv", csv)] {
      guard let path else { continue }
      if path.isEmpty { throw .invalid(option, value: path, allowed: "a file") }
      if figures.contains(where: { $0.path == path }) || (option == "--csv" && path == json) {
        throw .samePathTwice(path)
      }
    }
    return Outputs(
      figures: figures, json: json, csv: csv, carriesNumbers: !isPublic, isQuiet: quiet)
  }
}

/// The files that a command writes.
struct Outputs: Equatable {
  struct Target: Equatable {
    var path: String
    var format: FigureFormat

    /// The format by the path's extension; `-` is a PNG.
    init(path: String) throws(UsageError) {
      self.path = path
      if path == "-" {
        format = .png
        return
      }
      // A device has no extension to go by; what is written to it is a PNG.
      if path.hasPrefix("/dev/") {
        format = .png
        return
      }
      let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
      guard let dot = name.lastIndex(of: "."), dot != name.startIndex,
        let format = FigureFormat(rawValue: name[name.index(after: dot)...].lowercased())
      else { throw .unknownExtension(path: path) }
      self.format = format
    }
  }

  var figures: [Target]
  var json: String?
  var csv: String?
  /// Whether figures carry the numbers that they show.
  var carriesNumbers: Bool
  var isQuiet: Bool

  /// Every file, in the order in which they are written.
  var paths: [String] { figures.map(\.path) + [json, csv].compactMap { $0 } }

  /// Finds out before a long run whether its files can be written.
  ///
  /// - Throws: `OutputError`.
  func check(beside more: [String] = []) throws {
    for path in paths + more where path != "-" { try OutputFile.check(path) }
  }

  /// Whether standard output is taken by a figure, so that words go to standard error.
  var usesStandardOutput: Bool { figures.contains { $0.path == "-" } }
}
