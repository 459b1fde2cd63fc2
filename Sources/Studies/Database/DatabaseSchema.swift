/// The tables of Optuna's relational storage, revision v3.2.0.a, as Optuna 4.9 and 5.0 make them.
enum DatabaseSchema {
  /// The revision that is written.
  static let revision = "v3.2.0.a"
  /// Revisions that are read: their tables have the columns that are wanted.
  static let readable = ["v3.0.0.a", "v3.0.0.b", "v3.0.0.c", "v3.0.0.d", "v3.2.0.a"]
  /// The `schema_version` of a table that is no longer counted up.
  static let version = 12
  /// The version of Optuna whose files these are.
  static let library = "5.0.0"

  static let statements = [
    table(
      "studies",
      ["study_id INTEGER NOT NULL", "study_name VARCHAR(512) NOT NULL", "PRIMARY KEY (study_id)"]),
    "CREATE UNIQUE INDEX ix_studies_study_name ON studies (study_name)",
    table(
      "version_info",
      [
        "version_info_id INTEGER NOT NULL", "schema_version INTEGER",
        "library_version VARCHAR(256)", "PRIMARY KEY (version_info_id)",
        "CHECK (version_info_id = 1)",
      ]),
    table(
      "study_directions",
      [
        "study_direction_id INTEGER NOT NULL", "direction VARCHAR(8) NOT NULL",
        "study_id INTEGER NOT NULL", "objective INTEGER NOT NULL",
        "PRIMARY KEY (study_direction_id)", "UNIQUE (study_id, objective)", study,
      ]),
    attributes("study_user_attributes", "study_user_attribute_id", owner: "study_id", study),
    attributes("study_system_attributes", "study_system_attribute_id", owner: "study_id", study),
    table(
      "trials",
      [
        "trial_id INTEGER NOT NULL", "number INTEGER", "study_id INTEGER",
        "state VARCHAR(8) NOT NULL", "datetime_start DATETIME", "datetime_complete DATETIME",
        "PRIMARY KEY (trial_id)", study,
      ]),
    "CREATE INDEX ix_trials_study_id ON trials (study_id)",
    attributes("trial_user_attributes", "trial_user_attribute_id", owner: "trial_id", trial),
    attributes("trial_system_attributes", "trial_system_attribute_id", owner: "trial_id", trial),
    table(
      "trial_params",
      [
        "param_id INTEGER NOT NULL", "trial_id INTEGER", "param_name VARCHAR(512)",
        "param_value FLOAT", "distribution_json TEXT", "PRIMARY KEY (param_id)",
        "UNIQUE (trial_id, param_name)", trial,
      ]),
    table(
      "trial_values",
      [
        "trial_value_id INTEGER NOT NULL", "trial_id INTEGER NOT NULL",
        "objective INTEGER NOT NULL", "value FLOAT", "value_type VARCHAR(7) NOT NULL",
        "PRIMARY KEY (trial_value_id)", "UNIQUE (trial_id, objective)", trial,
      ]),
    table(
      "trial_intermediate_values",
      [
        "trial_intermediate_value_id INTEGER NOT NULL", "trial_id INTEGER NOT NULL",
        "step INTEGER NOT NULL", "intermediate_value FLOAT",
        "intermediate_value_type VARCHAR(7) NOT NULL", "PRIMARY KEY (trial_intermediate_value_id)",
        "UNIQUE (trial_id, step)", trial,
      ]),
    table(
      "trial_heartbeats",
      [
        "trial_heartbeat_id INTEGER NOT NULL", "trial_id INTEGER NOT NULL",
        "heartbeat DATETIME NOT NULL", "PRIMARY KEY (trial_heartbeat_id)", "UNIQUE (trial_id)",
        trial,
      ]),
    table(
      "alembic_version",
      [
        "version_num VARCHAR(32) NOT NULL",
        "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)",
      ]),
    "INSERT INTO version_info VALUES (1, \(version), '\(library)')",
    "INSERT INTO alembic_version VALUES ('\(revision)')",
  ]

  private static let study = "FOREIGN KEY(study_id) REFERENCES studies (study_id)"
  private static let trial = "FOREIGN KEY(trial_id) REFERENCES trials (trial_id)"

  private static func table(_ name: String, _ columns: [String]) -> String {
    "CREATE TABLE \(name) (\(columns.joined(separator: ", ")))"
  }

  private static func attributes(
    _ name: String, _ id: String, owner: String, _ reference: String
  ) -> String {
    table(
      name,
      [
        "\(id) INTEGER NOT NULL", "\(owner) INTEGER", "\"key\" VARCHAR(512)", "value_json TEXT",
        "PRIMARY KEY (\(id))", "UNIQUE (\(owner), \"key\")", reference,
      ])
  }
}
