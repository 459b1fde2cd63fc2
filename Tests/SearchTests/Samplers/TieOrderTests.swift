import Testing

@testable import Search

@Suite struct TieOrderTests {
  /// What `numpy.argsort` of NumPy 2.4.6 gives on a processor with AVX2 or AVX-512.
  @Test func equalKeysComeAsNumPyHasThem() {
    #expect(TieOrder.sorted([1, 0, 0, 0, 0, 0, 0, 0]) == [1, 2, 3, 4, 6, 5, 7, 0])
    #expect(
      TieOrder.sorted([1] + [Double](repeating: 0, count: 16)) == [
        1, 2, 3, 4, 6, 5, 7, 8, 12, 9, 10, 11, 14, 13, 15, 16, 0,
      ])
    #expect(TieOrder.sorted([]).isEmpty)
    #expect(TieOrder.sorted([3, 1, 2]) == [1, 2, 0])
  }
}
