import Experiments
import Provenance

extension LossCurves {
  /// The arguments of figures that draw losses.
  static func arguments(smoothing: Double?, axis: LossAxis) -> [String] {
    var arguments: [String] = []
    if axis != .log { arguments += ["--y", axis.rawValue] }
    if let smoothing {
      arguments += ["--smoothing", TrainingArguments.plain(smoothing)]
    }
    return arguments
  }

  /// One row for each step of each run: the loss of the batch, and the smoothed one.
  func table(variantColumn: String) throws -> CSVTable {
    var table = try CSVTable(columns: [
      variantColumn, "seed", "iteration", "loss", "smoothed_loss",
    ])
    for variant in variants {
      for run in variant.runs {
        let smoothed = smoothed(run)
        for (step, loss) in run.losses.enumerated() {
          try table.append([
            .text(variant.key), .integer(Int(run.seed)), .integer(step + 1), .float(loss),
            .number(smoothed[step]),
          ])
        }
      }
    }
    return table
  }
}
