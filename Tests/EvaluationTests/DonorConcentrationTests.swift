import Evaluation
import Testing

@Suite struct DonorConcentrationTests {
  @Test func equalWeightsCountEveryDonor() throws {
    let equal = try #require(DonorConcentration([0.25, 0.25, 0.25, 0.25]))
    #expect(equal.effectiveDonors == 4)
    #expect(equal.largestWeight == 0.25)
    #expect(equal.extrapolation == 0)
    #expect(equal.diagnostics.isEmpty)
    let single = try #require(DonorConcentration([0, 1, 0]))
    #expect(single.effectiveDonors == 1)
    #expect(single.largestDonor == 1)
    #expect(single.used == 1)
    #expect(single.diagnostics == [.fewDonors])
  }

  @Test func weightBelowZeroIsExtrapolation() throws {
    // (1)² / (1.44 + 0.04) and a fifth of a donor subtracted.
    let weights = try #require(DonorConcentration([1.2, -0.2]))
    #expect(abs(weights.effectiveDonors - 1 / 1.48) < 1e-15)
    #expect(weights.extrapolation == 0.2)
    #expect(weights.diagnostics == [.fewDonors, .extrapolates])
  }

  @Test func nothingIsSaidOfNothing() {
    #expect(DonorConcentration([]) == nil)
    #expect(DonorConcentration([0, 0]) == nil)
    #expect(DonorConcentration([.nan, 1]) == nil)
    #expect(DonorConcentration([1e300, 1e300]) == nil)
  }
}
