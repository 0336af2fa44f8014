import Regression
import Testing

@Suite struct NeweyWestTests {
  /// statsmodels' `cov_type="HAC"` with `maxlags` and `use_correction`.
  @Test(arguments: [
    (0, false, [45.63724294540954, 3.096414244879687, 8.68421805370573]),
    (1, true, [50.28939433746495, 3.5810550348097396, 9.107944276188071]),
    (3, false, [49.39914660767372, 3.4903925087955026, 8.930903463378202]),
    (5, true, [46.5805890610539, 3.485421123388507, 8.074757507413828]),
  ])
  func agreesWithStatsmodels(lag: Int, corrected: Bool, errors: [Double]) throws {
    let fit = try NeweyWest.fit(
      NileDesign.flows, on: NileDesign.design(), lag: lag, smallSampleCorrection: corrected)
    #expect(relativeDifference(fit.standardErrors, errors) <= peerTolerance)
    let plain = try OrdinaryLeastSquares.fit(NileDesign.flows, on: NileDesign.design())
    #expect(fit.coefficients == plain.coefficients)
    #expect(fit.method == .neweyWest)
  }

  @Test func theLagFollowsTheRule() throws {
    // ⌊4 (n/100)^{2/9}⌋: 4 · 0.2^{0.2222} = 2.797…, 4 · 0.3^{0.2222} = 3.06…, 4, 4 · 10^{0.2222} = 6.67….
    #expect([20, 30, 100, 1000].map { NeweyWest.lag(observations: $0) } == [2, 3, 4, 6])
    let design = try NileDesign.design()
    let byRule = try NeweyWest.fit(NileDesign.flows, on: design)
    let given = try NeweyWest.fit(NileDesign.flows, on: design, lag: 3)
    #expect(byRule == given)
  }

  @Test func lagsOutOfRangeAreRefused() throws {
    let design = try NileDesign.design()
    #expect(throws: RegressionError.lag(-1, observations: 30)) {
      try NeweyWest.fit(NileDesign.flows, on: design, lag: -1)
    }
    #expect(throws: RegressionError.lag(30, observations: 30)) {
      try NeweyWest.fit(NileDesign.flows, on: design, lag: 30)
    }
  }
}
