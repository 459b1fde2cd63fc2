import Files
import Search

extension StudyDatabase {
  /// Bytes of the largest database that is read.
  private static let mostBytes = 1 << 32

  /// Reads all studies of a database of Optuna 3.0 to 5.0.
  ///
  /// - Throws: `FileError`, `DatabaseError`.
  package static func read(_ path: String) throws -> [StudyRecord] {
    // SQLite would say of a folder or a missing file only that it cannot be opened.
    let size = try InputFile(path: path).size
    guard size <= mostBytes else { throw FileError.tooLarge(path: path, limit: mostBytes) }
    let connection = try SQLiteConnection(path: path, mode: .reading)
    var reader = DatabaseReader(connection: connection)
    return try reader.studies()
  }
}

/// Reads table by table, so that a study of many trials takes one pass through each.
private struct DatabaseReader {
  let connection: SQLiteConnection
  /// Where the trial of an id lies in `trials`.
  private var places: [Int: Int] = [:]
  private var trials: [(study: Int, trial: TrialRecord)] = []

  init(connection: SQLiteConnection) { self.connection = connection }

  mutating func studies() throws(DatabaseError) -> [StudyRecord] {
    try checkRevision()
    let tables = try tableNames()
    var studies: [(id: Int, study: StudyRecord)] = []
    try rows("SELECT study_id, study_name FROM studies ORDER BY study_id") {
      row throws(DatabaseError) in
      studies.append((row.integer(0), StudyRecord(name: row.text(1) ?? "", directions: [])))
    }
    func place(ofStudy id: Int) -> Int? { studies.firstIndex { $0.id == id } }
    try rows("SELECT study_id, direction FROM study_directions ORDER BY study_id, objective") {
      row throws(DatabaseError) in
      let word = row.text(1) ?? ""
      guard let direction = StudyDirection(databaseWord: word) else {
        throw invalid("study_directions", "direction is \(word) (MINIMIZE, MAXIMIZE)")
      }
      if let place = place(ofStudy: row.integer(0)) {
        studies[place].study.directions.append(direction)
      }
    }
    if tables.contains("study_user_attributes") {
      try rows(
        "SELECT study_id, \"key\", value_json FROM study_user_attributes "
          + "ORDER BY study_user_attribute_id"
      ) { row throws(DatabaseError) in
        if let place = place(ofStudy: row.integer(0)) {
          studies[place].study.userAttributes[row.text(1) ?? ""] = row.text(2) ?? "null"
        }
      }
    }
    if tables.contains("study_system_attributes") {
      try rows(
        "SELECT study_id, \"key\", value_json FROM study_system_attributes "
          + "ORDER BY study_system_attribute_id"
      ) { row throws(DatabaseError) in
        if let place = place(ofStudy: row.integer(0)) {
          studies[place].study.systemAttributes[row.text(1) ?? ""] = row.text(2) ?? "null"
        }
      }
    }
    try readTrials(tables)
    for (study, trial) in trials {
      guard let place = place(ofStudy: study) else { continue }
      guard trial.number == studies[place].study.trials.count else {
        throw invalid(
          "trials", "number \(trial.number) (\(studies[place].study.trials.count) follows)")
      }
      studies[place].study.trials.append(trial)
    }
    return studies.map(\.study)
  }

  private func checkRevision() throws(DatabaseError) {
    var revision = "none"
    if try tableNames().contains("alembic_version") {
      try rows("SELECT version_num FROM alembic_version") { row throws(DatabaseError) in
        revision = row.text(0) ?? "none"
      }
    }
    guard DatabaseSchema.readable.contains(revision) else {
      throw .otherSchema(path: connection.path, got: revision)
    }
  }

  private func tableNames() throws(DatabaseError) -> [String] {
    var names: [String] = []
    try rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name") {
      row throws(DatabaseError) in
      names.append(row.text(0) ?? "")
    }
    return names
  }

  // MARK: Trials

  private mutating func readTrials(_ tables: [String]) throws(DatabaseError) {
    var found: [(id: Int, study: Int, trial: TrialRecord)] = []
    try rows(
      "SELECT trial_id, study_id, number, state, datetime_start, datetime_complete FROM trials "
        + "ORDER BY study_id, number"
    ) { row throws(DatabaseError) in
      let word = row.text(3) ?? ""
      guard let state = TrialState(databaseWord: word) else {
        throw invalid("trials", "state is \(word) (RUNNING, COMPLETE, PRUNED, FAIL, WAITING)")
      }
      var trial = TrialRecord(number: row.integer(2), state: state)
      trial.started = try date(row, 4)
      trial.completed = try date(row, 5)
      found.append((row.integer(0), row.integer(1), trial))
    }
    trials = found.map { ($0.study, $0.trial) }
    for (place, entry) in found.enumerated() { places[entry.id] = place }

    try each("trial_params", "param_name, param_value, distribution_json", by: "param_id") {
      row, trial throws(DatabaseError) in
      trial.set(
        TrialRecord.Parameter(
          name: row.text(1) ?? "", internalValue: row.real(2), distribution: row.text(3) ?? ""))
    }
    try each("trial_values", "value, value_type, objective", by: "trial_id, objective") {
      row, trial throws(DatabaseError) in
      trial.values = (trial.values ?? []) + [try Self.number(row, 1, "trial_values")]
    }
    try each(
      "trial_intermediate_values", "intermediate_value, intermediate_value_type, step",
      by: "trial_id, step"
    ) { row, trial throws(DatabaseError) in
      trial.report(
        try Self.number(row, 1, "trial_intermediate_values"), step: row.integer(3))
    }
    if tables.contains("trial_user_attributes") {
      try each("trial_user_attributes", "\"key\", value_json", by: "trial_user_attribute_id") {
        row, trial throws(DatabaseError) in
        trial.userAttributes[row.text(1) ?? ""] = row.text(2) ?? "null"
      }
    }
    if tables.contains("trial_system_attributes") {
      try each("trial_system_attributes", "\"key\", value_json", by: "trial_system_attribute_id") {
        row, trial throws(DatabaseError) in
        trial.systemAttributes[row.text(1) ?? ""] = row.text(2) ?? "null"
      }
    }
  }

  /// Hands each row of a table to `body`, with the trial that it belongs to.
  private mutating func each(
    _ table: String, _ columns: String, by order: String,
    _ body: (SQLiteStatement, inout TrialRecord) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let statement = try connection.prepare(
      "SELECT trial_id, \(columns) FROM \(table) ORDER BY \(order)")
    while try statement.step() {
      guard let place = places[statement.integer(0)] else { continue }
      try body(statement, &trials[place].trial)
    }
  }

  private func rows(
    _ sql: String, _ body: (SQLiteStatement) throws(DatabaseError) -> Void
  ) throws(DatabaseError) {
    let statement = try connection.prepare(sql)
    while try statement.step() { try body(statement) }
  }

  private func date(_ row: SQLiteStatement, _ column: Int) throws(DatabaseError) -> StudyDate? {
    guard let text = row.text(column) else { return nil }
    guard let date = StudyDate(text) else {
      throw invalid("trials", "a date is \(text) (YYYY-MM-DD HH:MM:SS)")
    }
    return date
  }

  private static func number(
    _ row: SQLiteStatement, _ column: Int, _ table: String
  ) throws(DatabaseError) -> Double {
    let type = row.text(column + 1) ?? ""
    guard let number = StoredNumber.number(row.real(column), type: type) else {
      throw .invalidRow(
        path: row.connection.path, table: table,
        reason: "a type is \(type) (FINITE, INF_POS, INF_NEG, NAN)")
    }
    return number
  }

  private func invalid(_ table: String, _ reason: String) -> DatabaseError {
    .invalidRow(path: connection.path, table: table, reason: reason)
  }
}
