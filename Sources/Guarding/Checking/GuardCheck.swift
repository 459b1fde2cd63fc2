internal import DenseMath
internal import Files
internal import Rendering
internal import Verifying

/// Compares the figures of a folder with its `guard.json`.
package struct GuardCheck: Sendable {
  /// The folder with `guard.json`.
  package var folder: String
  /// Where the figures to check are; nil for the folder itself.
  package var newFolder: String?
  /// Where accepted pictures are; none for the folder itself, if the figures come from elsewhere.
  package var referenceFolders: [String]
  /// nil to check the files as they are.
  package var remaking: Remaking?
  package var fontFiles: [String]
  package var threads: Int
  /// Whether an error is the machine's: such a one ends the check, all others are the figure's.
  package var isMachineFault: @Sendable (any Error) -> Bool

  package init(
    folder: String, newFolder: String? = nil, referenceFolders: [String] = [],
    remaking: Remaking? = nil, fontFiles: [String] = [], threads: Int,
    isMachineFault: @escaping @Sendable (any Error) -> Bool
  ) {
    self.folder = folder
    self.newFolder = newFolder
    self.referenceFolders = referenceFolders
    self.remaking = remaking
    self.fontFiles = fontFiles
    self.threads = threads
    self.isMachineFault = isMachineFault
  }

  /// Checks every figure.
  ///
  /// - Throws: `GuardError` for a folder or a `guard.json` that is of no use, `FileError`, and faults
  ///   of the machine.
  package func run() throws -> GuardReport {
    let manifest = try GuardFile(folder: folder).read()
    let listing = try FigureFolder(path: newFolder ?? folder)
    for folder in referenceFolders {
      let kind = try FileSystem.kind(of: folder)
      guard kind == .folder else { throw GuardError.notAFolder(path: folder, got: kind) }
    }
    let jobs = jobs(manifest, listing)
    // Several figures share the workers; a single one has them all.
    let each = jobs.count > 1 ? 1 : threads
    let outcomes = try Parallel.map(count: jobs.count, threads: threads) { index in
      try outcome(of: jobs[index], listing, threads: each)
    }
    let foreign = zip(jobs, outcomes).compactMap { job, outcome in outcome == nil ? job.path : nil }
    let notes = listing.notes(foreign: foreign) { manifest[$0] != nil }
    return GuardReport(
      folder: folder, newFolder: newFolder, mode: mode, renderer: RendererProfile.current.name,
      listed: manifest.figures.count, outcomes: outcomes.compactMap(\.self), notes: notes)
  }

  private var mode: GuardReport.Mode {
    switch remaking?.source {
    case nil: .asTheyAre
    case .carriedNumbers: .drawnAnew
    case .training: .trainedAnew
    }
  }

  private var references: ReferenceFolders? {
    if !referenceFolders.isEmpty { return ReferenceFolders(paths: referenceFolders) }
    return newFolder == nil ? nil : ReferenceFolders(paths: [folder])
  }

  /// A figure to look at.
  private struct Job: Sendable {
    let path: String
    /// nil where `guard.json` does not list it.
    let accepted: GuardedFigure?
    let isThere: Bool
  }

  /// Everything that is listed and everything that is there, in the order of the paths.
  private func jobs(_ manifest: GuardManifest, _ listing: FigureFolder) -> [Job] {
    var jobs: [Job] = []
    var (listed, found) = (manifest.figures[...], listing.files[...])
    while let next = [listed.first?.path, found.first].compactMap(\.self).min(
      by: GuardPath.precedes)
    {
      var accepted: GuardedFigure?
      if let first = listed.first, GuardPath.areSame(first.path, next) {
        accepted = listed.removeFirst()
      }
      var isThere = false
      if let first = found.first, GuardPath.areSame(first, next) {
        found.removeFirst()
        isThere = true
      }
      jobs.append(Job(path: next, accepted: accepted, isThere: isThere))
    }
    return jobs
  }

  /// - Returns: nil for a file that can be no figure of the folder, and was never one.
  private func outcome(
    of job: Job, _ listing: FigureFolder, threads: Int
  ) throws -> FigureOutcome? {
    let path = listing.path(of: job.path)
    guard let accepted = job.accepted else { return try extra(job.path, path) }
    guard job.isThere else { return missing(accepted, listing) }
    let trial = FigureTrial(
      accepted: accepted, folder: listing.path, reference: references,
      remaking: remaking, fontFiles: fontFiles, threads: threads)
    do {
      return try trial.run()
    } catch  where !isMachineFault(error) {
      return FigureOutcome(
        path: accepted.path, verdict: .unverified, detail: "\(error)", accepted: accepted,
        new: .file(path))
    }
  }

  private func missing(
    _ accepted: GuardedFigure, _ listing: FigureFolder
  ) -> FigureOutcome {
    if let fault = listing.linkFault(of: accepted.path) {
      return FigureOutcome(
        path: accepted.path, verdict: .unverified, rung: "file", detail: fault, accepted: accepted)
    }
    var outcome = FigureOutcome(
      path: accepted.path, verdict: .missing, detail: "it is not there", accepted: accepted)
    if case .picture(let picture)? = try? references?.picture(of: accepted) {
      outcome.reference = picture.source
    }
    return outcome
  }

  private func extra(_ name: String, _ path: String) throws -> FigureOutcome? {
    var outcome = FigureOutcome(
      path: name, verdict: .extra, detail: "\(GuardManifest.fileName) does not list it")
    do {
      outcome.found = try FigureFacts.read(path).facts
      outcome.new = .file(path)
    } catch let error as UnsoundFigure {
      if error.isForeign { return nil }
      outcome.detail += "; \(error)"
    }
    return outcome
  }
}
