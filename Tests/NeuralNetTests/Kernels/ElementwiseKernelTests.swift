import CKernels
import DenseMath
import Testing

/// The elementwise training kernels: the same bits on every instruction set, and right values.
struct ElementwiseKernelTests {
  @Test(
    "one kernel is as good as another, at every length and place", arguments: ElementwiseKernel.all)
  func variants(kernel: ElementwiseKernel) throws {
    for count in 0...70 {
      for offset in [0, 1, 3] {
        let inputs = (0..<kernel.arrays).map { array in
          let values = assortedFloats(count, seed: UInt64(100 * count + 10 * offset + array))
          return kernel.squares.contains(array) ? values.map(abs) : values
        }
        var first: [[UInt32]]?
        try Kernel.forEachForced { variant in
          let arrays = GuardedArrays(inputs, offset: offset)
          defer { arrays.free() }
          kernel.run(arrays, count)
          let bits = arrays.bits
          #expect(arrays.areGuardsWhole, "\(variant), \(count) elements")
          if let first { #expect(bits == first, "\(variant), \(count) elements at \(offset)") }
          first = first ?? bits
        }
      }
    }
  }

  @Test("values are those of the formula in Double", arguments: ElementwiseKernel.all)
  func values(kernel: ElementwiseKernel) {
    let count = 300
    let inputs = (0..<kernel.arrays).map {
      tameFloats(count, seed: UInt64($0 + 1), positive: kernel.squares.contains($0))
    }
    let arrays = GuardedArrays(inputs, offset: 0)
    defer { arrays.free() }
    kernel.run(arrays, count)
    for index in 0..<count {
      let wanted = kernel.formula(inputs.map { Double($0[index]) })
      #expect(wanted.count == kernel.arrays)
      for (array, expected) in wanted.enumerated() {
        let got = Double(arrays.elements(array)[index])
        // Below 2^-126 a Float has no relative precision.
        #expect(
          abs(got - expected.value) <= 1.0001 * 0x1p-24 * expected.error + 0x1p-150,
          "array \(array) at \(index): \(got), expected \(expected.value)")
      }
    }
  }

  @Test("grey levels are divided by 255, rounded once")
  func pixels() throws {
    // Thirds and fifths never fall on the middle of two Floats, so rounding twice is no danger.
    let levels = (0...255).map { UInt8($0) }
    let wanted = levels.map { Float(Double($0) / 255) }
    try Kernel.forEachForced { variant in
      for count in 0...70 {
        for offset in [0, 1, 3] {
          let arrays = GuardedArrays([[Float](repeating: 9, count: count)], offset: offset)
          defer { arrays.free() }
          levels.withUnsafeBufferPointer {
            dlplot_pixels($0.baseAddress.unsafelyUnwrapped + 100 + offset, arrays[0], count)
          }
          #expect(arrays.elements(0) == Array(wanted[(100 + offset)...].prefix(count)))
          #expect(arrays.areGuardsWhole, "\(variant)")
        }
      }
      var all = [Float](repeating: 0, count: 256)
      dlplot_pixels(levels, &all, 256)
      #expect(all == wanted)
    }
  }

  /// A weight of a dead unit has no gradient: what is remembered of it would else stay at the least
  /// denormal numbers, which slow each step down.
  @Test("velocities and moments below 2^-120 are zero")
  func vanishingMoments() throws {
    let least: Float = 0x1p-120
    // Half of each is left by a step.
    let before = [2 * least, (2 * least).nextDown, 0x1p-130, .leastNonzeroMagnitude, 0]
    let after: [Float] = [least, 0, 0, 0, 0]
    func steps(_ name: String, _ step: (_ m: inout [Float], _ v: inout [Float]) -> Void) {
      for sign: Float in [1, -1] where sign == 1 || name.hasPrefix("velocity") {
        var (m, v) = (before.map { $0 * sign }, before)
        step(&m, &v)
        #expect(m == after.map { $0 * sign }, "\(name)")
        if name == "adam" { #expect(v == after, "\(name)") }
      }
    }
    let g = [Float](repeating: 0, count: before.count)
    try Kernel.forEachForced { _ in
      var w = [Float](repeating: 1, count: before.count)
      let count = before.count
      steps("velocity") { m, _ in dlplot_step_momentum(&w, g, &m, 0.25, 0.5, 0, count) }
      steps("velocity, Nesterov") { m, _ in dlplot_step_nesterov(&w, g, &m, 0.25, 0.5, 0, count) }
      steps("rmsprop") { m, _ in dlplot_step_rmsprop(&w, g, &m, 0.25, 0.5, 0.5, 1e-8, 0, count) }
      var settings = dlplot_adam(
        keep1: 0.5, take1: 0.5, keep2: 0.5, take2: 0.5, rate: 0.25, correction: 1, epsilon: 1e-8,
        decay: 0, shrink: 0)
      steps("adam") { m, v in dlplot_step_adam(&w, g, &m, &v, &settings, count) }
      #expect(w == [1, 1, 1, 1, 1])
    }
  }

  @Test("rectifiers hide neither NaN nor infinity, and are 0 at 0")
  func rectifiers() {
    var values: [Float] = [-.infinity, -1, -0.0, 0, .leastNonzeroMagnitude, 2, .infinity, .nan]
    dlplot_relu(&values, values.count)
    #expect(
      values.canonicalBits
        == ([0, 0, 0, 0, .leastNonzeroMagnitude, 2, .infinity, .nan] as [Float]).canonicalBits)
    var leaky: [Float] = [-.infinity, -100, -0.0, 0, 2, .infinity, .nan]
    dlplot_leaky_relu(&leaky, 0.5, leaky.count)
    #expect(
      leaky.canonicalBits
        == ([-.infinity, -50, -0.0, 0, 2, .infinity, .nan] as [Float]).canonicalBits)
  }
}
