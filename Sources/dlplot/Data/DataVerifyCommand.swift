internal import ArgumentParser
internal import Datasets
internal import Provenance

/// `dlplot data verify`: whether the files of data sets are what they should be.
struct DataVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check the files of data sets, and the images in them.",
    discussion: """
      Each file is compared with SHA256SUMS in its folder, or for a named set with the published \
      checksums; then all images are decoded. Exits with 1 when anything is wrong.
      """)

  @Argument(
    help: ArgumentHelp(
      "Names (mnist5k, mnist, fashion) or folders of IDX files; without any, every named set that is found.",
      valueName: "name|dir"))
  var datasets: [String] = []

  @Flag(help: "Print only what is wrong.")
  var quiet = false

  func run() throws {
    let locator = DatasetLocator()
    // All are found before any is checked, so that a misspelt name costs no waiting.
    let located = try requests(locator).map { (try locator.locate($0), KnownDataset(rawValue: $0)) }
    var isCorrect = true
    for (files, known) in located {
      let verification = try DatasetVerification(checking: files, as: known)
      isCorrect = isCorrect && verification.isCorrect
      for line in verification.lines(wrongOnly: quiet) {
        try Console.output(line)
      }
    }
    if !isCorrect { throw ExitStatus.no }
  }

  /// The sets to check; the one that comes with the program has to be there.
  private func requests(_ locator: DatasetLocator) throws -> [String] {
    guard datasets.isEmpty else { return datasets }
    return KnownDataset.allCases.filter { set in
      if set == .standard { return true }
      do {
        _ = try locator.locate(set)
        return true
      } catch is LocationError {
        return false
      } catch {
        // It is there, but cannot be read: say so.
        return true
      }
    }.map(\.rawValue)
  }
}

extension DatasetVerification {
  /// One line for each file and one for the content, as `sha256sum --check` does.
  fileprivate func lines(wrongOnly: Bool) -> [String] {
    let fileLines = files.filter { !wrongOnly || !$0.isCorrect }.map { line(for: $0) }
    let isContentCorrect = if case .decoded = content { true } else { false }
    return fileLines + (wrongOnly && isContentCorrect ? [] : ["\(folder): \(contentText)"])
  }

  private func line(for file: FileCheck) -> String {
    let path = folder.hasSuffix("/") ? folder + file.name : "\(folder)/\(file.name)"
    switch file.verdict {
    case .matches(let reference):
      return "\(path): ok, matches \(reference.rawValue)"
    case .differs(let reference, let expected):
      return "\(path): wrong, SHA-256 \(file.sha256), "
        + "expected \(expected) of \(reference.rawValue)"
    case .noReference:
      return "\(path): no checksum to compare with, SHA-256 \(file.sha256)"
    case .unreadable(let reason):
      return "\(path): wrong, \(reason)"
    }
  }

  private var contentText: String {
    switch content {
    case .decoded(let summary):
      let name = KnownDataset(digest: summary.digest.hex).map { " (\($0))" } ?? ""
      return "ok, \(summary.sentence)\(name)"
    case .unexpected(let summary, let expected):
      return "wrong, \(summary.sentence), expected digest \(expected)"
    case .undecodable(let reason):
      return "wrong, \(reason)"
    }
  }
}

extension DatasetSummary {
  /// What the set holds, and its digest.
  var sentence: String {
    "\(trainingCount) training and \(testCount) test images of \(shape), \(classCount) classes, "
      + "digest \(digest)"
  }
}
