import Testing

/// A word that is nearly right is told what it was meant to be.
struct MistypedWordTests {
  /// Three dots stand for the list of all commands, which grows.
  private static let mistakes: [(arguments: [String], line: String)] = [
    (["activation"], "unknown command: activation (...; did you mean activations?)"),
    (["help", "inspekt"], "unknown command: inspekt (...; did you mean inspect?)"),
    (["zzz"], "unknown command: zzz (...)"),
    (["data", "lst"], "unknown command: lst (list, verify, fetch; did you mean list?)"),
    (["help", "data", "lst"], "unknown command: lst (list, verify, fetch; did you mean list?)"),
    (["activations", "--ini", "he"], "unknown option: --ini (did you mean --init?)"),
    (["activations", "--them=dark"], "unknown option: --them (did you mean --theme?)"),
    (["activations", "-x"], "unknown option: -x"),
    (["--vresion"], "unknown option: --vresion (did you mean --version?)"),
    (
      ["activations", "--init", "std=1,hee"],
      "invalid --init: hee (std=X, xavier, glorot, he, lecun, orthogonal; did you mean he?)"
    ),
    (["activations", "--init", "std=one"], "invalid --init: std=one (std=1e-12...std=1e6)"),
    (
      ["activations", "--activation", "ReLU"],
      "invalid --activation: ReLU (sigmoid, tanh, relu, leaky-relu, gelu; did you mean relu?)"
    ),
    (
      ["activations", "--theme", "drak"],
      "invalid --theme: drak (light, dark, print; did you mean dark?)"
    ),
    (["activations", "--theme", ""], "invalid --theme: '' (light, dark, print)"),
    (["activations", "--lang", "kr"], "invalid --lang: kr (en, ko; did you mean ko?)"),
    (
      ["activations", "--input", "minst"],
      "invalid --input: minst (normal, mnist; did you mean mnist?)"
    ),
    (
      ["activations", "--input", "mnist", "--data", "fashon"],
      "invalid --data: fashon (a folder of IDX files, or one of mnist5k, mnist, fashion; "
        + "did you mean fashion?)"
    ),
    (["data", "fetch", "mnsit"], "invalid name: mnsit (mnist, fashion; did you mean mnist?)"),
    (
      ["data", "fetch", "mnist5k"],
      "cannot fetch mnist5k: it comes with the program (mnist, fashion)"
    ),
    (["compair"], "unknown command: compair (...; did you mean compare?)"),
    (["compare", "a.png"], "missing argument: <b.png>"),
    (
      ["compare", "a.png", "b.png", "--dif", "c.png"],
      "unknown option: --dif (did you mean --diff?)"
    ),
    (
      ["compare", "a.png", "b.png", "--tolerance", "unsen"],
      "invalid --tolerance: unsen (unseen, none, or settings flat=N, edge=N, ratio=N, pixels=N, "
        + "tile=X; did you mean unseen?)"
    ),
    (
      ["compare", "a.png", "b.png", "--tolerance", "pixel=3"],
      "invalid --tolerance: pixel (unseen, none, or settings flat=N, edge=N, ratio=N, pixels=N, "
        + "tile=X; did you mean pixels?)"
    ),
    (
      ["compare", "a.png", "b.png", "--tolerance", "flat=256"],
      "invalid --tolerance flat: 256 (0...255)"
    ),
    (
      ["compare", "a.png", "b.png", "--tolerance", "flat=1,flat=2"],
      "invalid --tolerance: flat=1,flat=2 (flat once)"
    ),
    (
      ["compare", "a.png", "b.png", "--tolerance", "unseen,flat=3"],
      "invalid --tolerance: unseen,flat=3 (unseen stands alone; settings are changes of unseen)"
    ),
    (
      ["compare", "a.png", "b.png", "--tolerance", "none,unseen"],
      "invalid --tolerance: none,unseen (none stands alone; settings are changes of unseen)"
    ),
    (
      ["compare", "a.png", "b.png", "--tolerance", "flat"],
      "invalid --tolerance: flat (flat=N, with a number)"
    ),
    (["lint", "a.png", "--width", "-5"], "invalid --width: -5 (36...4000 points)"),
    (["activations", "--scale", "-1"], "invalid --scale: -1 (0.5...8)"),
    (["verify", "a.png", "--limit", "-1"], "invalid --limit: -1 (0...1e12 GFLOP)"),
    (["figures", "--threads", "-1"], "invalid --threads: -1 (1...1024)"),
    (["data", "fetch"], "missing argument: <name>"),
    (["activations", "--seed"], "missing value: --seed <number>"),
    (["activations", "now"], "unexpected argument: now"),
    (["activations", "--quiet=no"], "invalid --quiet: no (it takes no value)"),
  ]

  @Test("one line names the word and the nearest right one", arguments: mistakes.indices)
  func mistake(index: Int) throws {
    let (arguments, line) = Self.mistakes[index]
    let scratch = try Scratch()
    let outcome = try Program().run(arguments, in: scratch.url)
    let expected = "dlplot: \(line)\n".split(separator: "...", maxSplits: 1)
    if line.contains("(...") {
      #expect(outcome.error.hasPrefix(expected[0]) && outcome.error.hasSuffix(expected[1]))
      #expect(outcome.error.contains("activations, ") && outcome.error.contains("inspect"))
      #expect(outcome.error.split(separator: "\n").count == 1)
    } else {
      #expect(outcome.error == "dlplot: \(line)\n")
    }
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(try scratch.names.isEmpty)
  }
}
