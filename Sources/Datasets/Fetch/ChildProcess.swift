#if canImport(Glibc)
  @preconcurrency internal import Glibc
#elseif canImport(Darwin)
  @preconcurrency internal import Darwin
#endif

/// A program that runs as a child, without a shell, with nothing on its standard input.
struct ChildProcess {
  /// How a child ended.
  enum Ending: Equatable {
    case exited(CInt)
    case killed(signal: CInt)
  }

  /// Looked up in PATH unless it has a slash.
  var program: String
  var arguments: [String]
  /// `NAME=value` lines; nil for those of this process.
  var environment: [String]?

  private static let bufferSize = 1 << 16
  private static let errorLimit = 1 << 14

  /// Runs the program to its end.
  ///
  /// - Parameter onOutput: Gets each piece of standard output as it comes. If it throws, the child
  ///   is stopped and the error passed on.
  /// - Returns: How it ended, and the start of what it wrote to standard error.
  /// - Throws: `FetchError.cannotStart` (with ENOENT where there is no such program), or what
  ///   `onOutput` throws.
  func run(
    onOutput: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> (ending: Ending, errorText: String) {
    let output = try openPipe()
    let errors = try openPipe()
    defer {
      close(output.read)
      close(errors.read)
    }
    let child: pid_t
    do {
      defer {
        close(output.write)
        close(errors.write)
      }
      child = try spawn(output: output.write, errors: errors.write)
    }
    do {
      let text = try collect(output: output.read, errors: errors.read, onOutput: onOutput)
      return (wait(for: child), text)
    } catch {
      kill(child, SIGKILL)
      _ = wait(for: child)
      throw error
    }
  }

  private func openPipe() throws(FetchError) -> (read: CInt, write: CInt) {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { throw .cannotStart(program: program, code: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    return (ends[0], ends[1])
  }

  private func spawn(output: CInt, errors: CInt) throws(FetchError) -> pid_t {
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)

    // The child would inherit the signals that the calling thread blocks or ignores, and then
    // could not be interrupted.
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM] {
      sigaddset(&signals, signal)
    }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    var lines: [UnsafeMutablePointer<CChar>?] = (environment ?? []).map { strdup($0) } + [nil]
    defer {
      for text in words + lines { free(text) }
    }
    var child: pid_t = 0
    let code =
      environment == nil
      ? posix_spawnp(&child, program, &actions, &attributes, &words, environ)
      : posix_spawnp(&child, program, &actions, &attributes, &words, &lines)
    guard code == 0 else { throw .cannotStart(program: program, code: code) }
    return child
  }

  /// Reads both pipes until both are closed.
  private func collect(
    output: CInt, errors: CInt, onOutput: (UnsafeRawBufferPointer) throws -> Void
  ) throws -> String {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.bufferSize, alignment: 1)
    defer { buffer.deallocate() }
    var errorBytes: [UInt8] = []
    var waiting = [output, errors].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while waiting.contains(where: { $0.fd >= 0 }) {
      guard poll(&waiting, nfds_t(waiting.count), -1) >= 0 || errno == EINTR else {
        throw FetchError.cannotStart(program: program, code: errno)
      }
      for index in waiting.indices where waiting[index].fd >= 0 && waiting[index].revents != 0 {
        let count = read(waiting[index].fd, buffer.baseAddress, buffer.count)
        if count < 0, errno == EINTR || errno == EAGAIN { continue }
        guard count > 0 else {
          // poll passes over a negative descriptor.
          waiting[index].fd = -1
          continue
        }
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        if index == 0 {
          try onOutput(bytes)
        } else {
          errorBytes += bytes.prefix(Self.errorLimit - errorBytes.count)
        }
      }
    }
    return String(decoding: errorBytes, as: UTF8.self)
  }

  private func wait(for child: pid_t) -> Ending {
    var status: CInt = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    // WIFEXITED and its like are macros, which Swift does not see.
    let signal = status & 0x7F
    return signal == 0 ? .exited((status >> 8) & 0xFF) : .killed(signal: signal)
  }
}
