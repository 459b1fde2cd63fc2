/// What a figure carries, so that anyone can make it again and compare.
///
/// It knows no path, no time, no host and no user; nor how many threads worked or what the output
/// was called.
package struct Recipe: Codable, Equatable, Sendable {
  /// The layout of recipes that this version writes and reads.
  package static let schema = "dlplot-recipe-1"

  /// The rules by which numbers are made here: kernels, random numbers, initialisers, reductions.
  ///
  /// It goes up with every change by which some config gives other bits than before. A figure of
  /// another version may be right, but cannot be checked.
  package static let numericsVersion = 2

  /// The program that made a figure.
  package struct Tool: Codable, Equatable, Sendable {
    package var name: String
    package var version: String

    package init(name: String = "dlplot", version: String) {
      self.name = name
      self.version = version
    }
  }

  /// A data set: found by its digest, called by its name.
  package struct DataSet: Codable, Equatable, Sendable {
    package var name: String
    package var digest: Digest

    package init(name: String, digest: Digest) {
      self.name = name
      self.digest = digest
    }
  }

  package let schema: String
  package let tool: Tool
  /// The `Recipe.numericsVersion` of the program that made the figure.
  package let numericsVersion: Int
  /// The experiment's name, for example `activations`.
  package let experiment: String
  /// What the experiment was asked for, seed included.
  package let config: JSONValue
  /// How its result is shown: size, theme, language and the like.
  package let figure: JSONValue
  /// The data sets that were read, in the order of their roles.
  package let dataSets: [DataSet]
  package let identities: FigureIdentities
  /// The command line that makes the figure, rebuilt from the config; see `ShellQuoting`.
  package let command: String
  /// Whether the files of the figure carry their numbers, so that one from which they were taken can
  /// be told from one that was drawn without; nil where that is not known. No part of any identity.
  package let carriesNumbers: Bool?

  /// Takes what a figure is made of, and finds its config identity.
  ///
  /// - Throws: `ProvenanceError.negativeZero` where a setting is -0, `.unprintableText` for a name
  ///   or command with control characters, `.cryptoFailed`.
  package init(
    tool: Tool, experiment: String, config: JSONValue, figure: JSONValue, dataSets: [DataSet],
    data: Digest, scene: Digest? = nil, pixels: Digest? = nil, command: String,
    carriesNumbers: Bool? = nil
  ) throws(ProvenanceError) {
    self.schema = Self.schema
    self.tool = tool
    self.numericsVersion = Self.numericsVersion
    self.experiment = experiment
    self.config = config
    self.figure = figure
    self.dataSets = dataSets
    self.command = command
    self.carriesNumbers = carriesNumbers
    self.identities = FigureIdentities(
      config: try Self.configIdentity(
        experiment: experiment, config: config, figure: figure, dataSets: dataSets.map(\.digest)),
      data: data, scene: scene, pixels: pixels)
    try validate()
  }

  /// The config identity: of everything that decides the figure, and of nothing else.
  ///
  /// SHA-256 of the canonical JSON of
  /// `{"config": …, "dataSets": [digest, …], "experiment": …, "figure": …, "numericsVersion": …,
  /// "schema": …}`. Data sets count by digest, not by name.
  ///
  /// - Throws: `ProvenanceError.cryptoFailed`.
  package static func configIdentity(
    schema: String = Recipe.schema, numericsVersion: Int = Recipe.numericsVersion,
    experiment: String, config: JSONValue, figure: JSONValue, dataSets: [Digest]
  ) throws(ProvenanceError) -> Digest {
    let settings: JSONValue = [
      "config": config,
      "dataSets": .array(dataSets.map { .string($0.hex) }),
      "experiment": .string(experiment),
      "figure": figure,
      "numericsVersion": .number(Double(numericsVersion)),
      "schema": .string(schema),
    ]
    return try SHA256.digest(of: settings.canonicalBytes)
  }

  /// Refuses what a recipe must not hold, and a config that is not the one of its identity.
  func validate() throws(ProvenanceError) {
    try Self.requirePrintable(tool.name, "tool name")
    try Self.requirePrintable(tool.version, "tool version")
    try Self.requirePrintable(experiment, "experiment")
    try Self.requirePrintable(command, "command")
    for dataSet in dataSets { try Self.requirePrintable(dataSet.name, "data set") }
    // Canonical JSON writes 0 for -0: a figure made with -0 could not be made again.
    if let place = config.placeOfNegativeZero(below: "config") { throw .negativeZero(place: place) }
    if let place = figure.placeOfNegativeZero(below: "figure") { throw .negativeZero(place: place) }
    let config = try Self.configIdentity(
      schema: schema, numericsVersion: numericsVersion, experiment: experiment, config: config,
      figure: figure, dataSets: dataSets.map(\.digest))
    guard config == identities.config else {
      throw .wrongIdentity(.config, got: config, expected: identities.config)
    }
  }

  private static func requirePrintable(_ text: String, _ place: String) throws(ProvenanceError) {
    guard MessageText.isPrintable(text) else { throw .unprintableText(place: place, got: text) }
  }
}

extension JSONValue {
  /// The first place with a -0, for example `config.layers[3]`.
  fileprivate func placeOfNegativeZero(below path: String) -> String? {
    switch self {
    case .null, .bool, .string: nil
    case .number(let number): number == 0 && number.sign == .minus ? path : nil
    case .array(let elements):
      elements.enumerated().lazy
        .compactMap { $1.placeOfNegativeZero(below: "\(path)[\($0)]") }.first
    case .object(let members):
      members.lazy
        .compactMap { $0.value.placeOfNegativeZero(below: path + CodingTrail.step(toKey: $0.key)) }
        .first
    }
  }
}
