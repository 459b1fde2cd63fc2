/// Why a database of studies cannot be used.
package enum DatabaseError: Error, Equatable, CustomStringConvertible {
  /// SQLite's own reason, with its primary result code.
  case sqlite(path: String, reason: String, code: Int32)
  /// A schema that is not Optuna's, or too old or too new; `got` is its revision.
  case otherSchema(path: String, got: String)
  /// A row that Optuna would not write.
  case invalidRow(path: String, table: String, reason: String)

  /// SQLITE_NOMEM, SQLITE_IOERR and SQLITE_FULL.
  package var isMachineFault: Bool {
    if case .sqlite(_, _, let code) = self { return [7, 10, 13].contains(code) }
    return false
  }

  package var description: String {
    switch self {
    case .sqlite(let path, let reason, _): "cannot use the database \(path): \(reason)"
    case .otherSchema(let path, let got):
      "\(path) has schema \(got) (Optuna's v3.0.0.a to v3.2.0.a; `optuna storage upgrade` lifts "
        + "older ones)"
    case .invalidRow(let path, let table, let reason):
      "corrupt row of \(table) in \(path): \(reason)"
    }
  }
}
