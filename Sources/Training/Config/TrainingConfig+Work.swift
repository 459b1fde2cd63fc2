import NeuralNet

extension TrainingConfig {
  /// Operations that one value of a unit takes on its way through activation, normalisation and
  /// dropout, there and back, counted as products of matrices are.
  private static let perUnit = 60.0
  /// Operations that one parameter takes in each step besides the products: regularisation and the
  /// optimizer, which wait for memory.
  private static let perParameter = 40.0
  /// What a step costs however small it is: waking threads, drawing a batch.
  private static let perStep = 500_000.0

  /// Arithmetic operations of a run, roughly, as products of matrices: a multiplication and an
  /// addition are two, and what is no product counts as many as take the same time.
  ///
  /// The config is taken for valid.
  package func work(inputs: Int, classes: Int, images: Int, testImages: Int) -> Double {
    let products = Double(network.products(inputs: inputs, classes: classes))
    let units = Double(network.hidden.reduce(classes, +))
    let parameters = Double(
      ParameterLayout(network, inputs: inputs, classes: classes).count)
    let steps = Double(stepCount(images: images))
    // Forward, and backward to the weights and to the layer below; the book's convention goes
    // forward once more, for the loss after the step.
    let passes = convention == .book ? 4.0 : 3.0
    let step =
      Double(batch) * (2 * passes * products + Self.perUnit * units)
      + Self.perParameter * parameters + Self.perStep
    guard evaluateEvery > 0 else { return steps * step }
    let perEpoch = Double(max(1, images / max(1, batch)))
    let evaluations = 1 + steps / perEpoch / Double(evaluateEvery)
    let evaluation =
      Double(images + testImages) * (2 * products + Self.perUnit * units / 2) + Self.perStep
    return steps * step + evaluations * evaluation
  }
}
