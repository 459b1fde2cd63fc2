import ArgumentParser
import DenseMath
import Provenance
import Training

/// `dlplot figures`: the whole gallery.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Draw all figures of the lessons, several at a time.",
    discussion: """
      A figure that is there already carries its numbers: it is drawn again from them and nothing \
      is trained. Interrupted and started again, the command goes on where it was.
      """)

  @Option(
    help: ArgumentHelp(
      "Only these, separated by commas: names of files (optimizers.png) or of commands.",
      valueName: "names"))
  var only: String?

  @Option(help: ArgumentHelp("Where the figures go.", valueName: "dir"))
  var out = "figures"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Figures at a time (default: one a core).", valueName: "count"))
  var threads: String?

  @Flag(help: "Print the list with the arguments of each figure, and draw nothing.")
  var list = false

  @Flag(help: "Make every figure anew.")
  var again = false

  @Flag(help: "Print neither the files nor progress.")
  var quiet = false

  func run() throws {
    if list {
      let entries = try selected()
      try Console.output(
        entries.map { ([$0.file] + $0.arguments).joined(separator: " ") }
          .joined(separator: "\n"))
      return
    }
    var options = RunOptions()
    options.threads = threads
    let workers = try options.checkedThreads()
    let entries = try selected()
    var jobs = try entries.map { try job(of: $0, threads: workers) }
    if entries.count > 1 { for index in jobs.indices { jobs[index].threads = 1 } }
    try OutputFolder.make(out)
    try draw(entries, jobs, workers: workers)
  }

  private func selected() throws(UsageError) -> [Gallery.Entry] {
    let all = Gallery.entries
    guard let only else { return all }
    var chosen: [Gallery.Entry] = []
    for name in only.split(separator: ",", omittingEmptySubsequences: false).map(String.init) {
      let found = all.filter {
        $0.file == name || $0.file == name + ".png" || $0.arguments.first == name
      }
      if found.isEmpty {
        throw OptionValue.unknown("--only", name, among: all.map(\.file))
      }
      for entry in found where !chosen.contains(entry) { chosen.append(entry) }
    }
    return chosen
  }

  private func job(of entry: Gallery.Entry, threads: Int) throws -> any AnyFigureJob {
    let path = out.hasSuffix("/") ? out + entry.file : "\(out)/\(entry.file)"
    let arguments =
      entry.arguments + ["--output", path, "--quiet", "--threads", String(threads)]
    guard let command = try DLPlot.parseAsRoot(arguments) as? any FigureCommand else {
      throw UsageError.invalid(
        "gallery", value: entry.file, allowed: "commands that draw figures")
    }
    return try command.anyJob()
  }

  private func draw(
    _ entries: [Gallery.Entry], _ jobs: [any AnyFigureJob], workers: Int
  ) throws {
    let progress = TrainingProgress()
    let shared = GalleryJobs(jobs: jobs, again: again, progress: progress, isQuiet: quiet)
    try ProgressBar.watching(progress, isQuiet: quiet) {
      _ = try Parallel.map(count: jobs.count, threads: workers) { index in
        try shared.make(index)
      }
    }
  }
}

/// Jobs that workers take by number; each is used by one of them.
private struct GalleryJobs: @unchecked Sendable {
  let jobs: [any AnyFigureJob]
  let again: Bool
  let progress: TrainingProgress
  let isQuiet: Bool

  func make(_ index: Int) throws {
    let job = jobs[index]
    let isRedrawn = again ? false : try job.redraw()
    if !isRedrawn { try job.run(progress: progress) }
    guard !isQuiet else { return }
    let path = job.outputs.figures.first?.path ?? ""
    try Console.output(isRedrawn ? "\(path) (its numbers were there)" : path)
  }
}
