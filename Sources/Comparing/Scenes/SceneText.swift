import Charting

/// A length or place with at most two decimals.
func pixels(_ value: Double) -> String { "\(decimal(value)) px" }

private func decimal(_ value: Double) -> String {
  let hundredths = Int((value * 100).rounded())
  let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
  var text = (hundredths < 0 ? "-" : "") + "\(whole)"
  if rest > 0 {
    text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
  }
  return text
}

extension Color {
  /// `#0072b2`, with two digits more where it is not opaque.
  var text: String {
    var channels = [red, green, blue]
    if alpha != 255 { channels.append(alpha) }
    return "#"
      + channels.map { channel in
        let text = String(channel, radix: 16)
        return text.count == 1 ? "0" + text : text
      }.joined()
  }
}
