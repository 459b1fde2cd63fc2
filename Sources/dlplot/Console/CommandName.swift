import ArgumentParser
import Files

/// The names of commands at the start of the command line.
enum CommandName {
  /// Looks for a name that is no command, for which the parser has no words but "unexpected
  /// argument".
  ///
  /// - Parameter arguments: The command line without the program.
  /// - Throws: `UsageError.unknownCommand`, which points out the command that looks most like it.
  static func check(_ arguments: [String]) throws(UsageError) {
    var command: any ParsableCommand.Type = DLPlot.self
    for name in names(in: arguments) {
      let subcommands = command.configuration.subcommands
      if subcommands.isEmpty { return }
      guard let next = subcommands.first(where: { $0.configuration.commandName == name }) else {
        // Where a command has a default, a file may follow on its name.
        if command.configuration.defaultSubcommand != nil, isFile(name) { return }
        let allowed = subcommands.compactMap { $0.configuration.commandName }
        throw .unknownCommand(name, allowed: allowed)
      }
      command = next
    }
  }

  /// The command that a command line names; the root for a name that is none.
  static func command(of arguments: [String]) -> any ParsableCommand.Type {
    var command: any ParsableCommand.Type = DLPlot.self
    for name in names(in: arguments) {
      let subcommands = command.configuration.subcommands
      guard let next = subcommands.first(where: { $0.configuration.commandName == name }) else {
        break
      }
      command = next
    }
    return command.configuration.defaultSubcommand ?? command
  }

  private static func names(in arguments: [String]) -> ArraySlice<String> {
    let names = arguments.prefix { !$0.hasPrefix("-") }
    // `dlplot help data list` names commands too.
    return names.first == "help" ? names.dropFirst() : names
  }

  /// Whether a word is the path of a file rather than a command.
  private static func isFile(_ word: String) -> Bool {
    word.contains { $0 == "." || $0 == "/" } || (try? FileSystem.kind(of: word)) ?? nil != nil
  }
}
