import NeuralNet
package import Training

extension TrainingConfig {
  /// The operations of a run on these images; none without images.
  package func work(on source: ImageSource?) -> Double {
    guard let source else { return 0 }
    return work(
      inputs: source.inputs, classes: source.classes, images: images ?? source.images,
      testImages: testImages ?? source.testImages)
  }
}

extension OptimizersConfig {
  package func work(on source: ImageSource?) -> Double {
    Double(seeds * optimizers.count) * training.work(on: source)
  }
}

extension InitializersConfig {
  package func work(on source: ImageSource?) -> Double {
    Double(seeds * initializers.count) * training.work(on: source)
  }
}

extension BatchNormConfig {
  package func work(on source: ImageSource?) -> Double {
    2 * Double(seeds * scales) * training.work(on: source)
  }
}

extension OverfitConfig {
  package func work(on source: ImageSource?) -> Double {
    Double(seeds) * panels.reduce(0) { $0 + run($1, seed: 0).work(on: source) }
  }
}

extension LayersConfig {
  package func work(on source: ImageSource?) -> Double {
    guard let source else { return 0 }
    let products = Double(
      training.network.products(inputs: source.inputs, classes: source.classes))
    let steps = Double(training.stepCount(images: training.images ?? source.images))
    // The probe goes through the network after each epoch, and each step is measured.
    let probing = Double((training.length + 1) * probe) * 2 * products
    return Double(seeds) * (training.work(on: source) + probing + 20 * steps * products)
  }
}
