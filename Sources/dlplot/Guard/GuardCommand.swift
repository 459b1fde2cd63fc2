internal import ArgumentParser

/// `dlplot guard`: the figures of a repository, kept as they were accepted.
struct GuardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guard",
    abstract: "Keep the figures of a repository as they were accepted.",
    discussion: """
      guard.json lists every figure of a folder with its identities: PNG, SVG and PDF files of dlplot, \
      and PNG files of any other tool, which are known by their pixels.

        dlplot guard init figures
        dlplot guard check figures
        dlplot guard accept figures/loss.png --why 'the learning rate is 0.02 now'
      """,
    subcommands: [GuardInitCommand.self, GuardCheckCommand.self, GuardAcceptCommand.self])
}
