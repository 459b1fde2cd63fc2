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
      figures.append(try Outputs.Target(path: path))
    }
    for (option, path) in [("--json", json), ("--csv", csv)] where path?.isEmpty == true {
      throw .invalid(option, value: "", allowed: "a file")
    }
    let outputs = Outputs(
      figures: figures, json: json, csv: csv, carriesNumbers: !isPublic, isQuiet: quiet)
    try outputs.requireOthers(than: [])
    return outputs
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

  /// Every file with the option that names it, in the order in which they are written.
  private var named: [(option: String, path: String)] {
    figures.map { ("--output", $0.path) }
      + [("--json", json), ("--csv", csv)].compactMap { option, path in path.map { (option, $0) } }
  }

  /// Refuses to write over what is read, or over each other.
  ///
  /// - Parameters:
  ///   - read: Files that the command reads.
  ///   - more: Files that it writes besides, with the options that name them.
  func requireOthers(
    than read: [String], beside more: [(option: String, path: String)] = []
  ) throws(UsageError) {
    var files = DistinctFiles(read: read)
    for (option, path) in named + more { try files.write(path, by: option) }
  }

  /// Finds out before a long run whether its files can be written.
  ///
  /// - Throws: `OutputError`.
  func check(beside more: [String] = []) throws {
    for path in named.map(\.path) + more where path != "-" { try OutputFile.check(path) }
  }

  /// Whether standard output is taken by a figure, so that words go to standard error.
  var usesStandardOutput: Bool { figures.contains { $0.path == "-" } }
}
