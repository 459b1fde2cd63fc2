/// A moment in microseconds since 1970-01-01 00:00 UTC.
package struct StudyDate: Comparable, Hashable, Sendable {
  package var microseconds: Int64

  package init(microseconds: Int64) { self.microseconds = microseconds }

  package static func < (a: StudyDate, b: StudyDate) -> Bool { a.microseconds < b.microseconds }

  /// Reads `2026-01-31T12:34:56.123456+00:00` and its shorter forms, with a blank for the T too.
  ///
  /// A time without an offset is taken for UTC, as Optuna 5 writes it in databases; Optuna 4 wrote
  /// local times, which no reader can tell apart, so that only durations hold there.
  ///
  /// - Returns: nil for anything else, and for years beyond 1...9999.
  package init?(_ text: some StringProtocol) {
    var scanner = DateScanner(bytes: Array(text.utf8))
    guard let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2),
      scanner.skip("-"), let day = scanner.number(2), (1...9999).contains(year),
      (1...12).contains(month), (1...Self.days(inMonth: month, year)).contains(day)
    else { return nil }
    var seconds = Self.days(year, month, day) * 86_400
    var fraction: Int64 = 0
    if !scanner.isAtEnd {
      guard scanner.skip("T") || scanner.skip(" "), let hour = scanner.number(2),
        scanner.skip(":"), let minute = scanner.number(2), hour < 24, minute < 60
      else { return nil }
      seconds += Int64(hour) * 3600 + Int64(minute) * 60
      if scanner.skip(":") {
        guard let second = scanner.number(2), second < 60 else { return nil }
        seconds += Int64(second)
        if scanner.skip(".") {
          guard let digits = scanner.fraction() else { return nil }
          fraction = digits
        }
      }
      if !scanner.isAtEnd {
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        seconds -= offset
      }
    }
    microseconds = seconds * 1_000_000 + fraction
  }

  /// `2026-01-31T12:34:56.123456+00:00`, which is how journals have it.
  package var journalText: String { text(separator: "T") + "+00:00" }

  /// `2026-01-31 12:34:56.123456`, in UTC, which is how databases have it.
  package var databaseText: String { text(separator: " ") }

  private func text(separator: String) -> String {
    let (seconds, fraction) = Self.divided(microseconds, by: 1_000_000)
    let (day, second) = Self.divided(seconds, by: 86_400)
    let date = Self.date(ofDay: day)
    func padded(_ value: Int64, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2)
      + separator + padded(second / 3600, 2) + ":" + padded(second / 60 % 60, 2) + ":"
      + padded(second % 60, 2) + "." + padded(fraction, 6)
  }

  private static func divided(_ value: Int64, by unit: Int64) -> (Int64, Int64) {
    let rest = (value % unit + unit) % unit
    return ((value - rest) / unit, rest)
  }

  // Days and dates of the proleptic Gregorian calendar, in years that begin on 1 March, so that the
  // leap day comes last (H. Hinnant, "chrono-compatible low-level date algorithms").

  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    let year = Int64(month <= 2 ? year - 1 : year)
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * Int64(month > 2 ? month - 3 : month + 9) + 2) / 5 + Int64(day) - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func date(ofDay day: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let (era, dayOfEra) = divided(day + 719_468, by: 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1
    )
  }

  private static func days(inMonth month: Int, _ year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

/// Reads a date byte by byte.
private struct DateScanner {
  let bytes: [UInt8]
  var place = 0

  var isAtEnd: Bool { place == bytes.count }

  mutating func skip(_ text: Unicode.Scalar) -> Bool {
    guard place < bytes.count, bytes[place] == UInt8(ascii: text) else { return false }
    place += 1
    return true
  }

  /// Exactly so many digits.
  mutating func number(_ digits: Int) -> Int? {
    guard place + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[place..<place + digits] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    place += digits
    return value
  }

  /// Digits behind the point, in microseconds; those beyond the sixth are dropped.
  mutating func fraction() -> Int64? {
    var (value, count): (Int64, Int) = (0, 0)
    while let digit = number(1) {
      if count < 6 { value = value * 10 + Int64(digit) }
      count += 1
    }
    guard count > 0 else { return nil }
    for _ in min(count, 6)..<6 { value *= 10 }
    return value
  }

  /// `Z`, `+09:00` or `-0330`, in seconds.
  mutating func offset() -> Int64? {
    if skip("Z") { return 0 }
    let isBehind = skip("-")
    guard isBehind || skip("+"), let hours = number(2) else { return nil }
    _ = skip(":")
    let minutes = isAtEnd ? 0 : number(2)
    guard let minutes, hours < 24, minutes < 60 else { return nil }
    let seconds = Int64(hours * 3600 + minutes * 60)
    return isBehind ? -seconds : seconds
  }
}
