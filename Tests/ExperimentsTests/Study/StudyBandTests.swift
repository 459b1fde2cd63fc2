import Experiments
import Search
import Studies
import Testing

/// The best of as many trials picked at random, against all picks that there are.
struct StudyBandTests {
  /// Values whose order is not that of their places.
  private static let values = [4.0, 1, 9, 2.5, 7, 2, 6]

  /// The best values of all ordered picks of `count` from values, the best first.
  private static func bests(_ values: [Double], _ count: Int) -> [Double] {
    var bests = values
    for _ in 1..<max(1, count) {
      bests = bests.flatMap { best in values.map { min(best, $0) } }
    }
    return bests.sorted()
  }

  /// The least value that at least this share of the picks does not pass.
  private static func percentile(_ sorted: [Double], _ share: Double) -> Double {
    let need = share * Double(sorted.count)
    let index = sorted.indices.first { Double($0 + 1) >= need - 1e-9 * Double(sorted.count) }
    return sorted[index ?? sorted.count - 1]
  }

  private static func trials(
    _ values: [Double], pruned: Int = 0, _ direction: StudyDirection = .minimize
  ) throws -> StudyTrials {
    var records = values.enumerated().map { HandmadeStudy.trial($0, .complete, $1) }
    for number in 0..<pruned {
      records.append(HandmadeStudy.trial(values.count + number, .pruned, reports: [(0, 0.5)]))
    }
    return try StudyTrials(HandmadeStudy.study(records, direction), path: "s.db")
  }

  private static func band(
    _ values: [Double], pruned: Int = 0, _ direction: StudyDirection = .minimize
  ) throws -> StudyNumbers.RandomBand? {
    let trials = try trials(values, pruned: pruned, direction)
    return StudyNumbers(trials, plot: .history, pool: trials.pool).random
  }

  @Test("percentiles are those of all picks, one by one with replacement")
  func enumeration() throws {
    let band = try #require(try Self.band(Self.values))
    #expect(band.counts == Array(1...7))
    for (index, count) in band.counts.enumerated() {
      let bests = Self.bests(Self.values, count)
      #expect(band.low[index] == Self.percentile(bests, 0.05), "\(count)")
      #expect(band.middle[index] == Self.percentile(bests, 0.5), "\(count)")
      #expect(band.high[index] == Self.percentile(bests, 0.95), "\(count)")
    }
    // The numbers are no accident: a single pick spans all, seven picks only the good ones.
    #expect(band.low[0] == 1 && band.high[0] == 9 && band.middle[0] == 4)
    #expect(band.high[6] < 9)
  }

  @Test("of values to be maximized the high end is the good one")
  func maximized() throws {
    let low = try #require(try Self.band(Self.values))
    let high = try #require(try Self.band(Self.values.map { -$0 }, .maximize))
    #expect(high.high == low.low.map { -$0 } && high.low == low.high.map { -$0 })
    #expect(high.middle == low.middle.map { -$0 })
    #expect(zip(high.low, high.high).allSatisfy { $0 <= $1 })
  }

  @Test("trials that were given up are picked too, and worse than any")
  func pruned() throws {
    let band = try #require(try Self.band(Self.values, pruned: 5))
    // With 5 of 12 pruned, the worst 5 % of picks are without a value until (5/12)^k <= 0.05.
    #expect(band.counts.first == 4 && band.counts.last == 12)
    let padded = Self.values + [Double](repeating: 1e9, count: 5)
    for (index, count) in band.counts.enumerated() where count <= 5 {
      let bests = Self.bests(padded, count)
      #expect(band.low[index] == Self.percentile(bests, 0.05), "\(count)")
      #expect(band.middle[index] == Self.percentile(bests, 0.5), "\(count)")
      #expect(band.high[index] == Self.percentile(bests, 0.95), "\(count)")
    }
    // Where nearly all were given up, no number of picks is sure of a value.
    #expect(try Self.band([1, 2], pruned: 200) == nil)
  }

  @Test("there is no band without two values, and none that is not finite")
  func none() throws {
    #expect(try Self.band([1]) == nil)
    #expect(try Self.band([.infinity, 1]) == nil)
    let band = try #require(try Self.band([.infinity, 1, .nan, 2]))
    #expect(band.counts == [1, 2, 3, 4] && band.high.allSatisfy { $0.isFinite })
  }

  @Test("of many trials counts grow by their size and end at the last")
  func manyCounts() throws {
    let band = try #require(try Self.band((0..<5000).map(Double.init)))
    #expect(band.counts.count < 2000 && band.counts.last == 5000)
    #expect(zip(band.counts, band.counts.dropFirst()).allSatisfy { $0 < $1 })
    #expect(Array(band.counts.prefix(250)) == Array(1...250))
    // The middle best of k of many is about log(2) / k of the way from the best.
    for index in [99, 249] {
      let expected = 5000 * 0.693147 / Double(band.counts[index])
      #expect(abs(band.middle[index] - expected) < 2, "\(band.counts[index])")
    }
  }

  @Test("only plots that show it compute it")
  func plots() throws {
    let trials = try Self.trials(Self.values)
    for plot in StudyPlot.allCases {
      let numbers = StudyNumbers(trials, plot: plot, pool: trials.pool)
      #expect((numbers.random != nil) == (plot == .history || plot == .all), "\(plot)")
      #expect(numbers.importances.isEmpty)
    }
  }

  @Test("importances are shares with the intervals of random halves as they are")
  func importances() throws {
    let records = (0..<60).map { index in
      // The rate decides alone.
      let rate = 0.0001 + Double(index * 37 % 60) / 60
      return HandmadeStudy.trial(
        index, .complete, rate, rate: rate, units: Double(10 + index % 5 * 10),
        kind: Double(index % 2))
    }
    let trials = try StudyTrials(HandmadeStudy.study(records), path: "s.db")
    let numbers = StudyNumbers(trials, plot: .importance, pool: trials.ownPool)
    #expect(numbers.importances.map(\.name).first == "lr")
    #expect(Set(numbers.importances.map(\.name)) == ["lr", "units", "kind"])
    #expect(abs(numbers.importances.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    let study = try #require(trials.study)
    let intervals = PedAnova().intervals(study, seed: 0, resamples: 200, level: 0.9)
    #expect(numbers.importances.map(\.low) == intervals.map(\.low))
    #expect(numbers.importances.map(\.high) == intervals.map(\.high))
    for importance in numbers.importances {
      #expect(0 <= importance.low && importance.low < importance.high && importance.high <= 1)
    }
    #expect(numbers.importances[0].share > 0.5)
    #expect(numbers.importances[2].low < 0.5)
  }
}
