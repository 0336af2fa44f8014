import Estimates
import Testing

@testable import Rates

@Suite("Proportion")
struct ProportionTests {
  struct Vector: Sendable {
    let x, n: Int
    let lower, upper: Double
    /// Half the last printed digit, or 1e-9 relative where 15 digits and more are printed.
    let tolerance: Double
  }

  // PHEindicatormethods testthat (Byars_Wilson, Proportion): printed to 17 digits, peer arithmetic in double: 1e-12.
  // Newcombe (1998) Stat Med 17:857 table I, method 3: 81/263, 15/148, 0/20, 1/29, four decimals in print; the further
  // digits and the edge cases follow from the closed form, printed to 12 digits.
  @Test(
    "published intervals at 95 %",
    arguments: [
      Vector(x: 65, n: 100, lower: 0.55254443296887967, upper: 0.73635751756902468, tolerance: 1e-12),
      Vector(x: 1045, n: 5000, lower: 0.19795549880013297, upper: 0.22049130373189027, tolerance: 1e-12),
      Vector(x: 1, n: 100, lower: 0.0017674320641406511, upper: 0.054486196178705294, tolerance: 1e-12),
      Vector(x: 5, n: 100, lower: 0.02154367915436798, upper: 0.11175046923191911, tolerance: 1e-12),
      Vector(x: 0, n: 10, lower: 0, upper: 0.277532799863, tolerance: 5e-13),
      Vector(x: 10, n: 10, lower: 0.722467200137, upper: 1, tolerance: 5e-13),
      Vector(x: 0, n: 1, lower: 0, upper: 0.793450685623, tolerance: 5e-13),
      Vector(x: 1, n: 1, lower: 0.206549314377, upper: 1, tolerance: 5e-13),
      Vector(x: 0, n: 1000, lower: 0, upper: 0.00382675848556, tolerance: 5e-15),
      Vector(x: 81, n: 263, lower: 0.255288519878, upper: 0.366209576983, tolerance: 5e-13),
      Vector(x: 15, n: 148, lower: 0.0623863995307, upper: 0.160487241723, tolerance: 5e-13),
      Vector(x: 0, n: 20, lower: 0, upper: 0.161125158053, tolerance: 5e-13),
      Vector(x: 1, n: 29, lower: 0.00611321429276, upper: 0.171755218793, tolerance: 5e-13),
      Vector(x: 7, n: 50, lower: 0.0695, upper: 0.2619, tolerance: 5e-5),
    ])
  func wilson(vector: Vector) throws {
    let estimate = try Proportion(of: vector.x, in: vector.n).wilson()
    let interval = try #require(estimate.interval)
    #expect(abs(interval.lower - vector.lower) <= vector.tolerance)
    #expect(abs(interval.upper - vector.upper) <= vector.tolerance)
    #expect(interval.contains(estimate.value))
    #expect(interval.level == .p95)
    #expect(estimate.diagnostics.contains(.smallNumerator) == (vector.x < 10))
    #expect(estimate.diagnostics.contains(.smallComplement) == (vector.n - vector.x < 10))
  }

  @Test("99.8 % (PHEindicatormethods)")
  func wilson998() throws {
    let interval = try #require(try Proportion(of: 65, in: 100).wilson(level: .p998).interval)
    #expect(abs(interval.lower - 0.49549465740704313) <= 1e-12)
    #expect(abs(interval.upper - 0.77835406140896968) <= 1e-12)
  }

  @Test("0 and n give exact ends; the complement mirrors the interval")
  func ends() throws {
    for n in [1, 2, 7, 29, 1000, 14_000_000] {
      let none = try #require(try Proportion(of: 0, in: n).wilson().interval)
      let all = try #require(try Proportion(of: n, in: n).wilson().interval)
      #expect(none.lower == 0 && all.upper == 1)
      // 1 − u of a u near 1 carries one rounding of 1.
      #expect(abs(none.upper - (1 - all.lower)) <= 0x1p-52)
    }
  }

  @Test("wider at a higher level")
  func levels() throws {
    let share = try Proportion(of: 3, in: 41)
    let intervals = [ConfidenceInterval.Level.p90, .p95, .p99, .p998].compactMap {
      share.wilson(level: $0).interval
    }
    for (narrow, wide) in zip(intervals, intervals.dropFirst()) {
      #expect(wide.lower < narrow.lower && wide.upper > narrow.upper)
    }
  }

  @Test("refuses what is no share")
  func refusals() {
    #expect(throws: StatisticsError.emptyDenominator(0)) { try Proportion(of: 0, in: 0) }
    #expect(throws: StatisticsError.negativeCount(-1)) { try Proportion(of: -1, in: 5) }
    #expect(throws: StatisticsError.numeratorExceedsDenominator(numerator: 6, denominator: 5)) {
      try Proportion(of: 6, in: 5)
    }
    #expect(throws: StatisticsError.notFinite(what: "count")) { try Proportion(of: .nan, in: 5.0) }
  }
}
