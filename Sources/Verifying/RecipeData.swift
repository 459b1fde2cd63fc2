import Datasets
import Experiments
import Provenance

/// The images of a recipe, found by their digest.
///
/// A name in a recipe is a hint for a set that has one, and never a path: figures come from anywhere.
struct RecipeData {
  let recipe: Recipe
  let data: String?

  init(_ recipe: Recipe, data: String?) {
    self.recipe = recipe
    self.data = data
  }

  /// The images, as many as `extent` says, under the name that they truly have; nil where none are
  /// needed.
  ///
  /// A result says whether its images came from a folder, which may be elsewhere by now, or not be
  /// needed: where a recipe says so, it is believed. It is not where it gives them the name of a set
  /// that is here and holds others.
  ///
  /// - Throws: `VerificationError.otherImages` or `.noImages`.
  func find(_ extent: DatasetExtent?) throws -> Dataset? {
    guard let extent else { return nil }
    guard let wanted = recipe.dataSets.first else {
      throw VerificationError.noImages(name: "none", digest: "none")
    }
    let hint = KnownDataset(rawValue: wanted.name)
    let hinted = hint.flatMap { images(of: $0, extent) }
    if let hint, let hinted, data == nil, try hinted.digest() == wanted.digest {
      return hinted.renamed(hint.rawValue)
    }
    if let data {
      let images = try Dataset(reading: try DatasetLocator().locate(data), extent: extent)
      guard try images.digest() == wanted.digest else {
        throw VerificationError.otherImages(data: data, digest: wanted.digest.hex)
      }
      let isMisnamed = try hinted.map { try $0.digest() != wanted.digest } ?? false
      return images.renamed(isMisnamed ? ImageSource.folder : wanted.name)
    }
    for set in KnownDataset.allCases where set != hint {
      guard let found = images(of: set, extent), try found.digest() == wanted.digest else {
        continue
      }
      return found.renamed(hinted == nil ? wanted.name : set.rawValue)
    }
    throw VerificationError.noImages(name: wanted.name, digest: wanted.digest.hex)
  }

  /// Nil for a set that is not here.
  private func images(of set: KnownDataset, _ extent: DatasetExtent) -> Dataset? {
    guard let files = try? DatasetLocator().locate(set.rawValue) else { return nil }
    return try? Dataset(reading: files, extent: extent)
  }
}
