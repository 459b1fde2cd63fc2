/// The order of equal numbers that NumPy's `argsort` leaves, which decides over the widths of equal
/// kernels.
///
/// NumPy's default sort is not stable. On x86 processors with AVX2 or AVX-512 it sorts up to 256
/// Doubles by Batcher's network in the form whose merges begin with a comparison of mirrored places,
/// filled up with infinities to a power of two. This gives the same order, at any length; beyond 256
/// NumPy's own depends on the processor.
///
/// - Source: Batcher, "Sorting networks and their applications", 1968.
enum TieOrder {
  /// The longest array whose order is NumPy's.
  static let longest = 256

  /// Returns the places of the keys by ascending key.
  static func sorted(_ keys: [Double]) -> [Int] {
    let used = keys.count
    var size = 1
    while size < used { size *= 2 }
    var keys = keys + [Double](repeating: .infinity, count: size - used)
    var places = Array(0..<size)

    func exchange(_ i: Int, _ j: Int) {
      if keys[i] > keys[j] {
        keys.swapAt(i, j)
        places.swapAt(i, j)
      }
    }
    var run = 2
    while run <= size {
      for start in stride(from: 0, to: size, by: run) {
        for i in 0..<run / 2 { exchange(start + i, start + run - 1 - i) }
      }
      var half = run / 4
      while half >= 1 {
        for start in stride(from: 0, to: size, by: 2 * half) {
          for i in start..<start + half { exchange(i, i + half) }
        }
        half /= 2
      }
      run *= 2
    }
    return Array(places.prefix(used))
  }
}
