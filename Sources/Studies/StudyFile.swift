import Files

/// A file of studies, told apart by its first bytes.
package enum StudyFile {
  /// The first bytes of an SQLite database.
  static let databaseStart = Array("SQLite format 3\u{0}".utf8)

  /// Reads all studies of a journal or of an SQLite database.
  ///
  /// - Throws: `FileError`, `StudyError`, `DatabaseError`.
  package static func read(_ path: String) throws -> [StudyRecord] {
    let start = try InputFile(path: path).start(16)
    if start.elementsEqual(databaseStart) {
      return try StudyDatabase.read(path)
    }
    return try StudyJournal(path: path, worker: "reader").studies
  }
}
