/// Ticks on the multiples of the best nice step whose labels have room.
struct LinearTicks {
  let room: TickRoom
  /// The part of the domain where labels may stand.
  let lower: Double
  let upper: Double
  /// Labels are whole numbers: epochs, steps, counts.
  let isWhole: Bool

  func ticks() -> [Tick] {
    guard lower < upper else {
      return lower == upper ? Decimal10(shortest: lower).map { [tick($0)] } ?? [] : []
    }
    let sequences = NiceSteps(
      lower: lower, upper: upper, domain: (room.scale.lower, room.scale.upper),
      target: room.target, greatestCount: TickRoom.greatestCount, isWhole: isWhole
    ).sequences()
    for sequence in sequences {
      if let ticks = ticks(sequence) { return ticks }
    }
    // A few neighbouring numbers hold no two multiples of anything: label the ends.
    if sequences.isEmpty, let ends = ends() { return ends }
    return single().map { [tick($0)] } ?? []
  }

  private func ticks(_ sequence: LabelSequence) -> [Tick]? {
    let style = sequence.style
    return room.ticks(sequence.count) { index in
      Tick(value: sequence[index].value, label: style.text(sequence[index]))
    }
  }

  /// The two ends, for want of round numbers.
  private func ends() -> [Tick]? {
    guard let first = Decimal10(shortest: lower), let last = Decimal10(shortest: upper) else {
      return nil
    }
    return room.ticks(2) { tick($0 == 0 ? first : last) }
  }

  /// The roundest number of the domain: zero, or the multiple of the greatest power of ten.
  private func single() -> Decimal10? {
    if lower <= 0 && upper >= 0 { return Decimal10(mantissa: 0, exponent: 0) }
    let middle = lower + (upper - lower) / 2
    for digits in 1...17 {
      guard let number = Decimal10(middle, significantDigits: digits) else { return nil }
      let value = number.value
      guard value >= lower, value <= upper, value == value.rounded() || !isWhole else { continue }
      return number.reduced
    }
    return Decimal10(shortest: lower)
  }

  private func tick(_ number: Decimal10) -> Tick {
    Tick(value: number.value, label: number.text)
  }
}
