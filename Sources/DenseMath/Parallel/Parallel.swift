internal import CKernels
internal import Synchronization

/// Independent jobs on plain threads.
///
/// The number of threads is the caller's and may exceed the number of cores; it changes the time,
/// never a result.
package enum Parallel {
  /// Calls `job` for each index in `0..<count` and gives the results in the order of the indices.
  ///
  /// Indices are handed out ascending, one at a time, to whichever thread is free, the caller's
  /// among them. After a job has thrown, no further index is handed out.
  ///
  /// - Parameters:
  ///   - count: The number of jobs.
  ///   - threads: At most so many jobs run at the same time. One runs them all in this thread.
  ///   - job: The work for an index. What it gives must not depend on the other jobs.
  /// - Throws: The error of the lowest index that threw one, whatever the number of threads.
  package static func map<Value, Failure: Error>(
    count: Int, threads: Int, _ job: @Sendable (Int) throws(Failure) -> sending Value
  ) throws(Failure) -> [Value] {
    precondition(count >= 0, "\(count) jobs")
    let slots = UnsafeMutableBufferPointer<Result<Value, Failure>?>.allocate(capacity: count)
    slots.initialize(repeating: nil)
    defer {
      slots.deinitialize()
      slots.deallocate()
    }
    let hasFailed = Atomic(false)

    run(count: count, threads: threads) { index in
      if hasFailed.load(ordering: .relaxed) { return }
      do throws(Failure) {
        slots[index] = .success(try job(index))
      } catch {
        slots[index] = .failure(error)
        hasFailed.store(true, ordering: .relaxed)
      }
    }

    // A failed index was handed out after all lower ones, so these have a result.
    var values: [Value] = []
    values.reserveCapacity(count)
    for case .some(let result) in slots { values.append(try result.get()) }
    return values
  }

  /// Calls `job` for each index in `0..<count` on up to `threads` threads, the caller's among them.
  package static func forEach(count: Int, threads: Int, _ job: @Sendable (Int) -> Void) {
    precondition(count >= 0, "\(count) jobs")
    run(count: count, threads: threads, job)
  }

  private static func run(count: Int, threads: Int, _ job: (Int) -> Void) {
    withoutActuallyEscaping(job) { job in
      withUnsafePointer(to: job) { context in
        parallel_run(
          count, max(1, threads),
          { context, index in
            context?.assumingMemoryBound(to: ((Int) -> Void).self).pointee(index)
          }, UnsafeMutableRawPointer(mutating: context))
      }
    }
  }
}
