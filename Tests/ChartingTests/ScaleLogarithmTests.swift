import DenseMath
import Testing

@testable import Charting

/// Logarithms against mpmath 1.3 with 200 bits, which printed the table with
///
///     import random
///     from mpmath import mp, mpf, log, power
///     mp.prec = 200
///     r = random.Random(10)
///     def near(x): return float(x).hex()
///     xs = [10.0 ** r.uniform(-307, 308) for _ in range(12)]
///     xs += [r.uniform(0.5, 2) for _ in range(8)]
///     xs += [1 + r.choice([-1, 1]) * 2.0 ** -r.randint(2, 52) for _ in range(8)]
///     xs += [5e-324, 3e-310]
///     for x in xs: print("log", x.hex(), near(log(mpf(x)) / log(10)))
///     for _ in range(12):
///         a = 10.0 ** r.uniform(-300, 300)
///         b = a * (1 + 2.0 ** -r.randint(1, 51))
///         print("ratio", a.hex(), b.hex(), near(log(mpf(b) / mpf(a)) / log(10)))
///     ys = [r.uniform(-307, 308) for _ in range(12)]
///     ys += [r.uniform(-1, 1) for _ in range(6)] + [2.0 ** -30, -323.3]
///     for y in ys: print("power", y.hex(), near(power(10, mpf(y))))
struct ScaleLogarithmTests {
  @Test func `logarithms and powers are within one unit in the last place`() throws {
    let rows = Self.table.split(separator: "\n")
    try #require(rows.count == 62)
    for row in rows {
      let fields = row.split(separator: " ")
      let numbers = fields.dropFirst().compactMap { Double($0) }
      try #require(numbers.count == fields.count - 1)
      let result =
        switch fields[0] {
        case "log": Elementary.log10(numbers[0])
        case "ratio": Logarithm.decades(from: numbers[0], to: numbers[1])
        default: Logarithm.powerOfTen(numbers[0])
        }
      let expected = try #require(numbers.last)
      #expect(abs(result - expected) <= expected.ulp, "\(row): \(result)")
    }
  }

  @Test func `powers of ten are exact both ways`() throws {
    for exponent in -323...308 {
      let power = try #require(Double("1e\(exponent)"))
      #expect(Logarithm.powerOfTen(Double(exponent)) == power)
      #expect(exponent < -307 || Elementary.log10(power) == Double(exponent))
    }
  }

  @Test func `numbers without a logarithm have the answers of IEEE 754`() {
    #expect(Elementary.log10(0) == -.infinity)
    #expect(Elementary.log10(.infinity) == .infinity)
    #expect(Elementary.log10(-1).isNaN)
    #expect(Elementary.log10(.nan).isNaN)
    #expect(Logarithm.powerOfTen(.nan).isNaN)
    #expect(Logarithm.powerOfTen(400) == .infinity)
    #expect(Logarithm.powerOfTen(-400) == 0)
    #expect(Logarithm.powerOfTen(308.5) == .infinity)
  }

  /// What is computed, its arguments, the result.
  private static let table = """
    log 0x1.730b774f59188p+147 0x1.634cfefe0a310p+5
    log 0x1.4dada529f7365p-144 -0x1.59dda869397e0p+5
    log 0x1.262503ac24b45p+161 0x1.84358e3c1f380p+5
    log 0x1.2af7009197e75p-599 -0x1.687fc9e5e0d4ep+7
    log 0x1.b519fe0dc4676p+641 0x1.8262987b096d4p+7
    log 0x1.ae11fea88fc1fp+662 0x1.8f03aa07eb368p+7
    log 0x1.26b69861d2159p+315 0x1.7b8adcea43e94p+6
    log 0x1.6dc449833e2edp-693 -0x1.a0eaead075e03p+7
    log 0x1.d9cff2de25748p+43 0x1.a6c5e32d9c4a0p+3
    log 0x1.bebb87f71ddfdp-351 -0x1.a5adcb4d9a3f6p+6
    log 0x1.e047839e324fcp-510 -0x1.32810be3d1911p+7
    log 0x1.b15fcefcb8acap+926 0x1.16fb7e82505bep+8
    log 0x1.fead89e155eadp+0 0x1.331ad7d67c025p-2
    log 0x1.223824285ba82p-1 -0x1.f8ebe2fd41281p-3
    log 0x1.ca4d4546a836bp+0 0x1.02fb44727f371p-2
    log 0x1.67a00cc10b3e6p+0 0x1.2e4e3a3d1e1c4p-3
    log 0x1.12896514387dfp+0 0x1.f16cebd876556p-6
    log 0x1.d9d19c4f609f4p-1 -0x1.13b945930be6ep-5
    log 0x1.832fbe8c9766dp+0 0x1.6ffc31eb7240bp-3
    log 0x1.2f6c5458625a2p+0 0x1.2e52195f03856p-4
    log 0x1.0000000000100p+0 0x1.bcb7b1526e430p-46
    log 0x1.0040000000000p+0 0x1.bc80239e5b560p-12
    log 0x1.0000000000002p+0 0x1.bcb7b1526e50cp-53
    log 0x1.fffffff800000p-1 -0x1.bcb7b155e7c04p-32
    log 0x1.1000000000000p+0 0x1.af5f92b00e610p-6
    log 0x1.ffff000000000p-1 -0x1.bcb820807fb4ep-19
    log 0x1.fff8000000000p-1 -0x1.bcbb2acb14e54p-16
    log 0x1.0000000010000p+0 0x1.bcb7b152606b2p-38
    log 0x0.0000000000001p-1022 -0x1.434e6420f4374p+8
    log 0x0.03739a252b281p-1022 -0x1.3585db61a6c0bp+8
    ratio 0x1.27891d1cc4034p-267 0x1.278a44a5e1200p-267 0x1.bcb6d2f723dabp-18
    ratio 0x1.ff456d708e39bp-371 0x1.ff456d70ae2e0p-371 0x1.bcb75220d1327p-38
    ratio 0x1.7fb767c58aef7p-99 0x1.7fb767c88a5e4p-99 0x1.bcb7b19471ba0p-33
    ratio 0x1.f3c890b70e709p-868 0x1.f3c890b7163fbp-868 0x1.bcb7308d30390p-40
    ratio 0x1.7db04334d0203p-350 0x1.7db043358ef85p-350 0x1.bcb7ad95a41d4p-35
    ratio 0x1.23d5df41b22ecp-685 0x1.23d826ed70b22p-685 0x1.bcb5f49d0a9c8p-17
    ratio 0x1.46da070b8dbd1p+936 0x1.46db4de594c8ap+936 0x1.bcb6d2f72cf83p-18
    ratio 0x1.0353a90f34d50p-923 0x1.0353a9103828bp-923 0x1.bcb7bd389279fp-34
    ratio 0x1.9cc32e73040c4p-397 0x1.9cc32e730745cp-397 0x1.bcb443d1e4577p-41
    ratio 0x1.a047718c84739p+314 0x1.a047718cb87c8p+314 0x1.bcb7c0c289d39p-37
    ratio 0x1.8cbc3133e758bp+845 0x1.92ef21f8b6f61p+845 0x1.b9476a4fcd103p-8
    ratio 0x1.b59c55d6a0998p-699 0x1.b59c55d6ae466p-699 0x1.bcb75a16e7b5bp-39
    power 0x1.1285c3be63c2ap+8 0x1.ec87793a38edep+911
    power 0x1.fcf1a875b358cp+7 0x1.438178a38df1bp+845
    power -0x1.adea89dc63a36p+7 0x1.e5f6b44d48526p-715
    power 0x1.1dbc208dfe170p+8 0x1.242d47061fdc2p+949
    power 0x1.50f5bb505a67cp+7 0x1.99a766b8d571dp+559
    power -0x1.1b91e885afb18p+5 0x1.3076a4fe02e50p-118
    power 0x1.28e4842a329c6p+8 0x1.31b51687770b6p+986
    power -0x1.7b292f974ac48p+7 0x1.2bb4d6aeb9c2bp-630
    power -0x1.723e97e2c8046p+6 0x1.6ebc28c60205ap-308
    power 0x1.21d96a36151c6p+8 0x1.d02722999a276p+962
    power -0x1.079cbb7c07560p+5 0x1.738b3647c7700p-110
    power 0x1.bebe0a11f8a68p+6 0x1.020bbc3ba65d9p+371
    power -0x1.6d0adf30fddc8p-1 0x1.8c9a755aadee6p-3
    power 0x1.661ab16d7ca60p-5 0x1.1b1bef87178ddp+0
    power 0x1.75a3c80f4b33ep-1 0x1.5783ba5c31c32p+2
    power -0x1.dd20e98b54f60p-2 0x1.5e3b08e5b6ee9p-2
    power -0x1.945629d5c6a30p-2 0x1.9c83e81b310e6p-2
    power 0x1.488b2aa612d48p-2 0x1.0bf3227d1a3fbp+1
    power 0x1.0000000000000p-30 0x1.0000000935d8ep+0
    power -0x1.434cccccccccdp+8 0x0.0000000000001p-1022
    """
}
