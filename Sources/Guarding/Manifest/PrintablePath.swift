internal import Provenance

/// Paths as they are told to people: a name with control characters is quoted and escaped.
package enum PrintablePath {
  package static func text(_ path: String) -> String {
    MessageText.isPrintable(path) ? path : MessageText.quoted(path, limit: 1000)
  }
}
