import Provenance

/// What texts of a journal say, of those that were looked up last: trials repeat the distributions of
/// the ones before, which need to be read only once.
///
/// Many enough for the parameters of a trial, each of which may come in a line of its own: fewer
/// places than parameters would be of no use, for the oldest text makes room.
struct RecentTexts<Value> {
  private var entries: [(text: ArraySlice<UInt8>, value: Value)] = []
  private static var most: Int { 64 }

  /// The text that was looked up last and had to be read; empty before.
  var latest: ArraySlice<UInt8> { entries.last?.text ?? [] }

  /// The value of a text, read where it is not known.
  mutating func value<Failure: Error>(
    of text: ArraySlice<UInt8>, read: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let place = text.withUnsafeBufferPointer { bytes in
      entries.firstIndex { entry in
        entry.text.withUnsafeBufferPointer { $0.hasBytes(of: bytes) }
      }
    }
    if let place { return entries[place].value }
    let value = try read()
    if entries.count >= Self.most { entries.removeFirst() }
    // A copy, for a slice would hold the whole file.
    entries.append((ArraySlice(Array(text)), value))
    return value
  }
}
