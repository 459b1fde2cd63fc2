/// An option that cannot be followed.
enum UsageError: Error, Equatable, CustomStringConvertible {
  case invalid(_ option: String, value: String, allowed: String)
  case unknownCommand(_ name: String, allowed: [String])
  /// A name of a kind of thing, such as an optimizer.
  case unknown(_ kind: String, name: String, allowed: String)
  case unknownExtension(path: String)
  /// What a file of options asks for.
  case inFile(_ path: String, reason: String)
  /// A word with one dash that is no option.
  case unknownOption(_ word: String, hint: String?)
  /// A word with one dash where an option wants a value.
  case dashedValue(_ value: String, option: String, valueName: String)
  /// A command that reads figures was given none.
  case missingFigure
  /// A picture that carries nothing but its pixels, or pixels and words.
  case nothingToLint(path: String, missing: String)

  var description: String {
    switch self {
    case .invalid(let option, let value, let allowed):
      "invalid \(option): \(value.isEmpty ? "''" : value) (\(allowed))"
    case .unknownCommand(let name, let allowed):
      "unknown command: \(name.isEmpty ? "''" : name) (\(allowed.joined(separator: ", "))"
        + OptionValue.hint(for: name, among: allowed) + ")"
    case .unknown(let kind, let name, let allowed):
      "unknown \(kind): \(name) (\(allowed))"
    case .unknownExtension(let path):
      "unknown extension: \(path.isEmpty ? "''" : path) (.png, .svg, .pdf)"
    case .inFile(let path, let reason):
      "\(path): \(reason)"
    case .unknownOption(let word, let hint):
      "unknown option: \(word)" + (hint.map { " (\($0))" } ?? "")
    case .dashedValue(let value, let option, let valueName):
      "missing value: \(option) <\(valueName)> (write \(option)=\(value) for a value that begins with "
        + "a dash)"
    case .nothingToLint(let path, let missing):
      "cannot lint \(path): it carries no \(missing) (lint looks at the numbers and the drawing of a "
        + "figure of dlplot, never at pixels alone)"
    case .missingFigure:
      "missing argument: <file> (a figure, or a result of --json)"
    }
  }
}
