package import Files

/// An error of this module, or of reading files for it: one line for the user, and whose fault it is.
///
/// The line is in lower case and names the value, the file and byte, and what is allowed.
package protocol DatasetsFailure: Error, CustomStringConvertible, Equatable, Sendable {
  /// True where the machine failed (disk, memory, network, missing program), false for bad input.
  var isMachineFault: Bool { get }
}

extension FileError: DatasetsFailure {}
