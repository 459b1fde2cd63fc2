internal import CKernels

/// Threads that stay together for many short jobs, such as the parts of one training step.
///
/// Which member does what must not show in a result: parts do not depend on each other.
package final class Team {
  private let team: OpaquePointer
  /// What was begun, as long as it may run.
  private var begun: Begun?

  private final class Begun {
    let job: @Sendable (Int) -> Void
    init(_ job: @escaping @Sendable (Int) -> Void) { self.job = job }
  }

  /// - Parameter size: Members, the caller's thread among them; nil for one, or where the system
  ///   grants no further thread.
  package init?(size: Int) {
    guard size > 1, let team = parallel_team_start(size) else { return nil }
    guard parallel_team_size(team) > 1 else {
      parallel_team_end(team)
      return nil
    }
    self.team = team
  }

  deinit {
    wait()
    parallel_team_end(team)
  }

  package var size: Int { parallel_team_size(team) }

  /// Calls `job` for each member's number at the same time, and returns when all have ended.
  package func run(_ job: (Int) -> Void) {
    wait()
    withoutActuallyEscaping(job) { job in
      withUnsafePointer(to: job) { context in
        parallel_team_run(
          team,
          { context, member in
            context?.assumingMemoryBound(to: ((Int) -> Void).self).pointee(member)
          }, UnsafeMutableRawPointer(mutating: context))
      }
    }
  }

  /// Calls `job` for the number of each member but the caller, 0, and returns at once. What was
  /// begun before is waited for.
  package func begin(_ job: @escaping @Sendable (Int) -> Void) {
    wait()
    let begun = Begun(job)
    self.begun = begun
    parallel_team_begin(
      team,
      { context, member in
        guard let context else { return }
        Unmanaged<Begun>.fromOpaque(context).takeUnretainedValue().job(member)
      }, Unmanaged.passUnretained(begun).toOpaque())
  }

  /// Whether the members are free: nothing was begun, or all of it has ended.
  package var isIdle: Bool { parallel_team_is_idle(team) != 0 }

  /// Waits until what was begun has ended.
  package func wait() {
    guard begun != nil else { return }
    parallel_team_wait(team)
    begun = nil
  }

  /// The share of a member in `0..<count`, cut at multiples of `quantum`.
  package static func share(
    of count: Int, member: Int, members: Int, quantum: Int = 1
  ) -> Range<Int> {
    let quanta = (count + quantum - 1) / quantum
    let first = member * quanta / members * quantum
    let last = (member + 1) * quanta / members * quantum
    return min(first, count)..<min(last, count)
  }
}
