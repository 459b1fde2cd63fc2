internal import ArgumentParser
internal import Guarding

/// `dlplot guard init`: lists the figures of a folder as they are.
struct GuardInitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write guard.json: the figures of a folder, as they are now, are right.",
    discussion: """
      Folders inside are included, hidden ones are not. A figure whose picture, numbers or recipe \
      were altered is refused, and nothing is written.
      """)

  @Argument(help: ArgumentHelp("The folder of the figures.", valueName: "dir"))
  var folder: String

  @Option(help: ArgumentHelp("The reason that is recorded.", valueName: "text"))
  var why = "guarded from here on"

  @Flag(help: "Print nothing.")
  var quiet = false

  func run() throws {
    let acceptance = try GuardAcceptance(
      initial: folder, why: why, threads: RunOptions.defaultThreads)
    try acceptance.write()
    guard !quiet else { return }
    for note in acceptance.notes { try Console.output("note: \(note)") }
    for edit in acceptance.edits {
      let figures = edit.manifest.figures.count { $0.kind == .figure }
      let pictures = edit.manifest.figures.count - figures
      try Console.output(
        "\(edit.file.path): \(figures) of dlplot, \(pictures) of other tools")
    }
  }
}
