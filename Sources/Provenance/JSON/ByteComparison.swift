extension UnsafeBufferPointer<UInt8> {
  /// Whether both have the same bytes, compared by the block: the standard library goes byte by byte.
  package func hasBytes(of other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    let block = 64
    var place = 0
    while place + block <= count {
      var difference: UInt8 = 0
      for i in place..<place + block { difference |= self[i] ^ other[i] }
      if difference != 0 { return false }
      place += block
    }
    while place < count {
      if self[place] != other[place] { return false }
      place += 1
    }
    return true
  }
}
