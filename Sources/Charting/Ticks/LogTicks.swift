import DenseMath

/// Ticks of a log scale.
///
/// - Under one decade: linear ticks, for want of powers of ten.
/// - Under two decades, or with fewer than three powers of ten in sight: 1, 2, 5, 10, 20, 50, or
///   where these are too many 1, 3, 10, 30, or one digit in each decade.
/// - Else powers of ten, all of them or every n-th.
///
/// Minor ticks divide the decades at 2, 3, ... 9; where powers are left out, they stand on these.
/// They are drawn all or not at all.
struct LogTicks {
  let room: TickRoom
  /// The part of the domain where labels may stand; above zero.
  let lower: Double
  let upper: Double
  let isWhole: Bool

  /// Every n-th power is labelled, with the first n of these that leaves room.
  private static let intervals = [1, 2, 3, 4, 5, 10, 20, 30, 50, 100, 200, 300]
  /// Labels nearer to each other, on average, than this part of the wanted distance are too many.
  private static let leastSpacing = 0.5
  /// Minor ticks nearer to each other than this, in points, are left out.
  private static let leastMinorDistance = 1.25

  func ticks() -> [Tick] {
    let decades = Logarithm.decades(from: lower, to: upper)
    // A whole decade but for rounding counts as one.
    let powers = DecadeRange(inside: lower, upper)
    guard decades > 1 - 1e-9, powers.count > 0 else {
      let linear = LinearTicks(room: room, lower: lower, upper: upper, isWhole: isWhole).ticks()
      guard linear.count < 2 else { return linear }
      return digitTicks(in: powers) ?? linear
    }
    if decades < 2 || powers.count < 3, let ticks = digitTicks(in: powers) { return ticks }
    for interval in Self.intervals {
      if let ticks = powerTicks(every: interval, of: powers) { return ticks }
    }
    let number = Decimal10(mantissa: 1, exponent: powers.nearestToZero)
    return [Tick(value: number.value, label: DecadeStyle.text(number))]
  }

  // MARK: Labels within decades

  /// Labels on the same leading digits in every decade.
  private func digitTicks(in powers: DecadeRange) -> [Tick]? {
    for digits in [[1, 2, 5], [1, 3], [1], [5], [2], [3]] {
      let majors = numbers(digits, in: powers)
      if let ticks = labelled(majors) {
        let minors = numbers([1, 2, 3, 4, 5, 6, 7, 8, 9], in: powers)
        return withMinors(ticks, at: minors, narrowest: 10.0 / 9)
      }
    }
    return nil
  }

  /// `digit * 10^e` for all digits and decades that lie in the domain.
  private func numbers(_ digits: [Int], in powers: DecadeRange) -> [Decimal10] {
    (powers.first - 1...powers.last).flatMap { exponent in
      digits.map { Decimal10(mantissa: $0, exponent: exponent) }
    }.filter(isInside)
  }

  // MARK: Labels on powers of ten

  private func powerTicks(every interval: Int, of powers: DecadeRange) -> [Tick]? {
    let majors = powers.multiples(of: interval).map { Decimal10(mantissa: 1, exponent: $0) }
    guard let ticks = labelled(majors) else { return nil }
    if interval == 1 {
      let minors = numbers([2, 3, 4, 5, 6, 7, 8, 9], in: powers)
      return withMinors(ticks, at: minors, narrowest: 10.0 / 9)
    }
    let skipped = powers.multiples(of: 1).filter { $0 % interval != 0 }
    return withMinors(
      ticks, at: skipped.map { Decimal10(mantissa: 1, exponent: $0) }, narrowest: 10)
  }

  // MARK: Room

  private func isInside(_ number: Decimal10) -> Bool {
    let value = number.value
    return value >= lower && value <= upper
  }

  private func labelled(_ numbers: [Decimal10]) -> [Tick]? {
    guard let first = numbers.first, let last = numbers.last, numbers.count >= 2,
      numbers.count <= TickRoom.greatestCount
    else { return nil }
    let reach = room.distance(first.value, last.value)
    guard reach >= Double(numbers.count - 1) * room.spacing * Self.leastSpacing else { return nil }
    return room.ticks(numbers.count) { index in
      Tick(value: numbers[index].value, label: DecadeStyle.text(numbers[index]))
    }
  }

  /// Adds unlabelled ticks where two of them at the ratio `narrowest` are far enough apart.
  private func withMinors(_ ticks: [Tick], at numbers: [Decimal10], narrowest: Double) -> [Tick] {
    guard Elementary.log10(narrowest) * room.length / room.scale.span >= Self.leastMinorDistance
    else {
      return ticks
    }
    let minors = numbers.map { Tick(value: $0.value, label: "", isMinor: true) }
    let all = (ticks + minors).sorted { a, b in
      a.value != b.value ? a.value < b.value : !a.isMinor && b.isMinor
    }
    // A number that is labelled already, or that rounds to its neighbour, is not marked twice.
    return all.indices.filter { $0 == 0 || all[$0].value > all[$0 - 1].value }.map { all[$0] }
  }
}
