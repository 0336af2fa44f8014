import Indicators
import Regression
import Testing

@Suite struct RegressionMethodsTests {
  @Test func everyMethodOfAFitHasACard() throws {
    let known = Set(RegressionMethods.cards.map(\.method))
    #expect(known.count == RegressionMethods.cards.count)
    let design = try NileDesign.design()
    let fits = [
      try OrdinaryLeastSquares.fit(NileDesign.flows, on: design),
      try WeightedLeastSquares.fit(NileDesign.flows, weights: NileDesign.weights, on: design),
      try NeweyWest.fit(NileDesign.flows, on: design),
    ]
    for fit in fits { #expect(known.contains(fit.method)) }
    let line = try LineFit(NileDesign.flows, times: NileDesign.years)
    #expect(known.contains(line.slopeEstimate().method))
  }
}
