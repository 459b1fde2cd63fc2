import NeuralNet
import Testing

struct ActivationTests {
  // f(-2), f(-0.5), f(0), f(1), f(3) by mpmath with 30 digits.
  static let values: [(Activation, [Double])] = [
    (
      .sigmoid,
      [0.11920292202211755, 0.3775406687981454, 0.5, 0.7310585786300049, 0.9525741268224334]
    ),
    (
      .tanh, [-0.9640275800758169, -0.46211715726000973, 0, 0.7615941559557649, 0.9950547536867305]
    ),
    (.relu, [0, 0, 0, 1, 3]),
    (.leakyReLU, [-0.02, -0.005, 0, 1, 3]),
    (.gelu, [-0.0455002638963584, -0.15426876936299344, 0, 0.8413447460685429, 2.99595030590511]),
  ]

  @Test("activations have their values", arguments: values.indices)
  func forward(index: Int) {
    let (activation, expected) = Self.values[index]
    var values: [Float] = [-2, -0.5, 0, 1, 3]
    var span = values.mutableSpan
    activation.apply(to: &span)
    for (value, wanted) in zip(values, expected) {
      #expect(abs(Double(value) - wanted) <= 1.2e-7 * max(abs(wanted), 1e-3), "\(activation)")
    }
  }

  @Test("slopes are the derivatives", arguments: Activation.allCases)
  func slopes(activation: Activation) {
    let places: [Float] = [-3, -1.25, -0.5, 0.25, 1, 2.5]
    var gradient = [Float](repeating: 2, count: places.count)
    var span = gradient.mutableSpan
    activation.multiplyBySlope(&span, preActivations: places)
    let step: Float = 1.0 / 256
    for (index, place) in places.enumerated() {
      var ends = [place - step, place + step]
      var pair = ends.mutableSpan
      activation.apply(to: &pair)
      let slope = (Double(ends[1]) - Double(ends[0])) / (2 * Double(step))
      #expect(abs(Double(gradient[index]) - 2 * slope) < 1e-4, "\(activation) at \(place)")
    }
  }

  @Test("NaN and infinity are not hidden", arguments: Activation.allCases)
  func notFinite(activation: Activation) {
    var values: [Float] = [.nan, .infinity]
    var span = values.mutableSpan
    activation.apply(to: &span)
    #expect(values[0].isNaN)
    #expect(values[1] == (activation.bounds == nil ? .infinity : 1))
  }
}
