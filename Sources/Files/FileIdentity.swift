#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Which file a path leads to, however it is spelled: two paths with equal identities are one file.
///
/// - A file that is there is known by its device and number, behind links of both kinds.
/// - One that is not there yet is known by the folder that it would come to and its name in there; a
///   symbolic link to it is followed, as `OutputFile` does.
/// - A character device, such as `/dev/null`, holds nothing that could be lost, and goes by its
///   spelling. So does what lies in no folder.
package struct FileIdentity: Equatable, Sendable {
  private enum Place: Equatable, Sendable {
    case there(Number)
    case new(folder: Number, name: [UInt8])
    case spelled([UInt8])
  }

  /// What the system tells a file by.
  private struct Number: Equatable, Sendable {
    let device: UInt64
    let file: UInt64

    init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      file = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }

  /// Links followed before a path counts as circular.
  private static let mostLinks = 40

  private let place: Place

  package init(path: String) {
    var status = stat()
    if stat(path, &status) == 0 {
      let isDevice = status.st_mode & S_IFMT == S_IFCHR
      place = isDevice ? .spelled(Array(path.utf8)) : .there(Number(status))
      return
    }
    var name = path
    for _ in 0..<Self.mostLinks {
      guard let link = FileSystem.link(at: name) else { break }
      name = link.hasPrefix("/") ? link : Path.join(Path.parent(of: name), link)
    }
    guard stat(Path.parent(of: name), &status) == 0 else {
      place = .spelled(Array(path.utf8))
      return
    }
    let last = name.utf8.reversed().prefix { $0 != UInt8(ascii: "/") }.reversed()
    place = .new(folder: Number(status), name: Array(last))
  }
}
