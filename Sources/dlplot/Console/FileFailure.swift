/// An error of one file among those that a command was given, whose line names the file.
struct FileFailure: Error {
  let path: String
  let reason: any Error

  /// Runs what reads a file, and names the file in its errors.
  ///
  /// What the machine is to blame for is no error of the file.
  static func naming<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as ExitStatus {
      throw error
    } catch  where ExitStatus(error) != .machine {
      throw FileFailure(path: path, reason: error)
    }
  }
}
