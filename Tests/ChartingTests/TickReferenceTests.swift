import Testing

@testable import Charting

/// Labels of the unrestricted search against the authors' own program.
///
/// The table was printed by `extended` of the R package `labeling` 0.4.2 (Debian's r-cran-labeling)
/// under R 4.2.2:
///
///     library(labeling)
///     set.seed(2010)
///     n <- 120
///     a <- round(runif(n, -100, 400), 1)
///     b <- round(runif(n, -100, 400), 1)
///     m <- sample(2:10, n, replace = TRUE)
///     scale <- 10^sample(-3:3, n, replace = TRUE)
///     row <- function(lo, hi, m, loose) {
///       t <- extended(lo, hi, m, only.loose = loose)
///       cat(sprintf("    (%.12g, %.12g, %d, %s, [%s]),\n", lo, hi, m, tolower(loose),
///                   paste(sprintf("%.10g", zapsmall(t, 12)), collapse = ", ")))
///     }
///     row(8.1, 14.1, 4, FALSE)  # the example of the package's manual
///     for (i in 1:n) {
///       lo <- signif(min(a[i], b[i]) * scale[i], 6); hi <- signif(max(a[i], b[i]) * scale[i], 6)
///       row(lo, hi, m[i], i %% 2 == 0)
///     }
struct TickReferenceTests {
  private typealias Row = (
    lower: Double, upper: Double, target: Int, isLoose: Bool, labels: [Double]
  )

  @Test func `the search finds the labels that the R package finds`() throws {
    for row in Self.table {
      let labels = try #require(
        ExtendedWilkinson.labels(
          lower: row.lower, upper: row.upper, target: Double(row.target),
          mustCoverDomain: row.isLoose))
      let values = (0..<labels.count).map { labels[$0].value }
      #expect(values == row.labels, "\(row.lower)...\(row.upper), \(row.target) labels")
    }
  }

  private static let table: [Row] = [
    (8.1, 14.1, 4, false, [8, 10, 12, 14]),
    (-3420, 4770, 10, false, [-4000, -3000, -2000, -1000, 0, 1000, 2000, 3000, 4000, 5000]),
    (1.329, 1.625, 5, true, [1.32, 1.4, 1.48, 1.56, 1.64]),
    (13220, 14900, 7, false, [13250, 13500, 13750, 14000, 14250, 14500, 14750, 15000]),
    (2.91, 2.99, 6, true, [2.91, 2.92, 2.93, 2.94, 2.95, 2.96, 2.97, 2.98, 2.99]),
    (6.07, 32.14, 7, false, [5, 10, 15, 20, 25, 30]),
    (3760, 3876, 5, true, [3760, 3780, 3800, 3820, 3840, 3860, 3880]),
    (-266, 1924, 4, false, [0, 1000, 2000]),
    (-0.0797, 0.0597, 9, true, [-0.08, -0.06, -0.04, -0.02, 0, 0.02, 0.04, 0.06]),
    (-376, 1101, 3, false, [-500, 0, 500, 1000]),
    (-85800, 282200, 2, true, [-100000, 300000]),
    (169600, 363100, 2, false, [200000, 400000]),
    (126700, 361600, 3, true, [100000, 200000, 300000, 400000]),
    (-72000, 47300, 9, false,
      [-70000, -60000, -50000, -40000, -30000, -20000, -10000, 0, 10000, 20000, 30000, 40000,
       50000]),
    (184.1, 243.3, 9, true, [180, 190, 200, 210, 220, 230, 240, 250]),
    (-6790, 780, 5, false, [-6000, -4000, -2000, 0]),
    (-92, 1109, 9, true, [-200, 0, 200, 400, 600, 800, 1000, 1200]),
    (271.5, 291.5, 3, false, [270, 280, 290]),
    (210, 2133, 8, true, [0, 250, 500, 750, 1000, 1250, 1500, 1750, 2000, 2250]),
  ]
}
