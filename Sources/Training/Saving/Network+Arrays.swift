package import NeuralNet
package import NumPyFiles

extension Network {
  /// The parameters by name, layers counted from 0: `layers.0.weights` `[inputs, units]`,
  /// `layers.0.bias` `[units]`, and of normalised layers `gain`, `shift`, `runningMean` and
  /// `runningVariance`, `[units]` each.
  package var arrays: [(name: String, array: NPYArray)] {
    var arrays = arrays(of: parameters.elements)
    var moments = runningMoments.makeIterator()
    for (index, layer) in layout.layers.enumerated() where layer.gain != nil {
      guard let values = moments.next() else { break }
      let units = layer.units
      arrays.append(("layers.\(index).runningMean", NPYArray(Array(values[..<units]))))
      arrays.append(("layers.\(index).runningVariance", NPYArray(Array(values[units...]))))
    }
    return arrays
  }

  /// Numbers that belong to the parameters one by one, such as moments, by the same names.
  func arrays(of values: [Float]) -> [(name: String, array: NPYArray)] {
    layout.slots.map { slot in
      (
        slot.name,
        NPYArray(Array(values[slot.start..<slot.start + slot.count]), shape: slot.shape)
      )
    }
  }

  /// Takes the parameters and running moments of an archive.
  ///
  /// - Throws: `NPZError` where one is missing or has another shape.
  package func take(_ archive: NPZFile, prefix: String = "") throws(NPZError) {
    parameters.copy(try values(from: archive, prefix: prefix))
    var moments: [[Float]] = []
    for (index, layer) in layout.layers.enumerated() where layer.gain != nil {
      let shape = [layer.units]
      let name = "\(prefix)layers.\(index)"
      let mean: [Float] = try archive.values("\(name).runningMean", shape: shape)
      let variance: [Float] = try archive.values("\(name).runningVariance", shape: shape)
      moments.append(mean + variance)
    }
    setRunningMoments(moments)
  }

  /// Numbers that belong to the parameters one by one, `[parameters]`.
  func values(from archive: NPZFile, prefix: String) throws(NPZError) -> [Float] {
    var all = [Float](repeating: 0, count: layout.count)
    for slot in layout.slots {
      let values: [Float] = try archive.values(prefix + slot.name, shape: slot.shape)
      all.replaceSubrange(slot.start..<slot.start + slot.count, with: values)
    }
    return all
  }
}

extension ParameterLayout {
  /// One array of parameters.
  struct Slot {
    let name: String
    let start: Int
    let shape: [Int]

    var count: Int { shape.reduce(1, *) }
  }

  /// Layer by layer.
  var slots: [Slot] {
    var slots: [Slot] = []
    for (index, layer) in layers.enumerated() {
      func add(_ name: String, _ start: Int, _ shape: [Int]) {
        slots.append(Slot(name: "layers.\(index).\(name)", start: start, shape: shape))
      }
      add("weights", layer.weights, [layer.inputs, layer.units])
      add("bias", layer.bias, [layer.units])
      if let gain = layer.gain, let shift = layer.shift {
        add("gain", gain, [layer.units])
        add("shift", shift, [layer.units])
      }
    }
    return slots
  }
}
