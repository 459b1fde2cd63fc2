internal import Provenance

/// What came of the check of one figure, rung by rung.
package struct VerificationReport: Codable, Equatable, Sendable {
  /// What is compared, first cause first.
  package enum Name: String, CaseIterable, Codable, Equatable, Sendable {
    /// The recipe itself: whether there is one where there was one.
    case recipe
    /// What was asked for, with its identity.
    case config
    /// The numbers that the file carries, with the data identity.
    case numbers
    /// The numbers that come out anew, with the data identity.
    case data
    /// The display list that is drawn anew, with the scene identity.
    case scene
    /// The pixels that are drawn anew, with the pixel identity.
    case pixels
    /// What the file shows, with what it was written to show.
    case picture
    /// Title, description and command in the file, with those that are made anew.
    case words
  }

  package enum State: String, Codable, Equatable, Sendable {
    case equal, differs
    /// Not compared, for the reason that `detail` gives.
    case skipped
  }

  /// What came of one comparison.
  package struct Rung: Codable, Equatable, Sendable {
    package var name: Name
    package var state: State
    /// What differs, or why nothing was compared, in words; empty for equal.
    package var detail: String

    package init(_ name: Name, _ state: State, _ detail: String = "") {
      self.name = name
      self.state = state
      self.detail = detail
    }
  }

  package var rungs: [Rung]
  /// What was added to the file and changes nothing that is seen or read, such as `chunk tIME`.
  package var additions: [String]

  package init(_ rungs: [Rung], additions: [String] = []) {
    self.rungs = rungs
    self.additions = additions
  }

  /// Whether all that was compared is equal.
  package var isEqual: Bool { rungs.allSatisfy { $0.state != .differs } }

  package func rungs(_ state: State) -> [Rung] { rungs.filter { $0.state == state } }

  /// The first that differs.
  package var firstDifference: Rung? { rungs(.differs).first }
}

extension VerificationReport: CustomStringConvertible {
  /// The verdict on one line, then a line for whatever else differs. What a file says is escaped.
  package var description: String {
    let differing = rungs(.differs)
    guard let first = differing.first else {
      var text = "verified: " + names(.equal)
      for rung in rungs(.skipped) {
        text += "; not compared: \(rung.name.rawValue) (\(Self.line(rung)))"
      }
      if !additions.isEmpty { text += "; changed without harm: \(listedAdditions)" }
      return text
    }
    var lines = ["DIFFERS in \(first.name.rawValue): \(Self.line(first))"]
    for rung in differing.dropFirst() {
      lines.append("  and in \(rung.name.rawValue): \(Self.line(rung))")
    }
    for rung in rungs(.skipped) {
      lines.append("  not compared: \(rung.name.rawValue) (\(Self.line(rung)))")
    }
    let equal = names(.equal)
    if !equal.isEmpty { lines.append("  equal: \(equal)") }
    return lines.joined(separator: "\n")
  }

  private static func line(_ rung: Rung) -> String { MessageText.escaped(rung.detail) }

  private var listedAdditions: String {
    MessageText.escaped(additions.prefix(8).joined(separator: ", "))
      + (additions.count > 8 ? ", and \(additions.count - 8) more" : "")
  }

  private func names(_ state: State) -> String {
    rungs(state).map(\.name.rawValue).joined(separator: ", ")
  }
}
