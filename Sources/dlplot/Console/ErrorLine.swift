import ArgumentParser

/// An error as one line: lower case, the value, what is allowed.
struct ErrorLine {
  let text: String

  init(_ error: any Error) {
    // The parser's own errors come with usage text around them; the first line says it all.
    let message = DLPlot.message(for: error)
    let line = message.split(separator: "\n", omittingEmptySubsequences: true).first ?? ""
    text = "dlplot: " + Self.lowerCased(String(line))
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
}
