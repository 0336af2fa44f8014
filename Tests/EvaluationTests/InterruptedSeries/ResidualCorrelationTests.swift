import Evaluation
import Testing

@Suite struct ResidualCorrelationTests {
  @Test func byHand() throws {
    // e = 1, −1, 2, 0: Σe² = 6; Σ(Δe)² = 4 + 9 + 4; r₁ = (−1 − 2 + 0)/6; Q = 4·6·(1/4)/3.
    let test = try #require(ResidualCorrelation([1, -1, 2, 0]))
    #expect(test.lags == 1)
    #expect(abs(test.durbinWatson - 17.0 / 6) < 1e-15)
    #expect(abs(test.ljungBox - 2) < 1e-15)
    // P(χ²₁ > 2) = 0.15729920705…
    #expect(abs(test.pValue - 0.15729920705028513) < 1e-14)
  }

  @Test func holesAreSteppedOver() throws {
    // The pairs (2, 0) and (0, 1) remain beside (1, −1): r₁ = (−1 + 0 + 0)/7, n = 5.
    let test = try #require(ResidualCorrelation([1, -1, nil, 2, 0, 1]))
    #expect(abs(test.durbinWatson - (4.0 + 4 + 1) / 7) < 1e-15)
    #expect(abs(test.ljungBox - 5 * 7 * (1.0 / 49) / 4) < 1e-15)
  }

  @Test func nothingToTest() {
    #expect(ResidualCorrelation([0, 0, 0, 0, 0]) == nil)
    #expect(ResidualCorrelation([1, nil, 2, 3]) == nil)
  }
}
