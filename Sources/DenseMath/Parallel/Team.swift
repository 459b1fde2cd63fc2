internal import CKernels

/// Threads that stay together for many short jobs, such as the parts of one training step.
///
/// Which member does what must not show in a result: parts do not depend on each other.
package final class Team {
  private let team: OpaquePointer

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

  deinit { parallel_team_end(team) }

  package var size: Int { parallel_team_size(team) }

  /// Calls `job` for each member's number at the same time, and returns when all have ended.
  package func run(_ job: (Int) -> Void) {
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
