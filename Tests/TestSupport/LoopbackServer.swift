internal import Dispatch
internal import Glibc
internal import Synchronization

/// An HTTP server on the loopback interface that answers as a test tells it to.
///
/// It serves one connection after another, and stops with its owner, or by itself after five minutes:
/// a busy machine that runs all tests at once can be slow to ask.
package final class LoopbackServer: Sendable {
  package struct Request: Equatable, Sendable {
    /// With its leading slash.
    package let path: String
    /// Where `Range: bytes=N-` starts.
    package let rangeStart: Int?

    package init(path: String, rangeStart: Int?) {
      self.path = path
      self.rangeStart = rangeStart
    }
  }

  /// What a request is answered with.
  package enum Answer: Sendable {
    /// The file, or the range of it that was asked for.
    case file([UInt8])
    /// The whole file, whatever was asked for, as from a server without ranges.
    case wholeFile([UInt8])
    /// The head of an answer, but only so many bytes before the connection is closed.
    case cut([UInt8], after: Int)
    /// The head of a whole answer, but only so many bytes, while the connection stays open.
    case held([UInt8], after: Int)
    /// Bytes that the head of the answer does not count, up to the closing of the connection.
    case uncounted([UInt8])
    case status(Int)
    case redirect(to: String)
    /// The connection is closed without an answer.
    case nothing
  }

  /// The address with a slash at its end.
  package let address: String
  private let state = Mutex<(requests: [Request], isStopped: Bool)>(([], false))

  /// - Parameter answer: Called with each request and the number of requests before it.
  package init(answer: @escaping @Sendable (Request, Int) -> Answer) {
    let listener = socket(AF_INET, CInt(SOCK_STREAM.rawValue) | CInt(SOCK_CLOEXEC.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isListening = withUnsafeMutablePointer(to: &name) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { name in
        bind(listener, name, length) == 0 && listen(listener, 16) == 0
          && getsockname(listener, name, &length) == 0
      }
    }
    precondition(isListening, "no loopback server")
    address = "http://127.0.0.1:\(UInt16(bigEndian: name.sin_port))/"
    let deadline = time(nil) + 300
    DispatchQueue(label: "loopback server").async { [weak self] in
      while time(nil) < deadline, self?.state.withLock({ $0.isStopped }) == false {
        var waiting = pollfd(fd: listener, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 20) > 0 else { continue }
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { continue }
        self?.serve(connection, answer: answer)
        close(connection)
      }
      close(listener)
    }
  }

  deinit {
    state.withLock { $0.isStopped = true }
  }

  /// The requests so far.
  package var requests: [Request] { state.withLock { $0.requests } }

  private func serve(_ connection: CInt, answer: (Request, Int) -> Answer) {
    guard let request = Self.readRequest(connection) else { return }
    let number = state.withLock { state in
      state.requests.append(request)
      return state.requests.count - 1
    }
    switch answer(request, number) {
    case .file(let bytes):
      guard let start = request.rangeStart else {
        return send(connection, "200 OK", "Content-Length: \(bytes.count)", bytes)
      }
      guard start < bytes.count else {
        return send(
          connection, "416 Range Not Satisfiable", "Content-Length: 5", Array("short".utf8))
      }
      let range = "Content-Range: bytes \(start)-\(bytes.count - 1)/\(bytes.count)"
      send(
        connection, "206 Partial Content", "Content-Length: \(bytes.count - start)\r\n\(range)",
        Array(bytes[start...]))
    case .wholeFile(let bytes):
      send(connection, "200 OK", "Content-Length: \(bytes.count)", bytes)
    case .cut(let bytes, let count):
      let start = request.rangeStart ?? 0
      let range = "Content-Range: bytes \(start)-\(bytes.count - 1)/\(bytes.count)"
      send(
        connection, start > 0 ? "206 Partial Content" : "200 OK",
        "Content-Length: \(bytes.count - start)" + (start > 0 ? "\r\n\(range)" : ""),
        Array(bytes[start...].prefix(count)))
    case .held(let bytes, let count):
      send(
        connection, "200 OK", "Content-Length: \(bytes.count)", Array(bytes.prefix(count)))
      waitForClose(connection)
    case .uncounted(let bytes):
      send(connection, "200 OK", "Content-Type: application/gzip", bytes)
    case .status(let code):
      send(connection, "\(code) Refused", "Content-Length: 7", Array("<html/>".utf8))
    case .redirect(let target):
      send(connection, "302 Found", "Location: \(target)\r\nContent-Length: 0", [])
    case .nothing:
      break
    }
  }

  /// Keeps a connection open until the other end closes it, or the server ends.
  private func waitForClose(_ connection: CInt) {
    let deadline = time(nil) + 300
    while time(nil) < deadline, !state.withLock({ $0.isStopped }) {
      var waiting = pollfd(fd: connection, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 20) > 0 { return }
    }
  }

  private func send(_ connection: CInt, _ status: String, _ headers: String, _ body: [UInt8]) {
    let head = "HTTP/1.1 \(status)\r\n\(headers)\r\nConnection: close\r\n\r\n"
    var rest = (Array(head.utf8) + body)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(connection, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
      }
      if count <= 0 { return }
      rest = rest.dropFirst(count)
    }
  }

  private static func readRequest(_ connection: CInt) -> Request? {
    var text = ""
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !text.contains("\r\n\r\n") {
      let count = recv(connection, &buffer, buffer.count, 0)
      if count <= 0 { return nil }
      text += String(decoding: buffer[..<count], as: UTF8.self)
    }
    let lines = text.split(separator: "\r\n")
    let words = lines[0].split(separator: " ")
    let range = lines.first { $0.lowercased().hasPrefix("range: bytes=") }
    return Request(
      path: String(words[1]),
      rangeStart: range.flatMap { Int($0.dropFirst("range: bytes=".count).dropLast()) })
  }
}
