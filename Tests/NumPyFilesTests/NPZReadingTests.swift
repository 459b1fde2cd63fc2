import Files
import NumPyFiles
import Testing

/// Archives that NumPy and Python's `zipfile` wrote, see `Fixtures/make_fixtures.py`.
@Suite struct NPZReadingTests {
  @Test("what savez and savez_compressed write", arguments: ["stored", "compressed"])
  func archives(name: String) throws {
    let file = try NPZFile(reading: Fixture.path(name + ".npz"))
    #expect(
      file.names == [
        "model.layers.0.weights", "model.layers.0.bias", "state.step", "z", "a", "mask", "zeros",
      ])
    #expect(try file["model.layers.0.weights"] == Fixture.array("float32"))
    #expect(file["model.layers.0.bias"] == NPYArray([1, 2, 3] as [Float]))
    #expect(file["state.step"] == NPYArray(scalar: Int64(7)))
    #expect(file["z"] == NPYArray([] as [Double], shape: [2, 0]))
    #expect(file["a"] == NPYArray((0..<24).map { Int32($0) }, shape: [2, 3, 4]))
    #expect(file["mask"] == NPYArray([true, false]))
    #expect(file["zeros"] == NPYArray([UInt8](repeating: 0, count: 1000)))
    #expect(file["b"] == nil)
  }

  @Test("an archive whose sizes follow its members, as one that was written to a pipe")
  func streamed() throws {
    let file = try NPZFile(reading: Fixture.path("streamed.npz"))
    #expect(file.names == ["a", "b"])
    #expect(file["a"] == NPYArray([1, 2, 3] as [UInt8]))
    #expect(file["b"] == NPYArray([4.5]))
  }

  @Test("an archive without arrays")
  func empty() throws {
    #expect(try NPZFile(reading: Fixture.path("no_arrays.npz")).names == [])
  }

  @Test("arrays are asked for by name, kind and shape; what differs is named")
  func values() throws {
    let file = try NPZFile(bytes: Fixture.bytes("stored.npz"), file: "run.npz")
    #expect(try file.values("model.layers.0.bias", shape: [3]) == [1, 2, 3] as [Float])
    #expect(try file.values("mask") == [true, false])
    #expect(try file.scalar("state.step") == Int64(7))
    func line<Element: NPYElement>(
      _ name: String, _ shape: [Int]?, _: Element.Type
    ) -> String? {
      message { _ = try file.values(name, shape: shape) as [Element] }
    }
    #expect(line("step", nil, Int64.self) == "run.npz: no array step")
    #expect(
      line("state.step", nil, Int32.self)
        == "run.npz: array state.step is int64, expected int32")
    #expect(
      line("model.layers.0.bias", [1, 3], Float.self)
        == "run.npz: array model.layers.0.bias is [3], expected [1, 3]")
    #expect(
      line("mask", [], Bool.self) == "run.npz: array mask is [2], expected a single number")
  }

  @Test("texts are bytes in UTF-8")
  func texts() throws {
    var file = NPZFile(file: "run.npz")
    try file.add(NPYArray(text: #"{"name": "가"}"#), as: "config.json")
    try file.add(NPYArray([0xFF] as [UInt8]), as: "other")
    #expect(try file.text("config.json") == #"{"name": "가"}"#)
    #expect(
      message { _ = try file.text("other") } == "run.npz: array other is no text in UTF-8")
  }

  @Test("the caller's limit holds for the file and for what it unfolds to")
  func limits() throws {
    let path = Fixture.path("compressed.npz")
    let size = try #require(FileSystem.size(of: path))
    let total = 128 * 7 + 24 + 12 + 8 + 0 + 96 + 2 + 1000
    #expect(try NPZFile(reading: path, limit: total).members.count == 7)
    #expect(
      message { _ = try NPZFile(reading: path, limit: total - 1) }
        == "\(path): its members promise \(total) bytes, at most \(total - 1) are read")
    #expect(
      message { _ = try NPZFile(reading: path, limit: size - 1) }
        == "cannot read \(path): more than \(size - 1) bytes")
    #expect(
      message { _ = try NPZFile(reading: "/nowhere/a.npz") }
        == "cannot read /nowhere/a.npz: no such file or directory")
  }
}
