/// The four digests by which a figure is known, from what was asked for to what is seen.
///
/// Two figures agree down to the rung at which their digests part.
package struct FigureIdentities: Codable, Equatable, Sendable {
  /// Of the canonical JSON of what was asked for; see `Recipe.configIdentity`.
  package var config: Digest
  /// Of the numbers that came out; see `DataDigest`.
  package var data: Digest
  /// Of the display list; nil where nothing was drawn, as in a run file.
  package var scene: Digest?
  /// Of width, height and the decoded rows; nil where nothing was rasterised.
  package var pixels: Digest?

  package init(config: Digest, data: Digest, scene: Digest? = nil, pixels: Digest? = nil) {
    self.config = config
    self.data = data
    self.scene = scene
    self.pixels = pixels
  }

  /// The rungs of the ladder, first cause first.
  package enum Rung: String, CaseIterable, Codable, Sendable {
    case config, data, scene, pixels
  }

  /// The digest of a rung, nil where there is none.
  package subscript(rung: Rung) -> Digest? {
    switch rung {
    case .config: config
    case .data: data
    case .scene: scene
    case .pixels: pixels
    }
  }

  /// The first rung that both have and at which they differ; nil where they agree.
  package func firstDifference(from other: FigureIdentities) -> Rung? {
    Rung.allCases.first { rung in
      guard let mine = self[rung], let theirs = other[rung] else { return false }
      return mine != theirs
    }
  }
}
