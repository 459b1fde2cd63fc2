internal import Provenance

/// Search spaces as the command line writes them, one text a parameter.
///
/// | text | parameter |
/// |---|---|
/// | `dropout=0..0.5` | real, evenly |
/// | `learning-rate=log:1e-6..1e-2` | real, on a log scale |
/// | `momentum=0.5..0.9:0.1` | real, in steps |
/// | `layers=1..6` | whole, for both bounds are written with digits alone |
/// | `width=log:16..1024` | whole, on a log scale |
/// | `hidden=50..200:50` | whole, in steps (a step with a point makes it real) |
/// | `optimizer=sgd|adam`, `batch=16|32|64` | choices: words, numbers, `true`, `false`, `null` |
///
/// The name ends at the first `=`: in `init=std=0.01|xavier|he` the first choice is `std=0.01`.
/// White space around names, bounds and choices means nothing.
extension SearchSpace {
  /// Reads one text for each parameter.
  ///
  /// - Throws: `SpaceError` that names the parameter and what is wrong.
  package init(texts: [String]) throws(SpaceError) {
    var parameters: [SearchParameter] = []
    for text in texts { parameters.append(try SearchParameter(text: text)) }
    try self.init(parameters)
  }
}

extension SearchParameter {
  /// Reads `NAME=RANGE`.
  ///
  /// - Throws: `SpaceError` that names the parameter and what is wrong.
  package init(text: String) throws(SpaceError) {
    guard let sign = text.firstIndex(of: "="), sign > text.startIndex,
      MessageText.isPrintable(text)
    else { throw .noName(text) }
    let name = trimmed(text[..<sign])
    if name.isEmpty { throw .noName(text) }
    let range = trimmed(text[text.index(after: sign)...])
    let result: Result<Distribution, DistributionError>
    if range.utf8.contains(UInt8(ascii: "|")) {
      let choices = range.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
      if choices.contains("") { throw .unreadable(name: name, range: range) }
      result = Result { () throws(DistributionError) in
        try .choices(choices.map { ParameterValue(literal: $0) })
      }
    } else {
      guard let bounds = RangeText(range) else { throw .unreadable(name: name, range: range) }
      if bounds.low.value == bounds.high.value {
        throw .emptyRange(name: name, range: range)
      }
      result = Result { () throws(DistributionError) in try bounds.distribution() }
    }
    switch result {
    case .success(let distribution): self.init(name: name, distribution: distribution)
    case .failure(let error): throw .invalid(name: name, range: range, error)
    }
  }

  /// The parameter as `init(text:)` reads it.
  package var text: String { "\(name)=\(distribution.text)" }
}

extension Distribution {
  /// The range or the choices as the command line writes them.
  package var text: String {
    func real(_ value: Double) -> String {
      // A bound that looks whole would make the parameter a whole one.
      let text = NumberText.text(of: value)
      return Int(text) == nil ? text : text + ".0"
    }
    return switch self {
    case .float(let range):
      (range.isLog ? "log:" : "") + "\(real(range.low))..\(real(range.high))"
        + (range.step.map { ":\(real($0))" } ?? "")
    case .int(let range):
      (range.isLog ? "log:" : "") + "\(range.low)..\(range.high)"
        + (range.step == 1 ? "" : ":\(range.step)")
    case .categorical(let choices): choices.map(\.description).joined(separator: "|")
    }
  }
}

/// `[log:]LOW..HIGH[:STEP]`, split into its numbers.
private struct RangeText {
  let isLog: Bool
  let low: NumberLiteral
  let high: NumberLiteral
  let step: NumberLiteral?

  init?(_ text: String) {
    var rest = Substring(text)
    isLog = rest.hasPrefix("log:")
    if isLog { rest = rest.dropFirst(4) }
    guard let dots = firstDots(in: rest) else { return nil }
    let parts = rest[rest.index(dots, offsetBy: 2)...].split(
      separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, let low = NumberLiteral(trimmed(rest[..<dots])),
      let high = NumberLiteral(trimmed(parts[0]))
    else { return nil }
    self.low = low
    self.high = high
    step = parts.count == 2 ? NumberLiteral(trimmed(parts[1])) : nil
    if parts.count == 2 && step == nil { return nil }
  }

  func distribution() throws(DistributionError) -> Distribution {
    if let low = low.integer, let high = high.integer, step == nil || step?.integer != nil {
      return try .int(low, high, isLog: isLog, step: step?.integer ?? 1)
    }
    return try .float(low.value, high.value, isLog: isLog, step: step?.value)
  }
}

/// Where `..` begins.
private func firstDots(in text: Substring) -> Substring.Index? {
  text.indices.first { text[$0...].hasPrefix("..") }
}

private func trimmed(_ text: some StringProtocol) -> String {
  let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
  let tail = text.drop(while: isSpace)
  return String(String(tail.reversed().drop(while: isSpace)).reversed())
}
