import ArgumentParser
import Experiments

/// How losses are drawn.
struct LossOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Axis of the loss: log or linear.", valueName: "axis"))
  var y = "log"

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Weight of a neighbour in the smoothed line; 0 draws each batch's loss (default: by the "
        + "length, 0.97 for 2000 steps).", valueName: "factor"))
  var smoothing: String?

  func checkedAxis() throws(UsageError) -> LossAxis { try OptionValue.choice("--y", y) }

  func checkedSmoothing() throws(UsageError) -> Double? {
    guard let smoothing else { return nil }
    return try OptionValue.number(
      "--smoothing", smoothing, in: LossComparison.smoothingRange, allowed: "0...0.9999")
  }
}
