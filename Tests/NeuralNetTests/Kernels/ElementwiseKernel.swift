import CKernels
import Testing

/// A training kernel that works on each element by itself, and its formula in Double.
struct ElementwiseKernel: Sendable, CustomTestStringConvertible {
  let name: String
  /// How many arrays it reads or writes.
  let arrays: Int
  /// The arrays that hold squares, never negative.
  var squares: Set<Int> = []
  let run: @Sendable (_ arrays: GuardedArrays, _ count: Int) -> Void
  /// Of the elements before, those after; and for each what its roundings may make of it, in units
  /// of 2^-24.
  let formula: @Sendable (_ x: [Double]) -> [(value: Double, error: Double)]

  var testDescription: String { name }
}

extension ElementwiseKernel {
  static let all: [ElementwiseKernel] = activations + steps

  private static let leak: Float = 0.01

  static let activations: [ElementwiseKernel] = [
    ElementwiseKernel(name: "relu", arrays: 1) {
      dlplot_relu($0[0], $1)
    } formula: {
      [(max($0[0], 0), 0)]
    },
    ElementwiseKernel(name: "leaky relu", arrays: 1) {
      dlplot_leaky_relu($0[0], leak, $1)
    } formula: {
      let value = $0[0] > 0 ? $0[0] : Double(leak) * $0[0]
      return [(value, abs(value))]
    },
    ElementwiseKernel(name: "relu gradient", arrays: 2) {
      dlplot_relu_gradient($0[0], $0[1], $1)
    } formula: {
      [($0[0], 0), ($0[0] > 0 ? $0[1] : 0, 0)]
    },
    ElementwiseKernel(name: "leaky relu gradient", arrays: 2) {
      dlplot_leaky_relu_gradient($0[0], leak, $0[1], $1)
    } formula: {
      let value = $0[0] > 0 ? $0[1] : Double(leak) * $0[1]
      return [($0[0], 0), (value, abs(value))]
    },
    ElementwiseKernel(name: "sigmoid gradient", arrays: 2) {
      dlplot_sigmoid_gradient($0[0], $0[1], $1)
    } formula: {
      let value = $0[1] * $0[0] * (1 - $0[0])
      return [($0[0], 0), (value, 3 * abs(value))]
    },
    ElementwiseKernel(name: "tanh gradient", arrays: 2) {
      dlplot_tanh_gradient($0[0], $0[1], $1)
    } formula: {
      let square = $0[0] * $0[0]
      let value = $0[1] * (1 - square)
      return [($0[0], 0), (value, 2 * abs(value) + abs($0[1]) * square)]
    },
    ElementwiseKernel(name: "multiply", arrays: 3) {
      dlplot_multiply($0[0], $0[1], $0[2], $1)
    } formula: {
      [($0[0], 0), ($0[1], 0), ($0[0] * $0[1], abs($0[0] * $0[1]))]
    },
    ElementwiseKernel(name: "multiply in place", arrays: 2) {
      dlplot_multiply($0[0], $0[1], $0[0], $1)
    } formula: {
      [($0[0] * $0[1], abs($0[0] * $0[1])), ($0[1], 0)]
    },
    ElementwiseKernel(name: "scale", arrays: 1) {
      dlplot_scale($0[0], leak, $1)
    } formula: {
      [(Double(leak) * $0[0], abs(Double(leak) * $0[0]))]
    },
  ]
}

// MARK: - Steps of the optimizers: arrays w, g and the moments

extension ElementwiseKernel {
  private static let rate: Float = 0.25
  private static let keep: Float = 0.875
  private static let take: Float = 0.125
  private static let epsilon: Float = 0x1p-20

  /// Every rule without and with decay of the weights.
  static let steps: [ElementwiseKernel] = [Float(0), 0.375].flatMap { decay in
    let suffix = decay == 0 ? "" : " with decay"
    /// The gradient that the rule takes, and the bound of its rounding.
    @Sendable func slope(_ w: Double, _ g: Double) -> (value: Double, error: Double) {
      let push = Double(decay) * w
      return (g + push, decay == 0 ? 0 : 2 * (abs(g) + abs(push)))
    }
    return [
      ElementwiseKernel(name: "sgd" + suffix, arrays: 2) {
        dlplot_step_sgd($0[0], $0[1], rate, decay, $1)
      } formula: {
        let d = slope($0[0], $0[1])
        let push = Double(rate) * d.value
        return [
          ($0[0] - push, 2 * (abs($0[0]) + abs(push)) + Double(rate) * d.error), ($0[1], 0),
        ]
      },
      ElementwiseKernel(name: "momentum" + suffix, arrays: 3) {
        dlplot_step_momentum($0[0], $0[1], $0[2], rate, keep, decay, $1)
      } formula: {
        let d = slope($0[0], $0[1])
        let push = Double(rate) * d.value
        let old = Double(keep) * $0[2]
        let error = 2 * (abs(old) + abs(push)) + Double(rate) * d.error
        return [
          ($0[0] + old - push, error + abs($0[0] + old - push) + abs($0[0])), ($0[1], 0),
          (old - push, error),
        ]
      },
      ElementwiseKernel(name: "nesterov" + suffix, arrays: 3) {
        dlplot_step_nesterov($0[0], $0[1], $0[2], rate, keep, decay, $1)
      } formula: {
        let d = slope($0[0], $0[1])
        let push = Double(rate) * d.value
        let old = Double(keep) * $0[2]
        let error = 2 * (abs(old) + abs(push)) + Double(rate) * d.error
        let w = $0[0] + Double(keep) * (old - push) - push
        return [
          (w, 3 * error + 3 * (abs($0[0]) + abs(old) + 2 * abs(push))), ($0[1], 0),
          (old - push, error),
        ]
      },
      ElementwiseKernel(name: "adagrad" + suffix, arrays: 3, squares: [2]) {
        dlplot_step_adagrad($0[0], $0[1], $0[2], rate, epsilon, decay, $1)
      } formula: {
        adaptive($0, slope($0[0], $0[1]), keep: 1, take: 1)
      },
      ElementwiseKernel(name: "rmsprop" + suffix, arrays: 3, squares: [2]) {
        dlplot_step_rmsprop($0[0], $0[1], $0[2], rate, keep, take, epsilon, decay, $1)
      } formula: {
        adaptive($0, slope($0[0], $0[1]), keep: Double(keep), take: Double(take))
      },
      adam(name: "adam" + suffix, decay: decay, shrink: 0),
      adam(name: "adamw" + suffix, decay: decay, shrink: 0.0625),
    ]
  }

  /// AdaGrad and RMSProp: w by d over the root of what the squares add up to.
  private static func adaptive(
    _ x: [Double], _ d: (value: Double, error: Double), keep: Double, take: Double
  ) -> [(value: Double, error: Double)] {
    let square = take * d.value * d.value
    let h = keep * x[2] + square
    let hError = 3 * h + 2 * take * abs(d.value) * d.error
    let root = h.squareRoot() + Double(epsilon)
    let push = Double(rate) * d.value / root
    // The root halves the relative error below it.
    let relative = 4 + (h > 0 ? hError / (2 * h) : 0)
    return [
      (
        x[0] - push,
        abs(x[0]) + (relative + 1) * abs(push) + Double(rate) * d.error / root
      ),
      (x[1], 0), (h, hError),
    ]
  }

  private static func adam(name: String, decay: Float, shrink: Float) -> ElementwiseKernel {
    ElementwiseKernel(name: name, arrays: 4, squares: [3]) {
      var settings = dlplot_adam(
        keep1: keep, take1: take, keep2: 0.96875, take2: 0.03125, rate: rate, correction: 1.5,
        epsilon: epsilon, decay: decay, shrink: shrink)
      dlplot_step_adam($0[0], $0[1], $0[2], $0[3], &settings, $1)
    } formula: {
      let push = Double(decay) * $0[0]
      let d = $0[1] + push
      let dError = decay == 0 ? 0 : 2 * (abs($0[1]) + abs(push))
      let old = Double(keep) * $0[2]
      let m = old + Double(take) * d
      let mError = 2 * (abs(old) + Double(take) * abs(d)) + Double(take) * dError
      let v = 0.96875 * $0[3] + 0.03125 * d * d
      let vError = 3 * v + 2 * 0.03125 * abs(d) * dError
      let root = 1.5 * v.squareRoot() + Double(epsilon)
      let step = Double(rate) * m / root
      let relative = 5 + (v > 0 ? vError / (2 * v) : 0)
      let error = 3 * abs($0[0]) + relative * abs(step) + Double(rate) * mError / root
      return [
        ($0[0] - Double(shrink) * $0[0] - step, error + abs(step)), ($0[1], 0), (m, mError),
        (v, vError),
      ]
    }
  }
}
