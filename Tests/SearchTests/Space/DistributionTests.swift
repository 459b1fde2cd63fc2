import Provenance
import Testing

@testable import Search

@Suite struct DistributionTests {
  @Test func boundsAreChecked() {
    #expect(throws: DistributionError.lowAboveHigh(low: 2, high: 1)) {
      try Distribution.float(2, 1)
    }
    #expect(throws: DistributionError.notFinite(.infinity)) {
      try Distribution.float(0, .infinity)
    }
    #expect(throws: DistributionError.logarithmOfNothing(low: 0)) {
      try Distribution.float(0, 1, isLog: true)
    }
    #expect(throws: DistributionError.logarithmWithStep(0.5)) {
      try Distribution.float(1, 2, isLog: true, step: 0.5)
    }
    #expect(throws: DistributionError.stepNotPositive(0)) {
      try Distribution.float(1, 2, step: 0)
    }
    #expect(throws: DistributionError.logarithmOfNothing(low: 0)) {
      try Distribution.int(0, 8, isLog: true)
    }
    #expect(throws: DistributionError.logarithmWithStep(2)) {
      try Distribution.int(1, 8, isLog: true, step: 2)
    }
    #expect(throws: DistributionError.stepNotPositive(-1)) { try Distribution.int(1, 8, step: -1) }
    #expect(throws: DistributionError.tooLarge(0x1p53)) { try Distribution.int(1, 1 << 53) }
    #expect(throws: DistributionError.noChoices) { try Distribution.choices([]) }
    #expect(throws: DistributionError.repeatedChoice(.string("a"))) {
      try Distribution.choices([.string("a"), .int(1), .string("a")])
    }
  }

  @Test func lastStepIsThatOfDecimals() throws {
    // In binary, 0.9 / 0.3 is below 3 and 0.7 / 0.1 below 7.
    #expect(try FloatRange(low: 0, high: 0.9, step: 0.3).high == 0.9)
    #expect(try FloatRange(low: 0, high: 0.7, step: 0.1).high == 0.7)
    #expect(try FloatRange(low: 0, high: 1, step: 0.3).high == 0.9)
    #expect(try FloatRange(low: -0.25, high: 1e3, step: 0.5).high == 999.75)
    #expect(try FloatRange(low: 0, high: 0.7, step: 0.1).count == 8)
    #expect(try IntRange(low: 3, high: 20, step: 5).high == 18)
    #expect(try IntRange(low: -7, high: 8, step: 4).high == 5)
  }

  @Test func membership() throws {
    let stepped = try Distribution.float(0, 0.7, step: 0.1)
    #expect(stepped.contains(0.1 + 0.2))
    #expect(!stepped.contains(0.35))
    #expect(!stepped.contains(0.8))
    let whole = try Distribution.int(50, 200, step: 50)
    #expect(whole.contains(150) && !whole.contains(151) && !whole.contains(150.5))
    let choices = try Distribution.choices([.null, .bool(true), .int(3)])
    #expect(choices.contains(2) && !choices.contains(3) && !choices.contains(-1))
    #expect(choices.external(1) == .bool(true))
    #expect(choices.internal(.int(3)) == 2 && choices.internal(.int(4)) == nil)
  }

  @Test func unitsCoverTheRangeEvenly() throws {
    let whole = try Distribution.int(50, 200, step: 50)
    #expect([0, 0.24, 0.26, 0.74, 0.99].map(whole.value(atUnit:)) == [50, 50, 100, 150, 200])
    let stepped = try Distribution.float(0, 0.5, step: 0.1)
    #expect(stepped.value(atUnit: 0) == 0 && stepped.value(atUnit: 0.9999) == 0.5)
    let choices = try Distribution.choices([.int(8), .int(9), .int(10)])
    #expect([0, 0.33, 0.34, 0.67, 0.999].map(choices.value(atUnit:)) == [0, 0, 1, 2, 2])
    let log = try Distribution.float(1e-6, 1e-2, isLog: true)
    #expect((log.value(atUnit: 0.5) / 1e-4 - 1).magnitude < 1e-14)
    #expect(try Distribution.float(0, 3).value(atUnit: 1.0.nextDown) < 3)
  }

  @Test func gridsIncludeBothBounds() throws {
    #expect(try Distribution.float(0, 1).gridValues(points: 5) == [0, 0.25, 0.5, 0.75, 1])
    let log = try Distribution.float(1e-6, 1e-2, isLog: true).gridValues(points: 5)
    #expect(log.first == 1e-6 && log.last == 1e-2)
    #expect(relativeDifference(log, [1e-6, 1e-5, 1e-4, 1e-3, 1e-2]) < 1e-14)
    #expect(try Distribution.int(2, 9, step: 3).gridValues(points: 2) == [2, 5, 8])
  }

  /// The texts are those that Optuna 5.0.0 writes into a data base.
  @Test(arguments: [
    #"{"name": "FloatDistribution", "attributes": {"step": null, "low": 1e-06, "high": 0.01, "log": true}}"#,
    #"{"name": "IntDistribution", "attributes": {"log": false, "step": 50, "low": 50, "high": 200}}"#,
    #"{"name": "CategoricalDistribution", "attributes": {"choices": [null, true, 2, 0.5, "he"]}}"#,
  ])
  func codesAsOptunaDoes(text: String) throws {
    let json = try JSONValue(parsing: text)
    let distribution = try JSONValueDecoder().decode(Distribution.self, from: json)
    let again = try JSONValueEncoder().encode(distribution)
    #expect(again.canonicalText == json.canonicalText)
    switch distribution {
    case .float(let range): #expect(range.low == 1e-6 && range.high == 0.01 && range.isLog)
    case .int(let range): #expect(range.low == 50 && range.step == 50 && range.high == 200)
    case .categorical(let choices):
      let expected: [ParameterValue] = [
        .null, .bool(true), .int(2), .double(0.5), .string("he"),
      ]
      #expect(choices == expected)
    }
  }
}
