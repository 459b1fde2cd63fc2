internal import Files
internal import Provenance

/// `guard.json`: every figure of a folder as it was accepted.
package struct GuardManifest: Equatable, Sendable {
  /// The layout that this version writes and reads.
  package static let schema = "dlplot-guard-1"
  /// The name of the file in the folder that it guards.
  package static let fileName = "guard.json"

  /// In the order of their paths' bytes.
  package private(set) var figures: [GuardedFigure]

  package init(figures: [GuardedFigure] = []) {
    self.figures = figures.sorted { GuardPath.precedes($0.path, $1.path) }
  }

  /// The entry of a path; setting nil takes it away.
  package subscript(path: String) -> GuardedFigure? {
    get { figures.first { GuardPath.areSame($0.path, path) } }
    set {
      figures.removeAll { GuardPath.areSame($0.path, path) }
      guard let newValue else { return }
      let place = figures.firstIndex { GuardPath.precedes(path, $0.path) } ?? figures.endIndex
      figures.insert(newValue, at: place)
    }
  }

  /// The bytes of the file: one figure after the other, so that a change of one is a change of a few
  /// lines.
  package func bytes() throws -> [UInt8] {
    let fields = Fields(schema: Self.schema, figures: figures)
    return try JSONValueEncoder(root: "guard").encode(fields).prettyBytes
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: `JSONParseError`, `JSONCodingError`, `ProvenanceError.unknownSchema`, `GuardError` for
  ///   a path that leads out of the folder or stands twice, and for an entry that is incomplete.
  package init(bytes: [UInt8]) throws {
    let json = try JSONValue(parsing: bytes, limits: JSONLimits(byteCount: 64 << 20, depth: 16))
    guard let schema = json["schema"]?.stringValue, schema == Self.schema else {
      throw ProvenanceError.unknownSchema(
        place: "guard", got: json["schema"]?.stringValue ?? "", expected: Self.schema)
    }
    let fields = try JSONValueDecoder(root: "guard", unknownKeys: .refuse)
      .decode(Fields.self, from: json)
    for figure in fields.figures { try Self.check(figure) }
    self.init(figures: fields.figures)
    for (figure, next) in zip(figures, figures.dropFirst())
    where GuardPath.areSame(figure.path, next.path) {
      throw GuardError.repeatedFigure(figure.path)
    }
  }

  private struct Fields: Codable {
    let schema: String
    let figures: [GuardedFigure]
  }

  private static func check(_ figure: GuardedFigure) throws(GuardError) {
    guard GuardPath.isSound(figure.path) else { throw .unsoundPath(figure.path) }
    let hasPixels = (figure.pixels ?? []).contains { !$0.digests.isEmpty }
    // Without one of these a figure would pass for whatever it shows.
    guard hasPixels != (figure.drawing != nil) else {
      throw .incompleteFigure(figure.path, expected: "pixels, or the drawing of an SVG or PDF")
    }
    guard (figure.kind == .figure) == (figure.identities != nil) else {
      throw .incompleteFigure(
        figure.path,
        expected: figure.kind == .figure ? "identities" : "no identities of a picture")
    }
    guard figure.kind == .figure || hasPixels else {
      throw .incompleteFigure(figure.path, expected: "pixels")
    }
  }
}
