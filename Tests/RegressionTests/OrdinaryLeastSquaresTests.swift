import Regression
import Testing

@Suite struct OrdinaryLeastSquaresTests {
  @Test func agreesWithStatsmodels() throws {
    let fit = try OrdinaryLeastSquares.fit(NileDesign.flows, on: NileDesign.design())
    #expect(fit.names == ["intercept", "year", "other"])
    let coefficients = [1135.039693477486, -2.357942259712493, -10.952774147558586]
    #expect(relativeDifference(fit.coefficients, coefficients) <= peerTolerance)
    let errors = [51.18929693322149, 3.1531541003960917, 8.575382790983575]
    #expect(relativeDifference(fit.standardErrors, errors) <= peerTolerance)
    #expect(abs(fit.residualStandardDeviation / 149.0491090498339 - 1) <= peerTolerance)
    #expect(abs(try #require(fit.rSquared) / 0.08006253257863927 - 1) <= 10 * peerTolerance)
    let probabilities = try fit.names.map { try #require(try fit.pValue(of: $0)) }
    let expected = [7.337291290523378e-19, 0.4610422733766535, 0.2123940473757135]
    // A p-value of 1e-18 moves by (n − p) times the relative error of t.
    #expect(relativeDifference(probabilities, expected) <= 27 * peerTolerance)
    let interval = try #require(try fit.estimate(of: "year").interval)
    #expect(abs(interval.lower / -8.827680066070133 - 1) <= peerTolerance)
    #expect(abs(interval.upper / 4.111795546645147 - 1) <= peerTolerance)
    #expect(fit.residualDegreesOfFreedom == 27)
  }

  @Test func withoutInterceptTheVariationIsAboutZero() throws {
    let fit = try OrdinaryLeastSquares.fit(NileDesign.flows, on: NileDesign.design(intercept: false))
    #expect(relativeDifference(fit.coefficients, [-4.728603245969165, 149.99280805511142]) <= peerTolerance)
    #expect(relativeDifference(fit.standardErrors, [13.563046024899153, 19.65297799664723]) <= peerTolerance)
    #expect(abs(try #require(fit.rSquared) / 0.6757766764263355 - 1) <= peerTolerance)
  }

  @Test func aConstantResponseHasNoRSquared() throws {
    let fit = try OrdinaryLeastSquares.fit([5, 5, 5, 5], on: Design(times: [1, 2, 3, 4]))
    #expect(fit.rSquared == nil)
    #expect(abs(fit.coefficients[0] - 5) <= 5e-15)
  }

  @Test func dependentColumnsAreNamed() throws {
    let design = try Design([("a", [1, 2, 3, 5]), ("b", [2, 4, 6, 10])])
    do {
      _ = try OrdinaryLeastSquares.fit([1, 2, 3, 4], on: design)
      Issue.record("a dependent column was fitted")
    } catch {
      guard case .dependentColumns(let columns) = error else { throw error }
      #expect(columns.map(\.name) == ["b"])
      #expect(columns[0].combinationOf == ["a"])
      #expect(error.code == "dependent-columns")
      #expect(error.arguments["columns"] == "b")
    }
  }

  @Test func badInputIsRefusedWithItsPlace() throws {
    let design = try Design(times: [1, 2, 3])
    #expect(throws: RegressionError.length(what: "response", expected: 3, found: 2)) {
      try OrdinaryLeastSquares.fit([1, 2], on: design)
    }
    #expect(throws: RegressionError.notFinite(column: "response", row: 2)) {
      try OrdinaryLeastSquares.fit([1, 2, .nan], on: design)
    }
    #expect(throws: RegressionError.tooFewObservations(needed: 3, found: 2)) {
      try OrdinaryLeastSquares.fit([1, 2], on: Design(times: [1, 2]))
    }
    #expect(throws: RegressionError.unknownColumn("height")) {
      try OrdinaryLeastSquares.fit([1, 2, 4], on: design).estimate(of: "height")
    }
  }
}
