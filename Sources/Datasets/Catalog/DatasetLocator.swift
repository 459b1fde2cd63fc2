internal import Files
package import Provenance

/// Finds data sets by name, by folder or by digest.
package struct DatasetLocator: Sendable {
  package let places: SearchPlaces

  package init(places: SearchPlaces = .ofThisProcess()) {
    self.places = places
  }

  /// The files that `--data` asks for.
  ///
  /// - Parameter request: A name (`mnist5k`, `mnist`, `fashion`) or else the path of a folder; a
  ///   folder that is called like a set is reached as `./mnist`.
  /// - Throws: `LocationError`, or `FileError` for a folder that may not be read.
  package func locate(_ request: String) throws -> DatasetFiles {
    if let known = KnownDataset(rawValue: request) {
      return try locate(known)
    }
    switch try FileSystem.kind(of: request) {
    case .folder: return try DatasetFolder.files(in: request, name: request)
    case nil: throw LocationError.unknown(request)
    case let kind?: throw LocationError.notAFolder(request, got: kind)
    }
  }

  /// The files of a named set, from the first place that has all four.
  ///
  /// - Throws: `LocationError.notFound`, or `FileError` where the only place may not be read.
  package func locate(_ known: KnownDataset) throws -> DatasetFiles {
    let folders = places.folders(for: known)
    var closest: LocationError.IncompleteFolder?
    var refusal: FileError?
    for folder in folders {
      do {
        guard try FileSystem.kind(of: folder) == .folder else { continue }
        return try DatasetFolder.files(
          in: folder, name: known.rawValue, classCount: known.classCount)
      } catch LocationError.incomplete(let missing) {
        closest = closest ?? missing
      } catch let error as FileError {
        refusal = refusal ?? error
      }
    }
    if let refusal { throw refusal }
    throw LocationError.notFound(known, lookedIn: folders, closest: closest)
  }

  /// Loads the data that a recipe names by its digest.
  ///
  /// - Parameters:
  ///   - digest: The digest of the data as the recipe used it, see `Dataset.digest()`.
  ///   - extent: How much of the set the recipe used.
  ///   - request: The user's `--data`; without it every named set within reach is tried.
  /// - Throws: `LocationError.noneWithDigest`; with a `request` also why it cannot be read. A
  ///   named set that is missing, damaged or too small is passed over.
  package func load(
    digest: Digest, extent: DatasetExtent, request: String? = nil
  ) throws -> Dataset {
    if let request {
      let dataset = try Dataset(reading: locate(request), extent: extent)
      guard try dataset.digest() == digest else {
        throw LocationError.noneWithDigest(digest, lookedAt: [request])
      }
      return dataset
    }
    var lookedAt: [String] = []
    for known in KnownDataset.allCases {
      guard let files = try? locate(known) else { continue }
      lookedAt.append(known.rawValue)
      if let dataset = try? Dataset(reading: files, extent: extent),
        try dataset.digest() == digest
      {
        return dataset
      }
    }
    throw LocationError.noneWithDigest(digest, lookedAt: lookedAt)
  }
}
