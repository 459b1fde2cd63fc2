internal import DenseMath

/// The numbers of a stream, one after the other.
struct CounterSource: UniformSource {
  let stream: RandomStream
  private var index = 0

  init(_ stream: RandomStream) {
    self.stream = stream
  }

  mutating func uniform() -> Double {
    defer { index += 1 }
    return stream.uniformDouble(at: index)
  }
}
