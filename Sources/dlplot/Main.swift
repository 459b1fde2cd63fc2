import ArgumentParser
import DenseMath
import FigureFiles

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The entry: parses, runs, and turns every error into one line and an exit status.
@main
enum Main {
  static func main() {
    // A write beyond the limit of a file's size, or to a reader that went away, is an error of the
    // write and not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    do {
      try Kernel.forceFromEnvironment()
      let arguments = Array(CommandLine.arguments.dropFirst())
      try CommandName.check(arguments)
      try DashedWord.check(arguments)
      var command = try DLPlot.parseAsRoot()
      try command.run()
    } catch {
      exit(report(error).rawValue)
    }
  }

  /// Writes what there is to say about an error, or the help that was asked for.
  private static func report(_ error: any Error) -> ExitStatus {
    if let status = error as? ExitStatus { return status }
    let code = DLPlot.exitCode(for: error)
    if code == .success {
      do {
        try Console.output(DLPlot.fullMessage(for: error))
        return .done
      } catch {
        Console.error(ErrorLine(error).text)
        return .machine
      }
    }
    Console.error(ErrorLine(error).text)
    return ExitStatus(error)
  }
}

/// The tool with all its commands.
struct DLPlot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dlplot",
    abstract: "Pictures of how neural networks learn; each carries the recipe to check it.",
    discussion: """
      Every command draws one figure:

        dlplot activations --init he

      draws ./activations.png and prints what it shows. The same command gives the same \
      numbers and the same pixels on every machine.
      """,
    version: Version.text,
    subcommands: [
      ActivationsCommand.self, TrajectoriesCommand.self, OptimizersCommand.self,
      InitializersCommand.self, BatchNormCommand.self, OverfitCommand.self, LayersCommand.self,
      TrainCommand.self, SearchCommand.self, StudyCommand.self, FiguresCommand.self,
      VerifyCommand.self, CompareCommand.self, LintCommand.self,
      RedrawCommand.self,
      InspectCommand.self,
      GuardCommand.self, DataCommand.self,
    ])
}
