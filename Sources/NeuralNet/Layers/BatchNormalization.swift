import CKernels
import DenseMath

/// Batch normalisation of `[batch, units]`: each unit gets mean 0 and variance 1 over the batch,
/// then a learnt gain γ and shift β.
///
///     x̂ = (z − E[z]) / √(Var[z] + ε),  y = γ x̂ + β
///
/// Evaluation takes running moments, `running ← m running + (1 − m) batch`.
///
/// - Source: Ioffe and Szegedy, "Batch Normalization", ICML 2015, algorithms 1 and 2.
struct BatchNormalization {
  let epsilon: Double
  /// Share of the old running moments that stays.
  let momentum: Double
  /// Whether the running variance takes `n / (n − 1)` of the batch's.
  let isUnbiased: Bool
  let initialVariance: Float

  init(_ convention: Convention) {
    switch convention {
    case .standard:
      epsilon = 1e-5
      momentum = 0.9
      isUnbiased = true
      initialVariance = 1
    case .book:
      epsilon = 1e-6
      momentum = 0.9
      isUnbiased = false
      initialVariance = 0
    }
  }

  /// Memory for one layer: the normalised batch and a few numbers for each unit.
  final class State {
    let units: Int
    let normalized: FloatBuffer
    /// `1 / √(Var + ε)` of the last batch.
    let inverse: FloatBuffer
    /// Running mean, then running variance.
    let running: FloatBuffer
    fileprivate let mean: FloatBuffer
    fileprivate let factor: FloatBuffer
    fileprivate let means: UnsafeMutableBufferPointer<Double>
    fileprivate let variances: UnsafeMutableBufferPointer<Double>

    init(units: Int, capacity: Int, initialVariance: Float) {
      self.units = units
      normalized = FloatBuffer(count: units * capacity)
      inverse = FloatBuffer(count: units)
      running = FloatBuffer(count: 2 * units)
      mean = FloatBuffer(count: units)
      factor = FloatBuffer(count: units)
      means = .allocate(capacity: units)
      means.initialize(repeating: 0)
      variances = .allocate(capacity: units)
      variances.initialize(repeating: 0)
      for unit in units..<2 * units { running.base[unit] = initialVariance }
    }

    deinit {
      means.deallocate()
      variances.deallocate()
    }
  }

  /// Normalises a batch in place and moves the running moments, unless it is only looked at.
  func forward(
    _ z: Block, gain: Block, shift: Block, state: State, movesRunningMoments: Bool = true
  ) {
    let units = state.units
    dlplot_column_moments(
      z.base, state.means.baseAddress, state.variances.baseAddress, z.rows, units)
    let rows = Double(z.rows)
    let correction = isUnbiased && z.rows > 1 ? rows / (rows - 1) : 1
    for unit in 0..<units {
      let mean = state.means[unit]
      let variance = state.variances[unit]
      state.mean.base[unit] = Float(mean)
      state.inverse.base[unit] = Float(1 / Elementary.squareRoot(variance + epsilon))
      if !movesRunningMoments { continue }
      let old = Double(state.running.base[unit])
      let oldVariance = Double(state.running.base[units + unit])
      state.running.base[unit] = Float(momentum * old + (1 - momentum) * mean)
      state.running.base[units + unit] =
        Float(momentum * oldVariance + (1 - momentum) * (variance * correction))
    }
    dlplot_normalize(
      z.base, state.mean.base, state.inverse.base, gain.base, shift.base, state.normalized.base,
      z.base, z.rows, units)
  }

  /// Normalises by the running moments, in place.
  ///
  /// - Parameters:
  ///   - running: Running mean, then running variance, `[2 * units]`.
  ///   - scratch: At least as large as `z`, and three rows of it.
  func evaluate(_ z: Block, gain: Block, shift: Block, running: FloatBuffer, scratch: Scratch) {
    let units = z.columns
    for unit in 0..<units {
      let variance = Double(running.base[units + unit])
      scratch.mean.base[unit] = running.base[unit]
      scratch.inverse.base[unit] = Float(1 / Elementary.squareRoot(variance + epsilon))
    }
    dlplot_normalize(
      z.base, scratch.mean.base, scratch.inverse.base, gain.base, shift.base,
      scratch.normalized.base, z.base, z.rows, units)
  }

  /// Memory for an evaluation beside the training.
  struct Scratch {
    let normalized: FloatBuffer
    let mean: FloatBuffer
    let inverse: FloatBuffer

    init(units: Int, rows: Int) {
      normalized = FloatBuffer(count: units * rows)
      mean = FloatBuffer(count: units)
      inverse = FloatBuffer(count: units)
    }
  }

  /// Turns the gradient of y into that of z, in place, and writes those of gain and shift.
  func backward(
    _ g: Block, gain: Block, gainGradient: Block, shiftGradient: Block, state: State
  ) {
    let units = state.units
    dlplot_column_sums_float(g.base, shiftGradient.base, g.rows, units)
    dlplot_column_products(g.base, state.normalized.base, gainGradient.base, g.rows, units)
    // Scratch of the forward pass takes the means over the batch.
    let count = Float(g.rows)
    for unit in 0..<units {
      state.factor.base[unit] = gain.base[unit] * state.inverse.base[unit]
      state.mean.base[unit] = shiftGradient.base[unit] / count
      state.inverse.base[unit] = gainGradient.base[unit] / count
    }
    dlplot_normalize_gradient(
      state.normalized.base, state.factor.base, state.mean.base, state.inverse.base, g.base,
      g.rows, units)
  }
}
