import DenseMath
import NeuralNet
import Provenance

extension LayerActivations {
  /// Measures the outputs of one layer.
  ///
  /// Every unit's sum over the samples is one chain in Double, samples ascending, and the units are
  /// added up in their order, so that no thread or vector width can change a bit.
  ///
  /// - Parameters:
  ///   - values: `[samples, units]`, row by row.
  ///   - units: Units of the layer.
  ///   - activation: What made the values; it decides what saturated and resting mean.
  ///   - range: Ends of the histogram.
  ///   - bins: Bins of the histogram.
  init(
    measuring values: [Float], units: Int, activation: Activation, range: ClosedRange<Double>,
    bins: Int
  ) throws {
    let moments = UnitMoments(values, units: units)
    // What is not finite is counted and left out; as a rule that is nothing, and nothing is copied.
    let isFinite = moments.finiteCount == values.count
    let finite = isFinite ? values : values.filter(\.isFinite)
    let extent = Extent(finite)
    let histogram = try Histogram(counting: finite, in: range, bins: bins)
    let census = Census(values, units: units, activation: activation)
    let count = Double(max(1, moments.finiteCount))
    self.init(
      mean: moments.mean, standardDeviation: moments.standardDeviation, signal: moments.signal,
      minimum: extent.minimum, maximum: extent.maximum,
      saturatedShare: Double(census.saturated) / count,
      restingShare: Double(census.resting) / count, deadUnits: census.deadUnits,
      counts: histogram.counts, below: histogram.below, above: histogram.above,
      nonFinite: values.count - moments.finiteCount, digest: try floatDigest(of: values))
  }
}

/// SHA-256 of values as little-endian Float32, in hexadecimal.
func floatDigest(of values: [Float]) throws -> String {
  var hasher = try SHA256()
  #if _endian(little)
    values.withUnsafeBytes { hasher.update($0) }
  #else
    values.map(\.bitPattern.littleEndian).withUnsafeBytes { hasher.update($0) }
  #endif
  return try hasher.finalize().hex
}
