/// Where the parameters of a network lie in one flat buffer.
///
/// All weights come first, layer by layer, each `[inputs, units]`; then for each layer its bias
/// `[units]` and, where a hidden layer is normalised, gain γ and shift β, `[units]` each. So weight
/// decay, which is for weights alone, ends at one place.
package struct ParameterLayout: Equatable, Sendable {
  package struct Layer: Equatable, Sendable {
    package let inputs: Int
    package let units: Int
    package let weights: Int
    package let bias: Int
    /// Of the gain; the shift follows it. Nil without batch normalisation.
    package let gain: Int?

    package var shift: Int? { gain.map { $0 + units } }
  }

  package let layers: [Layer]
  /// Parameters that are weights; the first ones.
  package let weightCount: Int
  package let count: Int

  package init(_ config: NetworkConfig, inputs: Int, classes: Int) {
    let sizes = config.sizes(inputs: inputs, classes: classes)
    let pairs = Array(zip(sizes, sizes.dropFirst()))
    var place = 0
    var weights: [Int] = []
    for (inputs, units) in pairs {
      weights.append(place)
      place += inputs * units
    }
    weightCount = place
    var layers: [Layer] = []
    for (index, (inputs, units)) in pairs.enumerated() {
      let bias = place
      place += units
      var gain: Int?
      if config.batchNorm && index + 1 < pairs.count {
        gain = place
        place += 2 * units
      }
      layers.append(
        Layer(inputs: inputs, units: units, weights: weights[index], bias: bias, gain: gain))
    }
    self.layers = layers
    count = place
  }
}
