package import Provenance

/// What `guard.json` says of one figure.
package struct GuardedFigure: Codable, Equatable, Sendable {
  /// What kind of file it is.
  package enum Kind: String, Codable, Equatable, Sendable, CaseIterable {
    /// A figure that dlplot drew, with its recipe.
    case figure
    /// A picture of another tool, known by its pixels alone.
    case picture
  }

  /// The identities that a figure of dlplot carries.
  package struct Identities: Codable, Equatable, Sendable {
    package var config: Digest
    package var data: Digest
    package var scene: Digest
    /// SHA-256 of the text of the carried numbers; nil where the figure carries none.
    package var numbers: Digest?
    /// SHA-256 of title, alternative text and command, as canonical JSON.
    package var words: Digest

    package init(config: Digest, data: Digest, scene: Digest, numbers: Digest?, words: Digest) {
      self.config = config
      self.data = data
      self.scene = scene
      self.numbers = numbers
      self.words = words
    }
  }

  /// Relative to the folder of `guard.json`, with forward slashes; see `GuardPath`.
  package var path: String
  package var kind: Kind
  /// nil for a picture of another tool.
  package var identities: Identities?
  /// Accepted pixel digests, a list for each renderer in the order of their names; nil for an SVG or
  /// PDF.
  package var pixels: [AcceptedPixels]?
  /// SHA-256 of the drawing of an SVG or PDF; nil for a PNG.
  package var drawing: Digest?
  /// How far pixels may differ that are not accepted, whatever drew them; nil for the pixels of a
  /// known renderer not at all, and those of another by what cannot be seen.
  package var tolerance: StatedTolerance?
  /// What was accepted and why, the first time first.
  package var history: [Acceptance]

  package init(
    path: String, kind: Kind, identities: Identities?, pixels: [AcceptedPixels]?,
    drawing: Digest?, tolerance: StatedTolerance? = nil, history: [Acceptance]
  ) {
    self.path = path
    self.kind = kind
    self.identities = identities
    self.pixels = pixels
    self.drawing = drawing
    self.tolerance = tolerance
    self.history = history
  }

  /// Whether these pixels were accepted, whatever drew them.
  package func accepts(_ digest: Digest) -> Bool {
    (pixels ?? []).contains { $0.digests.contains(digest) }
  }

  /// Whether these pixels were accepted, in words.
  func verdict(on digest: Digest) -> String {
    accepts(digest) ? "its pixels are those accepted" : "its pixels are not those accepted"
  }

  /// Whether pixels of this renderer were ever accepted.
  package func knows(renderer: String) -> Bool {
    (pixels ?? []).contains { $0.renderer == renderer }
  }
}

/// Pixel digests that count as right where one renderer draws.
package struct AcceptedPixels: Codable, Equatable, Sendable {
  /// As in `cairo 1.16.0` or `Matplotlib version3.10.0`.
  package var renderer: String
  /// In the order in which they were accepted.
  package var digests: [Digest]

  package init(renderer: String, digests: [Digest]) {
    self.renderer = renderer
    self.digests = digests
  }
}

/// One time that a figure was taken for right; it knows no time and no user.
package struct Acceptance: Codable, Equatable, Sendable {
  /// What was new, as in `scene, pixels`.
  package var changed: String
  package var why: String

  package init(changed: String, why: String) {
    self.changed = changed
    self.why = why
  }
}
