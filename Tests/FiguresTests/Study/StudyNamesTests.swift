import Charting
import Figures
import Provenance
import Search
import Testing

@testable import Experiments

/// The names and numbers that charts of studies and their tables write.
struct StudyNamesTests {
  @Test("names stay apart however they are shortened, and letters that two would share are none")
  func names() throws {
    var trials = try MadeUpStudies.trials(30, columns: 4)
    let stem = "a_very_long_name_of_a_parameter_number_"
    let tail = "_that_goes_on_and_on_and_on"
    for place in 0..<4 { trials.columns[place].name = stem + "\(place)" + tail }
    var titles = try MadeUpStudies.figure(.scatter, trials).chart.sections[0].panels
      .compactMap { $0?.x?.title }
    #expect(Set(titles).count == 4 && titles.allSatisfy { $0.count < 60 })
    for (place, name) in ["lr", "learning_rate", "weight_decay", "x"].enumerated() {
      trials.columns[place].name = name
    }
    titles = try MadeUpStudies.figure(.scatter, trials).chart.sections[0].panels
      .compactMap { $0?.x?.title }
    #expect(titles == ["lr", "learning_rate", "weight_decay λ", "x"])
  }

  @Test("a value keeps the digits that tell it within its range")
  func digits() throws {
    var trials = try MadeUpStudies.trials(2, columns: 1) { Double($0) }
    trials.columns[0] = StudyTrials.Column(
      name: "beta", distributions: [try .float(0.9, 0.9999)], distribution: [0, 0],
      values: [0.9999, 0.95])
    #expect(
      try MadeUpStudies.figure(.history, trials).findings.first
        == "Best: trial 0, value 0 (beta 0.9999).")
  }

  @Test("the table has one row for each trial, with what it has")
  func table() throws {
    var trials = try MadeUpStudies.trials(5, columns: 2) { Double(10 - $0) }
    trials.columns = [
      StudyTrials.Column(
        name: "rate", distributions: [try .float(0, 2)], distribution: [0, 0, 0, 0, 0],
        values: [0.1, 0.2, 0.3, 0.4, 0.5]),
      StudyTrials.Column(
        name: "kind", distributions: [.categorical([.string("a"), .string("b")])],
        distribution: [-1, 0, 0, 0, 0], values: [.nan, 1, 0, 1, 0]),
    ]
    let figure = try MadeUpStudies.figure(.history, trials)
    let text = String(decoding: try figure.table().bytes, as: UTF8.self)
    let lines = text.split(whereSeparator: \.isNewline).map(String.init)
    try #require(lines.count == 6)
    #expect(lines[0] == "trial,state,value,rate,kind")
    #expect(lines[1] == "0,complete,10,0.1,\"\"")
    #expect(lines[2] == "1,complete,9,0.2,b")
    #expect(lines[5] == "4,pruned,6,0.5,a")
  }
}
