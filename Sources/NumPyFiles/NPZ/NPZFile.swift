/// An archive of named arrays, `.npz`: what `numpy.load` opens and `numpy.savez` writes.
///
/// The same arrays under the same names in the same order are the same bytes, always.
///
/// ## Names
/// A name is a path of words with dots between them, from the owner to the array, in lower camel
/// case as in the code; parts of a sequence are counted from 0. So a checkpoint has
///
/// - `model.layers.0.weights`, `model.layers.0.bias`: the parameters, under the names of the code;
/// - `optimizer.firstMoment.layers.0.weights`: what belongs to a parameter, under what it is and the
///   parameter's own path;
/// - `history.train.loss`, `[epochs]`: a series of numbers under its name;
/// - `state.step`, `state.seed`: single numbers, made by `NPYArray(scalar:)`;
/// - `config.json`: a text, made by `NPYArray(text:)`.
///
/// In Python: `numpy.load("checkpoint.npz")["model.layers.0.weights"]`. A name has no `/`, `\` or
/// `:`, no `.` in front and at most 251 bytes, for it becomes a file's name when an archive is
/// unpacked. The order is the one in which arrays are added; a writer adds them in an order of its
/// own, never in that of a `Dictionary`.
package struct NPZFile: Sendable {
  /// An array and its name.
  package struct Member: Equatable, Sendable {
    package let name: String
    package let array: NPYArray

    /// Names are equal byte for byte, as they are for Python.
    package static func == (left: Self, right: Self) -> Bool {
      left.name.utf8.elementsEqual(right.name.utf8) && left.array == right.array
    }
  }

  /// In the order in which they were added, or stand in the file.
  package private(set) var members: [Member] = []
  /// Where the archive was read from, for messages; no part of what it is.
  package let file: String
  /// Positions of the members by the bytes of their names.
  private var positions: [[UInt8]: Int] = [:]

  /// An archive without arrays.
  ///
  /// - Parameter file: The path that it is meant for, for messages.
  package init(file: String = "archive") {
    self.file = file
  }

  /// Adds an array under a name, see above.
  ///
  /// - Throws: `NPZError.invalidName`, `NPZError.repeatedName`.
  package mutating func add(_ array: NPYArray, as name: String) throws(NPZError) {
    guard !name.isEmpty, ArrayName.isValid(name + ArrayName.ending) else {
      throw .invalidName(name)
    }
    let key = Array(name.utf8)
    guard positions[key] == nil else { throw .repeatedName(name) }
    positions[key] = members.count
    members.append(Member(name: name, array: array))
  }

  /// Names in order.
  package var names: [String] { members.map(\.name) }

  /// The array of a name; nil where there is none.
  package subscript(name: String) -> NPYArray? {
    positions[Array(name.utf8)].map { members[$0].array }
  }
}

extension NPZFile: Equatable {
  /// The same arrays under the same names in the same order.
  package static func == (left: Self, right: Self) -> Bool { left.members == right.members }
}
