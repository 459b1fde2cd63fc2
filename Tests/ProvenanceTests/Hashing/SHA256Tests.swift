import Provenance
import Testing

/// The bytes of hexadecimal digits, two by two.
func bytes(hex: some StringProtocol) -> [UInt8] {
  let digits = hex.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map {
    UInt8(16 * digits[$0] + digits[$0 + 1])
  }
}

@Suite("SHA256")
struct SHA256Tests {
  @Test("the examples of FIPS 180-4")
  func publishedExamples() throws {
    #expect(
      try SHA256.hexDigest(of: Array("abc".utf8))
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    let long = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    #expect(
      try SHA256.hexDigest(of: Array(long.utf8))
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      try SHA256.hexDigest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("NIST's short messages, whole and byte by byte")
  func shortMessages() throws {
    let lines = nistShortMessages.split(separator: "\n")
    #expect(lines.count == 2 * 65)
    for index in stride(from: 0, to: lines.count, by: 2) {
      let message = bytes(hex: lines[index])
      #expect(message.count == index / 2)
      #expect(try SHA256.hexDigest(of: message) == lines[index + 1])
      var hash = try SHA256()
      for byte in message { hash.update([byte]) }
      #expect(try hash.finalize().hex == lines[index + 1])
    }
  }

  /// CAVP's Monte Carlo test (SHA256Monte.rsp), ten of its hundred rounds.
  @Test("NIST's Monte Carlo chain")
  func monteCarlo() throws {
    var seed = bytes(hex: "6d1e72ad03ddeb5de891e572e2396f8da015d899ef0e79503152d6010a3fe691")
    for _ in 0..<10 {
      var last = [seed, seed, seed]
      for _ in 0..<1000 {
        last = [last[1], last[2], try SHA256.digest(of: last[0] + last[1] + last[2]).bytes]
      }
      seed = last[2]
    }
    #expect(
      try Digest(bytes: seed).hex
        == "72361401c670d07f1151a95e2ee914665c2bdb1228581833c7dc53b89c01c927")
  }

  @Test("arrays, spans, raw spans and raw buffers give the same digest")
  func allInputs() throws {
    let message = [UInt8]((0..<200).map { UInt8($0) })
    let expected = try SHA256.digest(of: message)
    var span = try SHA256()
    span.update(message.span.extracting(first: 70))
    span.update(message.span.bytes.extracting(70..<120))
    message.withUnsafeBytes { span.update(UnsafeRawBufferPointer(rebasing: $0[120...])) }
    #expect(try span.finalize() == expected)
    var empty = try SHA256()
    empty.update([])
    empty.update(UnsafeRawBufferPointer(start: nil, count: 0))
    #expect(try empty.finalize() == SHA256.digest(of: []))
  }

  @Test("two hashes at once do not disturb each other")
  func interleaved() throws {
    var first = try SHA256()
    var second = try SHA256()
    first.update(Array("a".utf8))
    second.update(Array("x".utf8))
    first.update(Array("bc".utf8))
    #expect(try first.finalize() == SHA256.digest(of: Array("abc".utf8)))
    #expect(try second.finalize() == SHA256.digest(of: Array("x".utf8)))
  }
}

@Suite("Digest")
struct DigestTests {
  let hex = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  @Test("hexadecimal digits of both cases are read, lower case is written")
  func hexadecimal() throws {
    let digest = try Digest(hex: hex)
    #expect(digest.bytes.prefix(3) == [0xBA, 0x78, 0x16])
    #expect(digest.bytes.last == 0xAD)
    #expect(digest.hex == hex)
    #expect("\(digest)" == hex)
    #expect(try Digest(hex: hex.uppercased()) == digest)
  }

  @Test(
    "other texts are refused",
    arguments: [
      "", "ba78", "+a", String(repeating: "g", count: 64), "é" + String(repeating: "0", count: 62),
    ])
  func refused(text: String) {
    #expect(throws: ProvenanceError.invalidDigest(got: text)) { try Digest(hex: text) }
    let long = hex + "0"
    #expect(throws: ProvenanceError.invalidDigest(got: long)) { try Digest(hex: long) }
    #expect(throws: ProvenanceError.wrongDigestLength(got: 31, expected: 32)) {
      try Digest(bytes: [UInt8](repeating: 0, count: 31))
    }
  }

  @Test("a digest is a string in JSON, and a bad one is named with its place")
  func codable() throws {
    struct Holder: Codable, Equatable { var digest: Digest }
    let holder = Holder(digest: try Digest(hex: hex))
    let json = try JSONValueEncoder().encode(holder)
    #expect(json == ["digest": .string(hex)])
    #expect(try JSONValueDecoder().decode(Holder.self, from: json) == holder)
    let error = #expect(throws: JSONCodingError.self) {
      try JSONValueDecoder(root: "file").decode(Holder.self, from: ["digest": "12"])
    }
    #expect(
      error?.description
        == #"invalid file.digest: "12" (invalid digest: "12" (64 hexadecimal digits))"#)
  }

  @Test("errors are one line that names the value")
  func messages() {
    #expect(
      "\(ProvenanceError.invalidDigest(got: "a\u{1B}[2J\"\n"))"
        == #"invalid digest: "a\u001b[2J\"\u000a" (64 hexadecimal digits)"#)
    #expect(!ProvenanceError.invalidDigest(got: "").isMachineFault)
    let failure = ProvenanceError.cryptoFailed(call: "EVP_DigestInit_ex", reason: "unsupported")
    #expect("\(failure)" == "libcrypto failed in EVP_DigestInit_ex: unsupported")
    #expect(failure.isMachineFault)
  }
}
