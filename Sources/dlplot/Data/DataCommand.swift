internal import ArgumentParser

/// `dlplot data`: the images that figures are made from.
struct DataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "data",
    abstract: "List, check and download the data sets that figures are made from.",
    subcommands: [DataListCommand.self, DataVerifyCommand.self, DataFetchCommand.self])
}
