internal import ArgumentParser
internal import Guarding

/// `dlplot guard accept`: figures that changed on purpose.
struct GuardAcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Take figures for right that changed on purpose, with the reason.",
    discussion: """
      The nearest guard.json in or above the folder of a figure is changed. A new figure is added, \
      one that is gone is taken from the list; a folder stands for all that is in it. Either all \
      are accepted or none.
      """)

  @Argument(help: ArgumentHelp("Figures, or folders of figures.", valueName: "fig"))
  var figures: [String]

  @Option(
    help: ArgumentHelp(
      "The reason, which guard.json records for those who read it.", valueName: "text"))
  var why: String

  @Flag(
    help:
      "Keep the accepted pixels beside the new ones, as for a second machine that draws otherwise.")
  var also = false

  @Flag(help: "Print nothing.")
  var quiet = false

  func run() throws {
    let acceptance = try GuardAcceptance(
      paths: figures, why: why, keepsPixels: also, threads: RunOptions.defaultThreads)
    try acceptance.write()
    guard !quiet else { return }
    var changed = 0
    for edit in acceptance.edits {
      changed += edit.changes.count
      for change in edit.changes {
        try Console.output("\(edit.file.path): \(PrintablePath.text(change.path)): \(change.what)")
      }
    }
    let same = acceptance.count - changed
    if same > 0 { try Console.output("\(same) of \(acceptance.count) as accepted before") }
  }
}
