/// Command lines that a POSIX shell reads back as the same arguments.
package enum ShellQuoting {
  /// Arguments as one line, each quoted where it must be.
  package static func line(_ arguments: [String]) -> String {
    arguments.map(quoted).joined(separator: " ")
  }

  /// An argument as it is where no shell sees anything special in it, else in single quotes.
  ///
  /// Plain are letters and digits of ASCII and `%+,-./:=@_`. Inside single quotes nothing is special
  /// but the quote itself, which leaves them, stands escaped, and enters them again. An argument that
  /// begins with `=` or with `~` is quoted too (zsh and most others expand it).
  ///
  /// - Source: POSIX.1-2017, Shell Command Language, sections 2.2.2 and 2.6.1.
  package static func quoted(_ argument: String) -> String {
    let isPlain = argument.utf8.allSatisfy(isPlain)
    if isPlain, !argument.isEmpty, !argument.utf8.starts(with: "=".utf8) { return argument }
    var quoted = "'"
    for scalar in argument.unicodeScalars {
      if scalar == "'" { quoted += #"'\''"# } else { quoted.unicodeScalars.append(scalar) }
    }
    return quoted + "'"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "%+,-./:=@_".utf8.contains(byte)
    }
  }
}
