import Distributions
import Foundation
import Testing

@Suite struct SampleMomentsTests {
  private func alternating(_ base: Double, _ low: Double, _ high: Double) -> [Double] {
    [base] + (0..<500).flatMap { _ in [low, high] }
  }

  private func digits(_ value: Double, _ truth: Double) -> Double {
    value == truth ? 15 : min(15, -log10(abs(value / truth - 1)))
  }

  /// NIST/ITL univariate sets NumAcc1–4. The decimal 10000000.2 is no double: the deviation of the doubles themselves
  /// (second figure, exact rational arithmetic in Python 3.11) differs from the certified one in the tenth or ninth
  /// digit, and no program that reads doubles can do better. Against the doubles at least 14 digits are asked for.
  @Test func numAcc() throws {
    let sets: [(name: String, values: [Double], mean: Double, certified: Double, deviation: Double)] = [
      ("NumAcc1", [10_000_001, 10_000_003, 10_000_002], 10_000_002, 1, 1),
      ("NumAcc2", alternating(1.2, 1.1, 1.3), 1.2, 0.1, 0.09999999999999998),
      ("NumAcc3", alternating(1_000_000.2, 1_000_000.1, 1_000_000.3), 1_000_000.2, 0.1, 0.1000000000349246),
      (
        "NumAcc4", alternating(10_000_000.2, 10_000_000.1, 10_000_000.3), 10_000_000.2, 0.1,
        0.10000000055879354
      ),
    ]
    for set in sets {
      let moments = try SampleMoments(set.values)
      let deviation = try #require(moments.standardDeviation)
      let mean = digits(moments.mean, set.mean)
      let certified = digits(deviation, set.certified)
      let doubles = digits(deviation, set.deviation)
      let shown = [mean, certified, doubles].map { String(format: "%.1f", $0) }
      print("NIST \(set.name): digits of mean \(shown[0]), deviation \(shown[1]), of the doubles \(shown[2])")
      #expect(mean >= 14)
      #expect(doubles >= 14)
    }
  }

  @Test func sizesFarFromOneStayInRange() throws {
    let huge = try SampleMoments([1.5e308, 1.5e308])
    #expect(huge.mean == 1.5e308)
    #expect(huge.variance == 0)
    let tiny = try SampleMoments([1e-300, 3e-300])
    #expect(abs(tiny.mean / 2e-300 - 1) < 1e-15)
    #expect(abs(try #require(tiny.standardDeviation) / (2.0.squareRoot() * 1e-300) - 1) < 1e-15)
    #expect(throws: DistributionError.overflow) { try SampleMoments([1e308, -1e308]) }
  }

  @Test func smallAndBadSamples() throws {
    #expect(try SampleMoments([4]).variance == nil)
    #expect(try SampleMoments([4]).mean == 4)
    #expect(try SampleMoments([0, 0]).standardDeviation == 0)
    #expect(throws: DistributionError.tooFewValues(needed: 1, given: 0)) { try SampleMoments([]) }
    #expect(throws: DistributionError.notFinite(index: 1)) { try SampleMoments([1, .nan]) }
  }
}
