internal import Files
internal import Provenance

/// A named data set and whether it is at hand.
package struct DatasetStatus: Equatable, Sendable {
  package enum State: Equatable, Sendable {
    /// Found, decoded, and by its digest the set of that name.
    case ready
    /// Not found; `remedy` says how to get it.
    case missing(remedy: String)
    /// Found, but not what it should be.
    case damaged(String)
  }

  package let set: KnownDataset
  package let state: State
  /// Folder of the files, where they have been found.
  package let folder: String?
  /// Size of the four files in bytes, where they have been found.
  package let byteCount: Int?
  /// What the files hold, where they can be decoded.
  package let summary: DatasetSummary?

  /// Looks for `set` and decodes it whole.
  ///
  /// - Throws: An error that is the machine's fault; all others are a state.
  package init(of set: KnownDataset, found locator: DatasetLocator) throws {
    self.set = set
    var found: DatasetFiles?
    do {
      let files = try locator.locate(set)
      found = files
      let summary = try DatasetSummary(of: Dataset(reading: files))
      self.summary = summary
      state =
        summary.digest.hex == set.digest
        ? .ready : .damaged("its content is not \(set): run dlplot data verify \(set)")
    } catch is LocationError {
      state = .missing(remedy: set.remedy)
      summary = nil
    } catch let error as any DatasetsFailure where !error.isMachineFault {
      state = .damaged("\(error)")
      summary = nil
    }
    folder = found?.folder
    byteCount = found.map { files in
      files.all.reduce(0) { $0 + (FileSystem.size(of: $1.path) ?? 0) }
    }
  }
}
