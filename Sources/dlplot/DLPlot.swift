import ArgumentParser

@main
struct DLPlot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dlplot", version: "0.1.0", subcommands: [DataCommand.self])
}
