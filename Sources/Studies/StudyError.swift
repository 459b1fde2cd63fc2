/// Why a file of studies cannot be used.
package enum StudyError: Error, Equatable, CustomStringConvertible {
  /// A line that no writer of journals makes; lines count from 1. The file was left as it is.
  case corruptLine(path: String, line: Int, reason: String)
  /// A file that begins with something else than a journal does.
  case notAJournal(path: String)
  /// A database where a journal is wanted.
  case database(path: String)
  /// Somebody cut a journal that only grows.
  case journalShrank(path: String, byte: Int)
  /// No study of that name, or none at all; `there` are the names that the file has.
  case noStudy(path: String, name: String?, there: [String])
  /// Several studies, of which one has to be named.
  case severalStudies(path: String, there: [String])

  package var isMachineFault: Bool { false }

  package var description: String {
    switch self {
    case .corruptLine(let path, let line, let reason):
      "corrupt line \(line) in \(path): \(reason); nothing was changed (without that line the rest is read)"
    case .notAJournal(let path):
      "\(path) is no journal of a study (lines of json with an op_code)"
    case .database(let path):
      "\(path) is a database, no journal of a study (`dlplot study import` makes one of it)"
    case .journalShrank(let path, let byte):
      "\(path) was cut at byte \(byte) while it was in use"
    case .noStudy(let path, let name, let there):
      "no study \(name.map { "named \($0) " } ?? "")in \(path)"
        + (there.isEmpty ? "" : " (\(there.joined(separator: ", ")))")
    case .severalStudies(let path, let there):
      "several studies in \(path) (name one: \(there.joined(separator: ", ")))"
    }
  }
}
