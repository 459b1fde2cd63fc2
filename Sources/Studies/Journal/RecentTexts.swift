import Provenance

/// What texts of a journal say, of those that were looked up last: trials repeat the distributions of
/// the ones before, which need to be read only once.
///
/// Many enough for the parameters of a trial, each of which may come in a line of its own: fewer
/// places than parameters would be of no use, for the oldest text makes room.
struct RecentTexts<Value> {
  private var texts: [[UInt8]] = []
  /// One for each text.
  private var values: [Value] = []
  private static var most: Int { 64 }

  /// The text that was looked up last and had to be read; empty before.
  var latest: [UInt8] { texts.last ?? [] }

  /// The value of a text, read where it is not known.
  mutating func value<Failure: Error>(
    of text: JSONMemberTexts.Text, read: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let bytes = UnsafeBufferPointer(rebasing: text)
    for place in texts.indices where texts[place].count == bytes.count {
      if texts[place].withUnsafeBufferPointer({ $0.hasBytes(of: bytes) }) { return values[place] }
    }
    let value = try read()
    if texts.count >= Self.most {
      texts.removeFirst()
      values.removeFirst()
    }
    texts.append(Array(text))
    values.append(value)
    return value
  }
}
