import Foundation
import Testing

/// `dlplot study FILE --plot` and `dlplot search --plot` as a user calls them.
struct StudyCommandTests {
  private let program: Program
  private let scratch: Scratch

  init() throws {
    program = try Program()
    scratch = try Scratch()
  }

  /// A database that Optuna wrote.
  private static let optuna = Checkout.path("Tests/StudiesTests/Fixtures/optuna.db")

  private static let tiny = [
    "search", "--trials", "6", "--space", "learning-rate=log:1e-3..1", "--space",
    "hidden=10..30:10", "--hidden", "20x2", "--batch", "20", "--epochs", "3", "--images", "60",
    "--quiet",
  ]

  /// A journal with a study of random search and one of TPE.
  private func journal() throws -> String {
    let path = scratch.path("digits.jsonl")
    for sampler in ["random", "tpe"] {
      let outcome = try program.run(
        Self.tiny + [
          "--sampler", sampler, "--study", path, "--study-name", sampler, "-o",
          scratch.path("\(sampler).png"),
        ])
      #expect(outcome.status == 0, "\(outcome.error)")
    }
    return path
  }

  private func study(_ arguments: [String], as name: String) throws -> String {
    let path = scratch.path(name)
    let outcome = try program.run(["study"] + arguments + ["-o", path])
    #expect(outcome.status == 0, "\(arguments): \(outcome.error)")
    #expect(
      outcome.output.hasPrefix("\(path)\n") && outcome.output.split(separator: "\n").count > 1)
    return path
  }

  private func text(_ keyword: String, of path: String) throws -> String {
    try #require(try AlteredPNG(path: path)[text: keyword])
  }

  @Test("a study is never written over")
  func sameFile() throws {
    let file = scratch.path("a.db")
    try FileManager.default.copyItem(atPath: Self.optuna, toPath: file)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link.jsonl"), withDestinationPath: "a.db")
    for (arguments, place) in [
      (["study", "a.db", "--json", "./a.db"], "--json: ./a.db"),
      (["study", "a.db", "--csv", "a.db"], "--csv: a.db"),
      (["study", "export", "a.db", "./a.db"], "target: ./a.db"),
      (["study", "import", "a.db", "link.jsonl"], "target: link.jsonl"),
      (["search", "--study", "a.db", "--json", "link.jsonl"], "--json: link.jsonl"),
    ] {
      let outcome = try program.run(arguments, in: scratch.url)
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      #expect(
        outcome.error
          == "dlplot: invalid \(place) (another file than a.db, which is read)\n")
    }
    #expect(FileManager.default.contentsEqual(atPath: file, andPath: Self.optuna))
    #expect(try scratch.names == ["a.db", "link.jsonl"])
  }

  @Test("every chart of a study is drawn and verified, and its command gives it again")
  func plots() throws {
    let file = try journal()
    for plot in [
      "best", "history", "intermediate", "importance", "edf", "parallel", "scatter", "rank",
      "narrowing", "timeline", "all",
    ] {
      let path = try study(
        [file, "--study-name", "tpe", "--plot", plot, "--baseline", "random"], as: "\(plot).png")
      let verdict = try program.run(["verify", path])
      #expect(verdict.status == 0, "\(plot): \(verdict.output)\(verdict.error)")
      #expect(
        verdict.output
          == "\(path): verified: config, numbers, data, scene, pixels, picture, words\n")
      let lint = try program.run(["lint", path])
      #expect(lint.status == 0, "\(plot): \(lint.output)")
    }
    let path = scratch.path("history.png")
    let command = try #require(
      try program.run(["inspect", path]).output.split(separator: "\n")
        .first { $0.hasPrefix("command") })
    // The command names the file without its folder.
    #expect(!command.contains(scratch.url.path) && command.contains("study digits.jsonl"))
    let words = command.split(separator: " ").dropFirst(2).map(String.init)
    let again = scratch.path("again.png")
    let outcome = try program.run(words + ["-o", again, "--quiet"], in: scratch.url)
    #expect(outcome.status == 0, "\(outcome.error)")
    #expect(try text("dlplot", of: again) == text("dlplot", of: path))
  }

  @Test("a study of Optuna's database is drawn and verified")
  func database() throws {
    let names = try program.run(["study", "list", Self.optuna]).output.split(separator: "\n")
      .filter { $0.contains("best:") && $0.contains("complete") }
      .compactMap { $0.split(separator: ":").first.map(String.init) }
    #expect(!names.isEmpty)
    for (index, name) in names.enumerated() {
      let path = try study([Self.optuna, "--study-name", name], as: "\(index).png")
      #expect(try program.run(["verify", path]).status == 0, "\(name)")
    }
    // Trials of one finite report, pruned, failed and running ones.
    for plot in ["intermediate", "best", "timeline", "all"] {
      for theme in ["light", "dark", "print"] {
        let path = try study(
          [Self.optuna, "--study-name", "kept", "--plot", plot, "--theme", theme],
          as: "\(plot)-\(theme).png")
        let lint = try program.run(["lint", path])
        #expect(lint.status == 0 && lint.output == "\(path): clean\n", "\(lint.output)")
      }
    }
  }

  /// A journal as Optuna writes it, of five trials, with these names.
  private func foreign(study: String, parameter: String, choice: String) throws -> String {
    func quoted(_ text: String) throws -> String {
      String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
    }
    let (study, name, choice) = (try quoted(study), try quoted(parameter), try quoted(choice))
    let float = try quoted(
      #"{"name":"FloatDistribution","attributes":{"low":0.0,"high":1.0,"log":false,"step":null}}"#)
    let kind = try quoted(
      #"{"name":"CategoricalDistribution","attributes":{"choices":[\#(choice)]}}"#)
    var lines = [#"{"op_code":0,"worker_id":"w","study_name":\#(study),"directions":[1]}"#]
    for number in 1...5 {
      let value = "0.\(number)"
      let fields = [
        #""op_code":4,"worker_id":"w","study_id":0"#,
        #""datetime_start":"2025-01-01T00:00:0\#(number).000000+00:00""#,
        #""datetime_complete":"2025-01-01T00:00:0\#(number).700000+00:00""#,
        #""state":1,"value":\#(value),"values":[\#(value)]"#,
        #""distributions":{\#(name):\#(float),"kind":\#(kind)}"#,
        #""params":{\#(name):\#(value),"kind":0}"#,
        #""user_attrs":{},"system_attrs":{},"intermediate_values":{}"#,
      ]
      lines.append("{" + fields.joined(separator: ",") + "}")
    }
    return try scratch.write(
      Array((lines.joined(separator: "\n") + "\n").utf8), to: "foreign.journal")
  }

  @Test("names in any script are drawn in both languages, and verified and drawn again")
  func scripts() throws {
    let file = try foreign(study: "한국어 연구", parameter: "lr 🚀", choice: "시그모이드")
    for language in ["en", "ko"] {
      for plot in ["history", "all"] {
        let path = try study(
          [file, "--plot", plot, "--lang", language], as: "\(plot)-\(language).png")
        #expect(try program.run(["verify", path]).status == 0, "\(plot) \(language)")
      }
      let drawn = scratch.path("\(language).svg")
      let outcome = try program.run(["redraw", scratch.path("all-\(language).png"), "-o", drawn])
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(try program.run(["verify", drawn]).status == 0)
    }
  }

  @Test("altered numbers and altered trials are found, and a figure without trials says so")
  func altered() throws {
    let file = try journal()
    let json = scratch.path("a.json")
    _ = try study(
      [
        file, "--study-name", "tpe", "--plot", "history", "--baseline", "random", "--json", json,
      ], as: "a.png")
    #expect(try program.run(["verify", json]).status == 0)
    func verify(_ change: (inout String) -> Void) throws -> Program.Outcome {
      let right = try String(contentsOfFile: json, encoding: .utf8)
      var numbers = right
      change(&numbers)
      #expect(numbers != right)
      return try program.run(["verify", scratch.write(Array(numbers.utf8), to: "altered.json")])
    }
    // A band that was made better, a trial, and a value of the baseline.
    for place in [#""middle": ["#, #""values": ["#, #""baseline": ["#] {
      let outcome = try verify { numbers in
        guard let start = numbers.range(of: place)?.upperBound else { return }
        let end = numbers[start...].firstIndex { $0 == "," || $0 == "]" } ?? start
        numbers.replaceSubrange(start..<end, with: "0.0625")
      }
      #expect(outcome.status == 1, "\(place): \(outcome.output)\(outcome.error)")
      #expect(outcome.output.contains("numbers") && outcome.output.contains("DIFFERS"))
    }

    let bare = scratch.path("bare.png")
    let drawn = try program.run(["study", file, "--study-name", "tpe", "--public", "-o", bare])
    #expect(drawn.status == 0, "\(drawn.error)")
    let outcome = try program.run(["verify", bare])
    #expect(outcome.status == 2, "\(outcome.output)")
    #expect(outcome.error.contains("does not carry the trials of its study"), "\(outcome.error)")
    #expect(outcome.error.split(separator: "\n").count == 1)

    // The study that it was drawn from, and another of the same name.
    #expect(try program.run(["verify", bare, "--data", file]).status == 0)
    let other = scratch.path("other.jsonl")
    let searched = try program.run(
      Self.tiny + [
        "--seed", "9", "--study", other, "--study-name", "tpe", "-o", scratch.path("other.png"),
      ])
    #expect(searched.status == 0, "\(searched.error)")
    let verdict = try program.run(["verify", bare, "--data", other])
    #expect(verdict.status == 1, "\(verdict.output)\(verdict.error)")
    #expect(verdict.output.contains("DIFFERS in data: the trials are not those"))
  }

  @Test("a figure is drawn again in another look, and tables and results hold its numbers")
  func looks() throws {
    let file = try journal()
    let (csv, json) = (scratch.path("a.csv"), scratch.path("a.json"))
    let path = try study(
      [file, "--study-name", "random", "--plot", "parallel", "--csv", csv, "--json", json],
      as: "a.png")
    let dark = scratch.path("dark.png")
    let redrawn = try program.run(["redraw", path, "--theme", "dark", "--lang", "ko", "-o", dark])
    #expect(redrawn.status == 0, "\(redrawn.error)")
    #expect(try program.run(["verify", dark]).status == 0)
    #expect(try program.run(["verify", json]).status == 0)
    let lines = try String(contentsOfFile: csv, encoding: .utf8).split(whereSeparator: \.isNewline)
    try #require(lines.count == 7)
    #expect(lines[0] == "trial,state,value,learning-rate,hidden")
    #expect(lines[1].hasPrefix("0,complete,"))
    for name in ["a.svg", "a.pdf"] {
      _ = try study([file, "--study-name", "random", "--plot", "parallel"], as: name)
      #expect(try program.run(["verify", scratch.path(name)]).status == 0, "\(name)")
    }
  }

  @Test("a chart of a search is drawn in its place and verified by searching again")
  func search() throws {
    for plot in ["history", "importance", "all"] {
      let path = scratch.path("\(plot).png")
      let outcome = try program.run(Self.tiny + ["--plot", plot, "-o", path])
      #expect(outcome.status == 0, "\(outcome.error)")
      let verdict = try program.run(["verify", path, "--threads", "2"])
      #expect(verdict.status == 0, "\(plot): \(verdict.output)\(verdict.error)")
      #expect(try text("dlplot", of: path).contains(#""plot":"\#(plot)""#))
    }
    let outcome = try program.run(Self.tiny + ["--plot", "timeline", "-o", scratch.path("t.png")])
    #expect(outcome.status == 2)
    #expect(outcome.error.contains("times are no part of a result"), "\(outcome.error)")
    #expect(!scratch.exists("t.png"))
  }

  @Test("bad input is one line that names the value and what is allowed")
  func badInput() throws {
    let file = try journal()
    let empty = scratch.path("empty.jsonl")
    try scratch.write(Array("{\"op\n".utf8), to: "broken.jsonl")
    for (arguments, words) in [
      ([file], "several studies in"),
      ([file, "--study-name", "tep"], "did you mean tpe?"),
      ([file, "--study-name", "tpe", "--plot", "historey"], "did you mean history?"),
      ([file, "--study-name", "tpe", "--baseline", "randon"], "did you mean random?"),
      ([file, "--study-name", "tpe", "--shown", "0"], "invalid --shown: 0 (1..."),
      ([empty], "empty.jsonl"), ([scratch.path("broken.jsonl")], "broken.jsonl"),
      ([file, "--study-name", "tpe", "-o", scratch.path("a.gif")], "a.gif"),
    ] as [([String], String)] {
      let outcome = try program.run(
        ["study"] + arguments + (arguments.contains("-o") ? [] : ["-o", scratch.path("no.png")]))
      #expect(outcome.status == 2, "\(arguments): \(outcome.output)")
      #expect(outcome.error.contains(words), "\(arguments): \(outcome.error)")
      #expect(outcome.error.split(separator: "\n").count == 1, "\(outcome.error)")
      #expect(!scratch.exists("no.png"))
    }
  }
}
