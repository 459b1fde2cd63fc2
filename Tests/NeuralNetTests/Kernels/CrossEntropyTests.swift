import CKernels
import DenseMath
import Foundation
import Testing

/// Softmax with cross-entropy, and the counting of hits.
struct CrossEntropyTests {
  /// The loss by the kernel with its gradient; the loss without one must be the same.
  private func crossEntropy(_ z: [Float], _ labels: [UInt8], classes: Int) -> (Double, [Float]) {
    var gradient = [Float](repeating: 9, count: z.count)
    let loss = dlplot_cross_entropy(z, labels, &gradient, labels.count, classes)
    var scratch = gradient
    let alone = dlplot_cross_entropy_loss(z, labels, &scratch, labels.count, classes)
    #expect(alone.bitPattern == loss.bitPattern)
    var inPlace = z
    let again = inPlace.withUnsafeMutableBufferPointer {
      dlplot_cross_entropy(
        $0.baseAddress, labels, $0.baseAddress, labels.count, classes)
    }
    #expect(again.bitPattern == loss.bitPattern)
    #expect(inPlace.canonicalBits == gradient.canonicalBits)
    return (loss, gradient)
  }

  @Test("loss and gradient are those of Double", arguments: [1, 2, 3, 10, 64])
  func values(classes: Int) {
    for rows in [1, 5, 255, 256, 257, 300] {
      let z = tameFloats(rows * classes, seed: UInt64(rows)).map { 8 * $0 }
      let labels = (0..<rows).map { UInt8($0 * 7 % classes) }
      let (loss, gradient) = crossEntropy(z, labels, classes: classes)
      var wanted = 0.0
      for row in 0..<rows {
        let logits = z[row * classes..<(row + 1) * classes].map(Double.init)
        let largest = logits.max() ?? 0
        let sum = logits.reduce(0) { $0 + exp($1 - largest) }
        wanted += log(sum) + largest - logits[Int(labels[row])]
        for k in 0..<classes {
          let share = exp(logits[k] - largest) / sum
          let slope = (share - (k == Int(labels[row]) ? 1 : 0)) / Double(rows)
          // Differences of logits up to 32 are rounded to 2^-20, exponentials to a unit.
          #expect(
            abs(Double(gradient[row * classes + k]) - slope) <= 5e-6 * abs(slope) + 1e-30,
            "row \(row), class \(k)")
        }
      }
      #expect(abs(loss - wanted) <= Double(rows) * 2e-6)
    }
  }

  @Test("one kernel is as good as another")
  func variants() throws {
    for classes in [1, 2, 3, 9, 10, 16, 17, 70] {
      for rows in [0, 1, 2, 7, 255, 256, 257] {
        let seed = UInt64(classes * 1000 + rows)
        for z in [
          assortedFloats(rows * classes, seed: seed), tameFloats(rows * classes, seed: seed),
        ] {
          let labels = (0..<rows).map { UInt8($0 * 7 % classes) }
          var first: (UInt64, [UInt32])?
          try Kernel.forEachForced { variant in
            let (loss, gradient) = crossEntropy(z, labels, classes: classes)
            let bits = (loss.bitPattern, gradient.canonicalBits)
            if let first { #expect(bits == first, "\(variant), [\(rows), \(classes)]") }
            first = first ?? bits
          }
        }
      }
    }
  }

  @Test("large logits neither overflow nor vanish")
  func large() {
    let z: [Float] = [1e4, 0, -1e4, 1e4, 0, -1e4]
    let (loss, gradient) = crossEntropy(z, [0, 2], classes: 3)
    #expect(loss == 2e4)
    #expect(gradient == [0, 0, 0, 0.5, 0, -0.5])
    let huge = Float.greatestFiniteMagnitude
    let (overflowing, _) = crossEntropy([huge, -huge], [1], classes: 2)
    #expect(overflowing == .infinity)
  }

  @Test("a logit of minus infinity is a class that cannot be")
  func minusInfinity() {
    // As in log-softmax: no loss where another class is right, an infinite one where it is.
    let (other, gradient) = crossEntropy([-.infinity, 0], [1], classes: 2)
    #expect(other == 0 && gradient == [0, 0])
    #expect(crossEntropy([-.infinity, 0], [0], classes: 2).0 == .infinity)
  }

  @Test("NaN and plus infinity make the loss NaN, in any place")
  func notFinite() {
    for place in 0..<3 {
      for label in 0..<3 as Range<UInt8> {
        for value in [Float.nan, .infinity] {
          var z: [Float] = [0, 1, 2, 0, 1, 2, 0, 1, 2]
          z[3 + place] = value
          let (loss, gradient) = crossEntropy(z, [0, label, 2], classes: 3)
          #expect(loss.bitPattern == Double.nan.bitPattern, "\(value) at \(place)")
          // The other rows keep their gradients.
          #expect((gradient[0..<3] + gradient[6..<9]).allSatisfy { $0.isFinite })
          #expect(gradient[3..<6].contains { $0.isNaN })
        }
      }
    }
    let minus = [Float](repeating: -.infinity, count: 3)
    #expect(crossEntropy(minus, [0], classes: 3).0.isNaN)
  }

  @Test("the first of the largest logits counts, and rows that are not finite count apart")
  func hits() throws {
    let rows: [(logits: [Float], label: UInt8, isHit: Bool, isInvalid: Bool)] = [
      ([1, 3, 2], 1, true, false),
      ([1, 3, 3], 1, true, false),
      ([1, 3, 3], 2, false, false),
      ([0, 0, 0], 0, true, false),
      ([-0.0, 0, 0], 1, false, false),
      ([-3, -2, -1], 2, true, false),
      ([.nan, 3, 2], 1, false, true),
      ([1, 3, .nan], 1, false, true),
      ([.nan, .nan, .nan], 0, false, true),
      ([1, .infinity, 2], 1, false, true),
      ([1, 2, -.infinity], 1, false, true),
      ([.greatestFiniteMagnitude, 1, 1], 0, true, false),
    ]
    try Kernel.forEachForced { _ in
      for row in rows {
        var invalid = 9
        let hits = dlplot_hits(row.logits, [row.label], 1, 3, &invalid)
        #expect(hits == (row.isHit ? 1 : 0) && invalid == (row.isInvalid ? 1 : 0), "\(row)")
      }
      var invalid = 9
      let hits = dlplot_hits(
        rows.flatMap(\.logits), rows.map(\.label), rows.count, 3, &invalid)
      #expect(
        hits == rows.count(where: { $0.isHit }) && invalid == rows.count(where: { $0.isInvalid }))
    }
  }
}
