import CSQLite

/// A connection to an SQLite database, closed when it goes.
final class SQLiteConnection {
  let path: String
  fileprivate var handle: OpaquePointer?

  /// How a database is opened.
  enum Mode {
    case reading
    /// Made anew; a file that is there is refused.
    case creating
  }

  /// - Throws: `DatabaseError`.
  init(path: String, mode: Mode) throws(DatabaseError) {
    self.path = path
    let flags =
      switch mode {
      case .reading: SQLITE_OPEN_READONLY
      case .creating: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      }
    let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK else { throw error(code) }
    sqlite3_busy_timeout(handle, 30_000)
    // A file from outside must not run what it brings along.
    var ignored: CInt = 0
    dlplot_sqlite_defend(handle, &ignored)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that give no rows.
  func execute(_ sql: String) throws(DatabaseError) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw error(code) }
  }

  /// Prepares a statement.
  func prepare(_ sql: String) throws(DatabaseError) -> SQLiteStatement {
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    guard code == SQLITE_OK, let statement else { throw error(code) }
    return SQLiteStatement(statement, of: self)
  }

  /// The whole database as the bytes of a file.
  func bytes() throws(DatabaseError) -> [UInt8] {
    var size: sqlite3_int64 = 0
    guard let start = sqlite3_serialize(handle, "main", &size, 0) else {
      throw error(SQLITE_NOMEM)
    }
    defer { sqlite3_free(start) }
    return Array(UnsafeBufferPointer(start: start, count: Int(size)))
  }

  func error(_ code: CInt) -> DatabaseError {
    let text = sqlite3_errmsg(handle).map { String(cString: $0) } ?? "error \(code)"
    return .sqlite(path: path, reason: text, code: code & 0xFF)
  }
}

/// A statement with its values and rows.
final class SQLiteStatement {
  private let handle: OpaquePointer
  let connection: SQLiteConnection

  /// A value that is bound.
  enum Value {
    case null
    case integer(Int)
    case real(Double)
    case text(String)
  }

  fileprivate init(_ handle: OpaquePointer, of connection: SQLiteConnection) {
    self.handle = handle
    self.connection = connection
  }

  deinit { sqlite3_finalize(handle) }

  /// Binds the values in order and runs the statement, which gives no rows.
  func run(_ values: [Value]) throws(DatabaseError) {
    try bind(values)
    while try step() {}
  }

  /// Binds the values in order, from the first row on again.
  func bind(_ values: [Value]) throws(DatabaseError) {
    sqlite3_reset(handle)
    for (index, value) in values.enumerated() {
      let place = CInt(index + 1)
      let code =
        switch value {
        case .null: sqlite3_bind_null(handle, place)
        case .integer(let number): sqlite3_bind_int64(handle, place, Int64(number))
        case .real(let number): sqlite3_bind_double(handle, place, number)
        case .text(let text): dlplot_sqlite_bind_text(handle, place, text, CInt(text.utf8.count))
        }
      guard code == SQLITE_OK else { throw connection.error(code) }
    }
  }

  /// Moves to the next row; false behind the last.
  func step() throws(DatabaseError) -> Bool {
    let code = sqlite3_step(handle)
    switch code {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw connection.error(code)
    }
  }

  func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, CInt(column)) == SQLITE_NULL }
  func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, CInt(column))) }
  func real(_ column: Int) -> Double { sqlite3_column_double(handle, CInt(column)) }

  /// A text; nil for NULL.
  func text(_ column: Int) -> String? {
    guard let bytes = sqlite3_column_text(handle, CInt(column)) else { return nil }
    let count = Int(sqlite3_column_bytes(handle, CInt(column)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
