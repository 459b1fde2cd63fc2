import Provenance

/// Names from files, fit for a terminal.
enum MessageName {
  /// The name as it is, or quoted where it would steer the terminal.
  static func printable(_ name: String) -> String {
    MessageText.isPrintable(name) ? name : MessageText.quoted(name)
  }
}
