import Regression
import Testing

@Suite struct WeightedLeastSquaresTests {
  @Test func agreesWithStatsmodels() throws {
    let fit = try WeightedLeastSquares.fit(
      NileDesign.flows, weights: NileDesign.weights, on: NileDesign.design())
    let coefficients = [1170.0137954708694, -5.434312934730876, -15.862769156143994]
    #expect(relativeDifference(fit.coefficients, coefficients) <= peerTolerance)
    let errors = [53.407571683939466, 3.172210661559163, 8.720097522803307]
    #expect(relativeDifference(fit.standardErrors, errors) <= peerTolerance)
    #expect(abs(fit.residualStandardDeviation / 258.6344632456104 - 1) <= peerTolerance)
    #expect(abs(try #require(fit.rSquared) / 0.17495827242901874 - 1) <= 10 * peerTolerance)
    #expect(abs(try #require(try fit.pValue(of: "year")) / 0.09815627395391008 - 1) <= 27 * peerTolerance)
    // Residuals are those of the observations, not of the scaled ones.
    let line = fit.coefficients[0] - 14 * fit.coefficients[1]
    #expect(abs(fit.residuals[0] - (1120 - line)) <= 1e-9)
  }

  @Test func onlyRatiosOfWeightsMatter() throws {
    let design = try NileDesign.design()
    let one = try WeightedLeastSquares.fit(NileDesign.flows, weights: NileDesign.weights, on: design)
    let other = try WeightedLeastSquares.fit(
      NileDesign.flows, weights: NileDesign.weights.map { $0 * 4 }, on: design)
    // A factor of four is a factor of two on the rows, which is exact.
    #expect(one.coefficients == other.coefficients)
    #expect(one.standardErrors == other.standardErrors)
  }

  @Test(arguments: [0, -1, .infinity, .nan] as [Double])
  func badWeightsAreRefused(weight: Double) throws {
    #expect {
      try WeightedLeastSquares.fit([1, 2, 4], weights: [1, weight, 1], on: Design(times: [1, 2, 3]))
    } throws: { error in
      guard case .weight(row: 1, let value)? = error as? RegressionError else { return false }
      return value == weight || (value.isNaN && weight.isNaN)
    }
    #expect(throws: RegressionError.length(what: "weights", expected: 3, found: 1)) {
      try WeightedLeastSquares.fit([1, 2, 4], weights: [1], on: Design(times: [1, 2, 3]))
    }
  }
}
