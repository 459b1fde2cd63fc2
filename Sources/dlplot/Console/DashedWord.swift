import ArgumentParser
import Provenance

/// Words of the command line that begin with one dash.
///
/// The parser takes such a word apart into short options, passes over those that it does not know, and
/// finds the one for help in any word with an `h`: a figure called `-hacked.png` would never be
/// looked at, and its check would end as if it had passed.
enum DashedWord {
  /// Refuses words with one dash that are neither options nor their values.
  ///
  /// - Parameter arguments: The command line without the program.
  /// - Throws: `UsageError.unknownOption`, `.dashedValue`.
  static func check(_ arguments: [String]) throws(UsageError) {
    let words = Array(arguments.prefix { $0 != "--" })
    guard words.contains(where: isDashed),
      let options = KnownOptions(of: CommandName.command(of: words))
    else { return }
    var index = words.startIndex
    while index < words.endIndex {
      let word = words[index]
      index += 1
      if let option = options.withValue(word) {
        if index < words.endIndex, isDashed(words[index]), !option.takesAnything {
          throw .dashedValue(
            words[index], option: option.names.last ?? word, valueName: option.valueName)
        }
        index += 1
      } else if isDashed(word), !options.hasName(of: word) {
        throw .unknownOption(word, hint: hint(for: word, options))
      }
    }
  }

  /// Whether a word begins with one dash, and asks for more than help; a dash alone is a file.
  private static func isDashed(_ word: String) -> Bool {
    word.hasPrefix("-") && !word.hasPrefix("--") && word != "-" && word != "-h"
  }

  private static func hint(for word: String, _ options: KnownOptions) -> String? {
    if options.hasName(of: "-" + word) || word == "-help" { return "did you mean -\(word)?" }
    return options.takesFiles && word.count > 2 ? "write -- before a file of that name" : nil
  }
}

/// The options of a command, as the parser tells them.
private struct KnownOptions {
  struct Option {
    /// With their dashes, the short one first.
    let names: [String]
    let takesValue: Bool
    /// Whether its value may begin with a dash.
    let takesAnything: Bool
    let valueName: String
  }

  private let options: [Option]
  /// Whether words without a dash may follow.
  let takesFiles: Bool

  /// - Returns: nil where the parser's answer cannot be read.
  init?(of command: any ParsableCommand.Type) {
    guard let help = try? JSONValue(parsing: command._dumpHelp(), limits: JSONLimits()),
      let information = help["command"]
    else { return nil }
    let arguments = Self.list(information["arguments"])
    takesFiles = arguments.contains { $0["kind"] == "positional" }
    options = arguments.map { argument in
      Option(
        names: Self.list(argument["names"]).map { name in
          (name["kind"] == "short" ? "-" : "--") + (name["name"]?.stringValue ?? "")
        }, takesValue: argument["kind"] == "option",
        takesAnything: argument["parsingStrategy"] == "unconditional",
        valueName: argument["valueName"]?.stringValue ?? "value")
    }
  }

  private static func list(_ json: JSONValue?) -> [JSONValue] {
    if case .array(let values)? = json { values } else { [] }
  }

  /// The option that a word names and whose value is the word after it.
  func withValue(_ word: String) -> Option? {
    options.first { $0.takesValue && $0.names.contains(word) }
  }

  /// Whether a word is the name of an option, with its value behind `=` or without.
  func hasName(of word: String) -> Bool {
    let name = String(word.prefix { $0 != "=" })
    return options.contains { $0.names.contains(name) }
  }
}
