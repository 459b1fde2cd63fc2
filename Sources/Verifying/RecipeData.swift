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

  /// The images, as many as `extent` says; nil where none are needed.
  ///
  /// - Throws: `VerificationError.otherImages` or `.noImages`.
  func find(_ extent: DatasetExtent?) throws -> Dataset? {
    guard let extent else { return nil }
    guard let wanted = recipe.dataSets.first else {
      throw VerificationError.noImages(name: "none", digest: "none")
    }
    if let data {
      let images = try Dataset(reading: try DatasetLocator().locate(data), extent: extent)
      guard try images.digest() == wanted.digest else {
        throw VerificationError.otherImages(data: data, digest: wanted.digest.hex)
      }
      return named(images, wanted)
    }
    var known = KnownDataset.allCases
    if let hint = KnownDataset(rawValue: wanted.name) {
      known = [hint] + known.filter { $0 != hint }
    }
    for set in known {
      guard let files = try? DatasetLocator().locate(set.rawValue),
        let images = try? Dataset(reading: files, extent: extent),
        try images.digest() == wanted.digest
      else { continue }
      return named(images, wanted)
    }
    throw VerificationError.noImages(name: wanted.name, digest: wanted.digest.hex)
  }

  /// The images under the name that they had: a result says whether they came from a folder, which
  /// may be elsewhere by now, or not be needed.
  private func named(_ images: Dataset, _ wanted: Recipe.DataSet) -> Dataset {
    images.renamed(wanted.name)
  }
}
