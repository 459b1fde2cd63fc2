import Provenance
import Testing

@Suite("ShellQuoting")
struct ShellQuotingTests {
  /// As Python's `shlex.quote`, but for the escaped quote (`'\''`) and a leading `=`.
  @Test(
    "arguments are quoted where they must be",
    arguments: [
      ("", "''"), ("a", "a"), ("--init=he,std=0.01", "--init=he,std=0.01"), ("a b", "'a b'"),
      ("it's", #"'it'\''s'"#), ("'", #"''\'''"#), ("*", "'*'"), ("$HOME", "'$HOME'"),
      ("a;b", "'a;b'"),
      ("~", "'~'"), ("=x", "'=x'"), ("a=b", "a=b"), ("é", "'é'"), ("a\nb", "'a\nb'"),
      (#"\"#, #"'\'"#),
      ("\"", "'\"'"), ("!", "'!'"), ("#x", "'#x'"), ("{a,b}", "'{a,b}'"), ("[a]", "'[a]'"),
      ("?", "'?'"),
      ("a|b", "'a|b'"), ("`ls`", "'`ls`'"), ("../x/y.png", "../x/y.png"),
      ("%+,-./:@_", "%+,-./:@_"),
    ])
  func quoted(argument: String, text: String) {
    #expect(ShellQuoting.quoted(argument) == text)
  }

  @Test("a line has its arguments apart")
  func line() {
    #expect(
      ShellQuoting.line(["dlplot", "activations", "--title", "my figure", "--seed", "7"])
        == "dlplot activations --title 'my figure' --seed 7")
    #expect(ShellQuoting.line([]) == "")
  }
}
