import Foundation
import Testing

extension Program {
  /// Runs the program as the user nobody where this process is root, who is refused nothing.
  ///
  /// A copy is run, for nobody may not look into every folder that a checkout can stand in.
  func runAsNobody(_ arguments: [String], environment: [String: String?] = [:]) throws -> Outcome {
    guard getuid() == 0 else { return try run(arguments, environment: environment) }
    let scratch = try Scratch()
    let copy = scratch.path("dlplot")
    // By a program of its own: processes that other tests start meanwhile would inherit the copy as
    // open for writing, and what is open for writing cannot be run ("text file busy").
    let copying = Process()
    copying.executableURL = URL(fileURLWithPath: "/bin/cp")
    copying.arguments = [path, copy]
    try copying.run()
    copying.waitUntilExit()
    return try Program(path: copy).run(
      arguments, environment: environment,
      through: ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"])
  }

  /// Runs the program after `preparation`, a shell script, in a mount name space of its own: what
  /// the script mounts is seen by the program alone and ends with it. `after` runs at the end, for
  /// what can only be seen from inside.
  func run(
    _ arguments: [String], mounting preparation: String, after: String = ":",
    environment: [String: String?] = [:]
  ) throws -> Outcome {
    let script = "{ \(preparation); } || exit 99; \"$0\" \"$@\"; status=$?; \(after); exit $status"
    return try run(
      arguments, environment: environment,
      through: ["/usr/bin/unshare", "--mount", "/bin/sh", "-c", script])
  }
}

/// Whether this process may mount file systems: as root, and not in every container.
let mayMount: Bool = {
  guard getuid() == 0,
    let unshare = try? Process.run(
      URL(fileURLWithPath: "/usr/bin/unshare"),
      arguments: ["--mount", "/bin/sh", "-c", "mount -t tmpfs tmpfs /mnt"])
  else { return false }
  unshare.waitUntilExit()
  return unshare.terminationStatus == 0
}()

extension Trait where Self == ConditionTrait {
  /// For tests that mount a file system.
  static var mounts: Self {
    .enabled(if: mayMount, "mounting needs root, with the right to mount: sudo make test")
  }
}
