import Files
import Search

/// Optuna's relational storage in an SQLite file.
package enum StudyDatabase {
  /// Writes studies as a new database, whole or not at all.
  ///
  /// Optuna 4.9 and 5.0 open and continue it. Times are written in UTC, as Optuna 5 reads them.
  ///
  /// - Throws: `OutputError`, `DatabaseError`.
  package static func write(_ studies: [StudyRecord], to path: String) throws {
    // Made in memory first: a file that is there is replaced only by a complete one.
    let connection = try SQLiteConnection(path: ":memory:", mode: .creating)
    try connection.execute("BEGIN")
    for statement in DatabaseSchema.statements { try connection.execute(statement) }
    var writer = try DatabaseWriter(connection)
    for study in studies { try writer.write(study) }
    try connection.execute("COMMIT")
    try OutputFile.write(try connection.bytes(), to: path)
  }
}

/// Writes the rows of studies, which are numbered as they come.
private struct DatabaseWriter {
  private let study: SQLiteStatement
  private let direction: SQLiteStatement
  private let studyUserAttribute: SQLiteStatement
  private let studySystemAttribute: SQLiteStatement
  private let trial: SQLiteStatement
  private let parameter: SQLiteStatement
  private let value: SQLiteStatement
  private let intermediate: SQLiteStatement
  private let trialUserAttribute: SQLiteStatement
  private let trialSystemAttribute: SQLiteStatement
  private var studyID = 0
  private var trialID = 0

  init(_ connection: SQLiteConnection) throws(DatabaseError) {
    func insert(_ table: String, _ columns: String) throws(DatabaseError) -> SQLiteStatement {
      let places = columns.split(separator: ",").map { _ in "?" }.joined(separator: ",")
      return try connection.prepare("INSERT INTO \(table) (\(columns)) VALUES (\(places))")
    }
    study = try insert("studies", "study_id,study_name")
    direction = try insert("study_directions", "direction,study_id,objective")
    studyUserAttribute = try insert("study_user_attributes", "study_id,\"key\",value_json")
    studySystemAttribute = try insert("study_system_attributes", "study_id,\"key\",value_json")
    trial = try insert("trials", "trial_id,number,study_id,state,datetime_start,datetime_complete")
    parameter = try insert("trial_params", "trial_id,param_name,param_value,distribution_json")
    value = try insert("trial_values", "trial_id,objective,value,value_type")
    intermediate = try insert(
      "trial_intermediate_values", "trial_id,step,intermediate_value,intermediate_value_type")
    trialUserAttribute = try insert("trial_user_attributes", "trial_id,\"key\",value_json")
    trialSystemAttribute = try insert("trial_system_attributes", "trial_id,\"key\",value_json")
  }

  mutating func write(_ record: StudyRecord) throws(DatabaseError) {
    studyID += 1
    try study.run([.integer(studyID), .text(record.name)])
    for (objective, way) in record.directions.enumerated() {
      try direction.run([.text(way.databaseWord), .integer(studyID), .integer(objective)])
    }
    for attribute in record.userAttributes {
      try studyUserAttribute.run(
        [.integer(studyID), .text(attribute.key), .text(attribute.json)])
    }
    for attribute in record.systemAttributes {
      try studySystemAttribute.run(
        [.integer(studyID), .text(attribute.key), .text(attribute.json)])
    }
    for trial in record.trials { try write(trial) }
  }

  private mutating func write(_ record: TrialRecord) throws(DatabaseError) {
    trialID += 1
    let id = SQLiteStatement.Value.integer(trialID)
    func date(_ date: StudyDate?) -> SQLiteStatement.Value {
      date.map { .text($0.databaseText) } ?? .null
    }
    try trial.run([
      id, .integer(record.number), .integer(studyID), .text(record.state.databaseWord),
      date(record.started), date(record.completed),
    ])
    for drawn in record.parameters {
      try parameter.run(
        [id, .text(drawn.name), .real(drawn.internalValue), .text(drawn.distribution)])
    }
    for (objective, number) in (record.values ?? []).enumerated() {
      let stored = StoredNumber(number)
      try value.run([id, .integer(objective), stored.value, .text(stored.type)])
    }
    for report in record.intermediates {
      let stored = StoredNumber(report.value)
      try intermediate.run([id, .integer(report.step), stored.value, .text(stored.type)])
    }
    for attribute in record.userAttributes {
      try trialUserAttribute.run([id, .text(attribute.key), .text(attribute.json)])
    }
    for attribute in record.systemAttributes {
      try trialSystemAttribute.run([id, .text(attribute.key), .text(attribute.json)])
    }
  }
}

/// A number in a database: SQL has no word for those that are not finite.
struct StoredNumber {
  let value: SQLiteStatement.Value
  let type: String

  init(_ number: Double) {
    value = number.isFinite ? .real(number) : .null
    type = number.isFinite ? "FINITE" : number.isNaN ? "NAN" : number > 0 ? "INF_POS" : "INF_NEG"
  }

  /// - Returns: nil for a type that Optuna does not write.
  static func number(_ value: Double, type: String) -> Double? {
    switch type {
    case "FINITE": value
    case "INF_POS": .infinity
    case "INF_NEG": -.infinity
    case "NAN": .nan
    default: nil
    }
  }
}
