/// What a network knew at one moment: its parameters and running moments.
///
/// It may be judged while the network learns on.
package final class NetworkSnapshot {
  let parameters: FloatBuffer
  /// Of each hidden layer; nil where it is not normalised.
  let running: [FloatBuffer?]

  /// Room for one moment of a network of this shape.
  package init(for network: Network) {
    parameters = FloatBuffer(count: network.parameters.count)
    running = network.layers.map { layer in
      layer.norm.map { FloatBuffer(count: $0.running.count) }
    }
  }

  /// Takes the present moment.
  package func take(_ network: Network) {
    parameters.copy(network.parameters)
    for (own, layer) in zip(running, network.layers) {
      if let own, let state = layer.norm { own.copy(state.running) }
    }
  }

  /// Sets a network back to this moment.
  package func restore(_ network: Network) {
    network.parameters.copy(parameters)
    for (own, layer) in zip(running, network.layers) {
      if let own, let state = layer.norm { state.running.copy(own) }
    }
  }
}
