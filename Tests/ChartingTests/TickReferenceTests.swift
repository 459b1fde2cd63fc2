import Testing

@testable import Charting

/// Labels of the unrestricted search against the authors' own program.
///
/// The table was printed by `extended` of the R package `labeling` 0.4.2 (Debian's r-cran-labeling)
/// under R 4.2.2; its first row is the example of the package's manual:
///
///     library(labeling)
///     set.seed(2010)
///     n <- 120
///     a <- round(runif(n, -100, 400), 1)
///     b <- round(runif(n, -100, 400), 1)
///     m <- sample(2:10, n, replace = TRUE)
///     scale <- 10^sample(-3:3, n, replace = TRUE)
///     row <- function(lo, hi, m, loose) {
///       t <- zapsmall(extended(lo, hi, m, only.loose = loose), 12)
///       cat(sprintf("%.12g %.12g %d %s: %.10g %.10g %d\n", lo, hi, m,
///                   if (loose) "loose" else "flexible", t[1], t[length(t)], length(t)))
///     }
///     row(8.1, 14.1, 4, FALSE)
///     for (i in 1:n) {
///       lo <- signif(min(a[i], b[i]) * scale[i], 6); hi <- signif(max(a[i], b[i]) * scale[i], 6)
///       row(lo, hi, m[i], i %% 2 == 0)
///     }
struct TickReferenceTests {
  @Test func `the search finds the labels that the R package finds`() throws {
    let rows = Self.table.split(separator: "\n")
    try #require(rows.count == 121)
    for row in rows {
      let fields = row.split(separator: " ")
      let numbers = fields.compactMap { Double($0) }
      try #require(numbers.count == 6)
      let labels = try #require(
        ExtendedWilkinson.labels(
          lower: numbers[0], upper: numbers[1], target: numbers[2],
          mustCoverDomain: fields[3] == "loose:"))
      #expect(labels.first.value == numbers[3], "\(row)")
      #expect(labels.last.value == numbers[4], "\(row)")
      #expect(labels.count == Int(numbers[5]), "\(row)")
    }
  }

  @Test func `the example of the manual has its four labels`() throws {
    let labels = try #require(ExtendedWilkinson.labels(lower: 8.1, upper: 14.1, target: 4))
    #expect((0..<labels.count).map { labels[$0].value } == [8, 10, 12, 14])
  }

  @Test func `a domain that is empty, reversed or not finite has no labels`() {
    #expect(ExtendedWilkinson.labels(lower: 1, upper: 1, target: 5) == nil)
    #expect(ExtendedWilkinson.labels(lower: 2, upper: 1, target: 5) == nil)
    #expect(ExtendedWilkinson.labels(lower: .nan, upper: 1, target: 5) == nil)
    #expect(ExtendedWilkinson.labels(lower: -.infinity, upper: 1, target: 5) == nil)
    #expect(ExtendedWilkinson.labels(lower: -1.7e308, upper: 1.7e308, target: 5) == nil)
  }

  /// Lower and upper end, wanted number, kind; first and last label, number of labels.
  private static let table = """
    8.1 14.1 4 flexible: 8 14 4
    -3420 4770 10 flexible: -4000 5000 10
    1.329 1.625 5 loose: 1.32 1.64 5
    13220 14900 7 flexible: 13250 15000 8
    2.91 2.99 6 loose: 2.91 2.99 9
    6.07 32.14 7 flexible: 5 30 6
    3760 3876 5 loose: 3760 3880 7
    -266 1924 4 flexible: 0 2000 3
    -0.0797 0.0597 9 loose: -0.08 0.06 8
    -376 1101 3 flexible: -500 1000 4
    -85800 282200 2 loose: -100000 300000 2
    169600 363100 2 flexible: 200000 400000 2
    126700 361600 3 loose: 100000 400000 4
    -72000 47300 9 flexible: -70000 50000 13
    184.1 243.3 9 loose: 180 250 8
    -6790 780 5 flexible: -6000 0 4
    -92 1109 9 loose: -200 1200 8
    271.5 291.5 3 flexible: 270 290 3
    210 2133 8 loose: 0 2250 10
    162600 265100 2 flexible: 150000 250000 2
    3337 3960 6 loose: 3300 4000 8
    0.2017 0.3135 4 flexible: 0.2 0.32 4
    162 3988 4 loose: 0 4000 5
    -3.62 35.74 6 flexible: 0 40 5
    -0.098 1.344 4 loose: -0.2 1.4 5
    54800 145200 4 flexible: 60000 150000 4
    -8530 1990 7 loose: -10000 2000 7
    28.5 359.6 5 flexible: 0 400 5
    176.3 373.3 5 loose: 175 375 5
    20.4 28.97 10 flexible: 20 29 10
    -24.8 128.7 9 loose: -40 140 10
    1.585 3.839 8 flexible: 1.5 4 6
    21140 26940 4 loose: 21000 27000 4
    -93.1 49 2 flexible: -100 50 2
    -782 1145 7 loose: -800 1200 6
    -0.7 1.802 9 flexible: -0.6 1.8 9
    1464 3532 10 loose: 1400 3600 12
    0.1497 0.2815 10 flexible: 0.15 0.28 14
    13.37 26.35 5 loose: 12 28 5
    166500 396400 6 flexible: 150000 400000 6
    8800 377400 5 loose: 0 400000 5
    22230 29670 7 flexible: 22000 30000 9
    0.1788 0.2515 6 loose: 0.175 0.255 9
    -0.883 2.999 7 flexible: -1 3 9
    -0.0177 0.3558 6 loose: -0.1 0.4 6
    -0.0122 0.1009 4 flexible: 0 0.1 3
    -482 1475 9 loose: -500 1500 9
    8.9 31.47 3 flexible: 10 30 3
    -40 358.9 9 loose: -50 400 10
    406 1930 4 flexible: 500 2000 4
    21540 29630 9 loose: 21000 30000 10
    -1600 180500 9 flexible: 0 180000 10
    83 203 5 loose: 80 220 8
    133800 358500 7 flexible: 120000 360000 7
    0.33 2.445 4 loose: 0 2.5 6
    -10 278 9 flexible: 0 280 8
    -0.801 1.229 9 loose: -1 1.25 10
    2660 38780 2 flexible: 0 40000 2
    220.3 303.9 8 loose: 220 310 10
    -491 3010 6 flexible: -500 3000 8
    -7340 21770 4 loose: -8000 24000 5
    13340 17220 9 flexible: 13500 17000 8
    -69.7 34.8 10 loose: -70 40 12
    15.98 30.61 9 flexible: 16 30 8
    77.2 94.1 9 loose: 77 95 10
    14.33 27.34 10 flexible: 14 27 14
    2.3 16.75 7 loose: 0 17.5 8
    8.83 23.22 10 flexible: 8 24 9
    -100 34920 7 loose: -5000 35000 9
    19180 34980 2 flexible: 20000 35000 2
    12310 30920 9 loose: 12000 32000 11
    35680 38670 6 flexible: 35500 38500 7
    -300 1157 7 loose: -400 1200 9
    0.0698 0.1595 3 flexible: 0.08 0.16 3
    -756 558 3 loose: -800 800 3
    0.638 2.869 10 flexible: 0.75 2.75 9
    0.1275 0.1314 3 loose: 0.1275 0.1315 5
    124700 168100 8 flexible: 125000 170000 10
    0.8 334.3 9 loose: 0 350 8
    -0.578 3.12 8 flexible: -0.5 3 8
    262500 373700 5 loose: 260000 380000 7
    867 3778 9 flexible: 800 4000 9
    2225 2804 2 loose: 2200 2900 2
    4.69 10.09 2 flexible: 5 10 2
    314 2536 4 loose: 0 3000 4
    -0.58 28.17 8 flexible: 0 30 7
    15620 17190 6 loose: 15600 17200 5
    1.879 2.316 8 flexible: 1.9 2.3 9
    -13500 343700 3 loose: -50000 350000 5
    0.0191 0.3045 3 flexible: 0 0.3 4
    -709 2752 8 loose: -1000 3000 9
    127.6 312.2 8 flexible: 125 300 8
    -6920 6720 10 loose: -7000 7000 15
    -56800 144900 6 flexible: -50000 150000 5
    -9770 35500 3 loose: -10000 40000 6
    -1110 38330 8 flexible: 0 40000 9
    0.06 34.44 2 loose: 0 40 2
    -3.45 9.54 10 flexible: -3 9 13
    -225 1227 4 loose: -250 1250 7
    -84300 350700 9 flexible: -100000 350000 10
    -0.782 1.964 9 loose: -0.8 2 8
    -0.0506 0.3213 4 flexible: 0 0.3 4
    1.096 3.097 5 loose: 1 3.5 6
    -65200 240300 6 flexible: -50000 250000 7
    7.65 29.83 2 loose: 0 30 2
    -0.0887 0.0218 4 flexible: -0.09 0.03 5
    0.695 3.075 8 loose: 0.4 3.2 8
    1798 3705 5 flexible: 2000 3500 4
    -670 27330 5 loose: -5000 30000 8
    -30100 289500 2 flexible: 0 300000 2
    2.87 28.69 8 loose: 0 30 7
    -3300 90400 6 flexible: 0 100000 6
    3.68 35 9 loose: 0 35 8
    -4.79 -4.45 7 flexible: -4.8 -4.45 8
    53.1 77.8 2 loose: 50 80 2
    -0.073 0.2374 2 flexible: 0 0.25 2
    63.9 266.2 6 loose: 50 300 6
    24.1 38.8 8 flexible: 24 38 8
    27900 37600 5 loose: 27000 39000 5
    -521 2558 7 flexible: -500 2500 7
    31 1233 4 loose: 0 1250 6
    """
}
