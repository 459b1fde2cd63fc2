internal import CPNG

/// Runs a function that leaves a message, and gives both.
func withPNGMessage(
  _ body: (UnsafeMutablePointer<CChar>) -> cpng_status
) -> (status: cpng_status, message: String) {
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(CPNG_MESSAGE_SIZE)) { buffer in
    buffer.initialize(repeating: 0)
    guard let message = buffer.baseAddress else { return (CPNG_NO_MEMORY, "") }
    let status = body(message)
    return (status, String(cString: message))
  }
}
