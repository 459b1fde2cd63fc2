import CKernels
import DenseMath
import Glibc
import Testing

/// All 2^32 Floats through every kernel, against the system's Double functions, whose own error is
/// 2^-28 of a unit here. Half an hour; run with `DLPLOT_EXHAUSTIVE=1`.
@Suite(.serialized, .enabled(if: getenv("DLPLOT_EXHAUSTIVE") != nil))
struct ExhaustiveTests {
  private func reference(_ map: Elementary.Map, _ x: Double) -> Double {
    func cumulative(_ x: Double) -> Double { erfc(-x * 0.5.squareRoot()) / 2 }
    return switch map {
    case .exp: exp(x)
    case .log: log(x)
    case .tanh: tanh(x)
    case .sigmoid: 1 / (1 + exp(-x))
    case .erf: erf(x)
    case .gelu: x == -.infinity ? 0 : x * cumulative(x)
    case .geluDerivative:
      x.isInfinite
        ? (x > 0 ? 1 : 0) : cumulative(x) + x * exp(-x * x / 2) / (2 * Double.pi).squareRoot()
    }
  }

  @Test(arguments: Elementary.Map.allCases)
  func everyFloat(map: Elementary.Map) {
    let size = 1 << 16
    let cancelled = map == .geluDerivative ? 0x1p-35 : 0
    var worst = (error: 0.0, argument: Float(0))
    var (misrounded, different, wrongNaN) = (0, 0, 0)
    for block in 0..<size {
      let values = (0..<size).map { Float(bitPattern: UInt32(block << 16 | $0)) }
      #expect(dlplot_functions_force(1) == 0)
      let baseline = map.results(values)
      #expect(dlplot_functions_force(0) == 0)
      different += baseline.bits == map.results(values).bits ? 0 : 1
      for (x, result) in zip(values, baseline) {
        let truth = reference(map, Double(x))
        if truth.isNaN || result.isNaN {
          wrongNaN += truth.isNaN && result.bitPattern == 0x7fc0_0000 ? 0 : 1
          continue
        }
        if Float(truth) == result { continue }
        misrounded += 1
        let error = unitsInTheLastPlace(result, from: truth, allowing: cancelled)
        if error > worst.error { worst = (error, x) }
      }
    }
    print("\(map): at most \(worst.error) units, at \(worst.argument); \(misrounded) misrounded")
    #expect(worst.error <= 0.51)
    #expect(different == 0 && wrongNaN == 0)
  }

  /// Every sixty-first Float through the functions without a kernel.
  @Test(arguments: ["sin", "cos"])
  func trigonometry(name: String) {
    let isSine = name == "sin"
    var worst = 0.0
    for bits in stride(from: UInt32(0), to: .max - 61, by: 61) {
      let x = Float(bitPattern: bits)
      let result = isSine ? Elementary.sin(x) : Elementary.cos(x)
      let truth = isSine ? sin(Double(x)) : cos(Double(x))
      if truth.isNaN && result.isNaN { continue }
      worst = max(worst, unitsInTheLastPlace(result, from: truth))
    }
    print("\(name): at most \(worst) units")
    #expect(worst <= 0.501)
  }
}
