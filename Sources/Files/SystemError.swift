#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The system's text for an error number, beginning in lower case: `no space left on device`.
package func systemReason(_ code: Int32) -> String {
  guard let text = strerror(code) else { return "error \(code)" }
  let reason = String(cString: text)
  return reason.prefix(1).lowercased() + reason.dropFirst()
}

/// Runs a system call again for as long as a signal interrupts it.
///
/// - Returns: What the call returned, or the error number where it returned -1.
func retrying<Value: SignedInteger>(_ call: () -> Value) -> Result<Value, SystemError> {
  while true {
    let value = call()
    if value != -1 { return .success(value) }
    let code = errno
    if code != EINTR { return .failure(SystemError(code: code)) }
  }
}

/// An error number of the system.
struct SystemError: Error, Equatable {
  let code: Int32
}

/// `read(2)` under a name that no method hides.
func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}

/// `write(2)` under a name that no method hides.
func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}
