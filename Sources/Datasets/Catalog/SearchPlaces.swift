internal import Files

/// The folders in which named data sets are looked for.
///
/// They decide where data is found, never what a result is: results know data by its digest.
package struct SearchPlaces: Equatable, Sendable {
  /// The folder of the environment variable DLPLOT_DATA, looked into first.
  package var override: String?
  /// The user's cache for this program, absolute, there or not.
  package var cache: String?
  /// The path of the running program without symbolic links.
  package var executable: String?
  /// Put in front of the folders of package managers; empty but for tests.
  package var systemRoot: String

  package init(
    override: String? = nil, cache: String? = nil, executable: String? = nil,
    systemRoot: String = ""
  ) {
    self.override = override
    self.cache = cache
    self.executable = executable
    self.systemRoot = systemRoot
  }

  /// The places for the running program and its environment: DLPLOT_DATA; XDG_CACHE_HOME (ignored
  /// unless absolute, as the XDG Base Directory Specification says) or else HOME.
  package static func ofThisProcess() -> SearchPlaces {
    let cacheHome =
      Environment.variable("XDG_CACHE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
      ?? Environment.variable("HOME").map { Path.join($0, ".cache") }
    return SearchPlaces(
      override: Environment.variable("DLPLOT_DATA"),
      cache: cacheHome.map { Path.join($0, "dlplot") },
      executable: FileSystem.executable)
  }

  /// Folders that may hold `set`, the first to be preferred.
  func folders(for set: KnownDataset) -> [String] {
    var folders: [String] = []
    if let override {
      folders.append(Path.join(override, set.rawValue))
    }
    if let cache, !set.mirrors.isEmpty {
      folders.append(Path.join(cache, set.rawValue))
    }
    folders += bundledFolders.map { Path.join($0, set.rawValue) }
    folders += set.systemFolders.map { systemRoot + $0 }
    return folders
  }

  /// Where the data that comes with the program can be: beside an installed binary, and in the
  /// checkout that a binary was built in.
  private var bundledFolders: [String] {
    guard let executable else { return [] }
    let binaries = Path.parent(of: executable)
    var folders = [Path.join(Path.parent(of: binaries), "share/dlplot/data")]
    var ancestor = binaries
    while ancestor != "/", ancestor != "." {
      ancestor = Path.parent(of: ancestor)
      if FileSystem.size(of: Path.join(ancestor, "Package.swift")) != nil {
        folders.append(Path.join(ancestor, "data"))
      }
    }
    return folders
  }
}
