import Testing

@testable import Charting

struct ScaleDomainTests {
  @Test func `data are padded by a part of their span`() {
    let domain = DomainPolicy(padding: 0.05).domain(of: [3, 1, 2, 5])
    #expect(domain == (0.8, 5.2))
    let log = DomainPolicy(kind: .log10, padding: 0.5).domain(of: [1, 100])
    #expect(abs(log.lower - 0.1) < 1e-15 && abs(log.upper - 1000) < 1e-12)
  }

  @Test func `NaN and infinity, and zero on a log scale, are passed over`() {
    let values = [Double.nan, 2, .infinity, 4, -.infinity]
    #expect(DomainPolicy(padding: 0).domain(of: values) == (2, 4))
    #expect(DomainPolicy(kind: .log10, padding: 0).domain(of: [0, -3, 2, 8, .nan]) == (2, 8))
  }

  @Test func `padding stops at a hard bound, and data beyond it are cut off`() {
    let accuracy = DomainPolicy(bounds: .share)
    #expect(accuracy.domain(of: [0.5, 1]).upper == 1)
    #expect(accuracy.domain(of: [0.5, 1]).lower == 0.475)
    #expect(accuracy.domain(of: [0.01, 0.99]) == (0, 1))
    #expect(accuracy.domain(of: [0.5, 1.0000001]).upper == 1)
    #expect(accuracy.domain(of: [1, 1]) == (0.9, 1))
    #expect(accuracy.domain(of: [7, 9]) == (0.9, 1))
    #expect(accuracy.domain(of: []) == (0, 1))
    let loss = DomainPolicy(bounds: HardBounds(lower: 0))
    #expect(loss.domain(of: [0.01, 2]).lower == 0)
    #expect(loss.domain(of: []) == (0, 1))
  }

  @Test func `bars start at zero without padding below it`() {
    let bars = DomainPolicy(padding: 0.1, includesZero: true)
    #expect(bars.domain(of: [5, 10]) == (0, 11))
    #expect(bars.domain(of: [-10, -5]) == (-11, 0))
    #expect(bars.domain(of: [0, 0]) == (0, 1))
    #expect(bars.domain(of: []).lower == 0)
    let both = bars.domain(of: [-5, 5])
    #expect(both == (-6, 6))
  }

  @Test func `one value is in the middle`() {
    #expect(DomainPolicy().domain(of: [0.5, 0.5]) == (0.45, 0.55))
    #expect(DomainPolicy().domain(of: [0]) == (-1, 1))
  }

  @Test func `a domain that ends on labels covers the data`() {
    let policy = DomainPolicy(endsOnLabels: true)
    // In R: labeling::extended(8.1, 14.1, 5, only.loose = TRUE) is 8 9 10 11 12 13 14 15.
    #expect(policy.domain(of: [8.1, 14.1]) == (8, 15))
    let bounded = DomainPolicy(endsOnLabels: true, bounds: .share).domain(of: [0.13, 0.97])
    #expect(bounded == (0, 1))
    let log = DomainPolicy(kind: .log10, endsOnLabels: true)
    #expect(log.domain(of: [0.03, 100]) == (0.01, 100))
  }

  @Test func `any data give a domain that a scale takes`() throws {
    var random = TickRandom(seed: 22)
    for kind in [ScaleKind.linear, .log10] {
      for round in 0..<2_000 {
        let values = (0..<random.below(4)).map { _ in Double(bitPattern: random.next()) }
        let policy = DomainPolicy(
          kind: kind, padding: round % 3 == 0 ? .nan : 0.05, includesZero: round % 2 == 0,
          endsOnLabels: round % 5 == 0,
          bounds: round % 7 == 0 ? HardBounds(lower: -1e300, upper: 1e-300) : .none)
        let scale = try policy.scale(of: values)
        #expect(scale.lower < scale.upper)
      }
    }
  }
}
