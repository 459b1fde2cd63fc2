import DenseMath

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Times products on request: `gemm.py` drives it beside NumPy.
///
/// Each line of standard input asks for one measurement, `FORM ROWS INNER COLUMNS THREADS
/// MILLISECONDS`, with the form `AB`, `AtB`, `ABt`, `AB0` or `AtB0` (the last two skip zeros, of
/// which A has 81 %).
/// The answer is the time of a call in seconds, on the clock and on the CPU.
@main
struct BenchmarkProducts {
  static func main() {
    while let line = readLine() {
      guard let request = Request(line) else {
        print("invalid request: \(line)")
        return
      }
      let time = request.measure()
      print(time.clock, time.processor)
      fflush(nil)  // a pipe is buffered otherwise
    }
  }
}

struct Request {
  let product: Product
  let threads: Int
  let budget: Duration

  init?(_ line: String) {
    let words = line.split(separator: " ")
    let numbers = words.dropFirst().compactMap { Int($0) }
    guard numbers.count == 5, let word = words.first, let form = Self.forms[String(word)] else {
      return nil
    }
    product = Product(
      rows: numbers[0], inner: numbers[1], columns: numbers[2], form: form.0, skipsZeros: form.1)
    threads = numbers[3]
    budget = .milliseconds(numbers[4])
  }

  private static let forms: [String: (Product.Form, Bool)] = [
    "AB": (.plain, false), "AtB": (.transposedLeft, false), "ABt": (.transposedRight, false),
    "AB0": (.plain, true), "AtB0": (.transposedLeft, true),
  ]

  /// Seconds a call, over as many calls as the budget of time allows, one at least, after one to
  /// warm up.
  func measure() -> (clock: Double, processor: Double) {
    let a = values(product.rows * product.inner, share: product.skipsZeros ? 0.19 : 1)
    let b = values(product.inner * product.columns, share: 1)
    var c = [Float](repeating: 0, count: product.rows * product.columns)
    var span = c.mutableSpan
    product.multiply(a.span, b.span, into: &span, threads: threads)
    let start = ContinuousClock.now
    let startOnProcessor = processorTime()
    var calls = 0.0
    var duration = Duration.zero
    while calls == 0 || duration < budget {
      product.multiply(a.span, b.span, into: &span, threads: threads)
      calls += 1
      duration = ContinuousClock.now - start
    }
    let onProcessor = processorTime() - startOnProcessor
    return (duration / .seconds(1) / calls, onProcessor / calls)
  }

  /// Seconds that this process has computed.
  private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  /// Between -1 and 1, all but a share of them zero.
  private func values(_ count: Int, share: Double) -> [Float] {
    var state: UInt64 = 42
    func next() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    return (0..<count).map { _ in next() < share ? Float(2 * next() - 1) : 0 }
  }
}
