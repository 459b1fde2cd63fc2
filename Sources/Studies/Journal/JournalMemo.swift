import Provenance

/// What distributions in a journal say, of those that were read last: trials repeat those of the ones
/// before, which need to be read only once.
struct JournalMemo {
  /// Of single parameters, and of whole trials by name.
  private var distributions = RecentTexts<String>()
  private var spaces = RecentTexts<[(name: String, distribution: String)]>()

  /// What the next line may well have as its distributions.
  var likelySpace: [UInt8] { spaces.latest }

  /// The distribution of a parameter that is set by itself.
  mutating func distribution(_ line: JournalLine) throws(JournalLineError) -> String {
    try distributions.value(of: try line.raw("distribution")) { () throws(JournalLineError) in
      try line.string("distribution")
    }
  }

  /// The distributions of a trial that is created with its parameters.
  mutating func space(
    _ line: JournalLine
  ) throws(JournalLineError) -> [(name: String, distribution: String)] {
    guard line.has("distributions") else { return [] }
    return try spaces.value(of: try line.raw("distributions")) { () throws(JournalLineError) in
      var space: [(name: String, distribution: String)] = []
      for member in try line.object("distributions") {
        space.append((member.key, try JournalLine.string(member.text, "distributions")))
      }
      return space
    }
  }
}
