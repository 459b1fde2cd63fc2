import ArgumentParser
import Provenance

/// An error as one line: lower case, the value, what is allowed.
struct ErrorLine {
  let text: String

  init(_ error: any Error) {
    if let failure = error as? FileFailure {
      let line = ErrorLine(failure.reason).text
      text =
        line.contains(MessageText.line(failure.path))
        ? line : "dlplot: " + MessageText.line("\(failure.path): \(line.dropFirst(8))")
      return
    }
    var message = DLPlot.message(for: error)
    while message.hasSuffix("\n") { message.removeLast() }
    // What a file says or is called may be long, and must not steer the terminal.
    text = "dlplot: " + MessageText.line(Self.parserError(message) ?? Self.lowerCased(message))
  }

  /// The line with a small first letter (but not of a name such as IDX) and no final period.
  private static func lowerCased(_ line: String) -> String {
    var line = line
    if line.hasSuffix(".") && !line.hasSuffix("..") { line.removeLast() }
    let second = line.dropFirst().first
    if let first = line.first, first.isUppercase, second?.isLowercase == true {
      line = first.lowercased() + line.dropFirst()
    }
    return line
  }

  /// A sentence of swift-argument-parser in the form of all other errors; nil for one that is not
  /// known, which then stays as it is.
  private static func parserError(_ line: String) -> String? {
    // Values stand between single quotes: the pieces are words and values in turn.
    let pieces = line.split(separator: "'", omittingEmptySubsequences: false).map(String.init)
    func value(_ index: Int) -> String { pieces[2 * index + 1] }
    switch stride(from: 0, to: pieces.count, by: 2).map({ pieces[$0] }) {
    case ["Unknown option ", ""]:
      let common = NearestName.nearest(to: value(0), among: ["--help", "--version"])
      return "unknown option: \(value(0))" + (common.map { " (did you mean \($0)?)" } ?? "")
    case ["Unknown option ", ". Did you mean ", "?"]:
      return "unknown option: \(value(0)) (did you mean \(value(1))?)"
    case ["Unexpected argument ", ""]:
      return "unexpected argument: \(value(0))"
    case ["Missing value for ", ""]:
      return "missing value: \(value(0))"
    case ["Missing expected argument ", ""]:
      return "missing argument: \(value(0))"
    case ["The option ", " does not take any value, but ", " was specified."]:
      return "invalid \(value(0)): \(value(1)) (it takes no value)"
    default:
      return nil
    }
  }
}
