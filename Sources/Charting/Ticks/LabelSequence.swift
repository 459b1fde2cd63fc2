/// Evenly spaced decimals: `(firstMultiple + i) * stepMantissa * 10^exponent`.
struct LabelSequence: Equatable {
  /// All mantissas are counted in units of ten to this power.
  let exponent: Int
  /// The mantissa of the first label.
  let start: Int
  /// From one mantissa to the next; above zero.
  let step: Int
  let count: Int

  /// Labels with a common power of ten that is as large as possible.
  init(exponent: Int, start: Int, step: Int, count: Int) {
    var (exponent, start, step) = (exponent, start, step)
    while step % 10 == 0 && start % 10 == 0 {
      exponent += 1
      start /= 10
      step /= 10
    }
    (self.exponent, self.start, self.step, self.count) = (exponent, start, step, count)
  }

  subscript(index: Int) -> Decimal10 {
    Decimal10(mantissa: start + index * step, exponent: exponent)
  }

  var first: Decimal10 { self[0] }
  var last: Decimal10 { self[count - 1] }

  /// How these labels are written.
  var style: NumberStyle {
    NumberStyle(greatest: first.mantissa.magnitude > last.mantissa.magnitude ? first : last)
  }
}
