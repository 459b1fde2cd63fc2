import NumPyFiles
import TestSupport
import Testing

/// NumPy opens what is written here, and what it writes of that is the same again.
@Suite(
  .enabled(
    if: NumPyProgram.isThere,
    "no Python with NumPy: DLPLOT_PYTHON names one, or python3 is one"))
struct NumPyTests {
  private func sample() throws -> NPZFile {
    var file = NPZFile()
    try file.add(NPYArray([1.5, -2, .infinity] as [Float], shape: [3, 1]), as: "model.0.weights")
    try file.add(NPYArray([0.1, -0.0]), as: "f8")
    try file.add(NPYArray([Int32.min, 7]), as: "i4")
    try file.add(NPYArray(scalar: Int64(-9)), as: "state.step")
    try file.add(NPYArray(text: "가"), as: "text")
    try file.add(NPYArray([true, false], shape: [1, 2]), as: "가중치")
    try file.add(NPYArray([] as [Float], shape: [0, 4]), as: "empty.npy")
    return file
  }

  @Test("every array has its name, type, shape and values in NumPy")
  func opened() throws {
    let folder = try TemporaryFolder()
    try sample().write(to: folder["a.npz"])
    let (status, output) = try NumPyProgram.run([Fixture.path("describe.py"), folder["a.npz"]])
    #expect(status == 0)
    // Made by hand from the values above.
    #expect(
      output == """
        model.0.weights <f4 (3, 1) 0000c03f000000c00000807f
        f8 <f8 (2,) 9a9999999999b93f0000000000000080
        i4 <i4 (2,) 0000008007000000
        state.step <i8 () f7ffffffffffffff
        text |u1 (3,) eab080
        \\uac00\\uc911\\uce58 |b1 (1, 2) 0100
        empty.npy <f4 (0, 4)\u{20}

        """)
  }

  @Test(
    "what NumPy writes of our arrays is read as the same", arguments: ["savez", "savez_compressed"])
  func written(function: String) throws {
    let folder = try TemporaryFolder()
    let file = try sample()
    try file.write(to: folder["a.npz"])
    let script = """
      import sys, numpy
      with numpy.load(sys.argv[1]) as file:
        numpy.\(function)(sys.argv[2], **file)
      """
    let (status, output) = try NumPyProgram.run(["-c", script, folder["a.npz"], folder["b.npz"]])
    #expect(status == 0, "\(output)")
    #expect(try NPZFile(reading: folder["b.npz"]) == file)
  }
}
