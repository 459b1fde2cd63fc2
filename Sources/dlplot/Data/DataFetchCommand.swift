internal import ArgumentParser
internal import Datasets

/// `dlplot data fetch`: downloads a full data set into the user's cache.
struct DataFetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Download a full data set into the user's cache and check it.",
    discussion: """
      Files go to $XDG_CACHE_HOME/dlplot or ~/.cache/dlplot. A download that was stopped goes on \
      where it was; a file has its name only once its published checksums are right.
      """)

  @Argument(help: "mnist (11.6 MB) or fashion (30.9 MB).")
  var name: String

  @Option(help: "Download from this address in place of the public mirrors.")
  var mirror: String?

  @Flag(help: "Show no progress.")
  var quiet = false

  func run() throws {
    guard let set = KnownDataset(rawValue: name) else {
      let names = KnownDataset.allCases.filter { !$0.mirrors.isEmpty }.map(\.rawValue)
      throw OptionValue.unknown("name", name, among: names)
    }
    let places = SearchPlaces.ofThisProcess()
    let fetcher = try DatasetFetcher(set, mirror: mirror, places: places)
    var progress = DownloadProgress(files: fetcher.files, isQuiet: quiet)
    do {
      try fetcher.fetch { progress.show($0) }
    } catch {
      progress.end()
      throw error
    }
    progress.end()
    for file in fetcher.files {
      // The form of sha256sum, so that its --check reads it.
      try Console.output("\(file.sha256)  \(fetcher.folder)/\(file.name)")
    }
    let files = try DatasetLocator(places: SearchPlaces(cache: places.cache)).locate(set)
    let summary = try DatasetSummary(of: Dataset(reading: files))
    try Console.output("\(name): \(summary.sentence)")
  }
}
