import Distributions
import Evaluation
import Foundation
import LinearAlgebra
import Testing

@Suite struct CovariateProjectionTests {
  private func panel(_ count: Int, seed: UInt64) -> [Double] {
    var stream = RandomStream(seed: seed, series: 0, replicate: 0)
    return (0..<count).map { _ in Double.random(in: -1...1, using: &stream) }
  }

  @Test func coefficientsAreThoseOfTheRegressionWrittenOut() throws {
    let (donors, treated, periods, before) = (5, 2, 7, 4)
    let cells = (donors + treated) * periods
    let design = try EffectDesign(
      outcomes: panel(cells, seed: 1), donors: donors, treated: treated, prePeriods: before)
    let x = panel(2 * cells, seed: 2)
    let projection = try CovariateProjection(design, try PanelCovariates(values: x, count: 2, cells: cells))
    // All dummies, in the untreated cells only.
    var rows: [[Double]] = []
    var y: [Double] = []
    for unit in 0..<donors + treated {
      for period in 0..<(unit < donors ? periods : before) {
        let cell = unit * periods + period
        var row = [x[cell], x[cells + cell]]
        row += (0..<donors + treated).map { $0 == unit ? 1 : 0 }
        row += (1..<periods).map { $0 == period ? 1 : 0 }
        rows.append(row)
        y.append(design.outcomes[cell])
      }
    }
    let fit = try LeastSquares(try Matrix(rows: rows)).solve(y)
    // Two orders of elimination of a well-conditioned system.
    #expect(abs(projection.coefficients[0] - fit.coefficients[0]) < 1e-13)
    #expect(abs(projection.coefficients[1] - fit.coefficients[1]) < 1e-13)
    for cell in 0..<cells {
      let left = design.outcomes[cell] - fit.coefficients[0] * x[cell] - fit.coefficients[1] * x[cells + cell]
      #expect(abs(projection.adjusted.outcomes[cell] - left) < 1e-12)
    }
  }

  @Test func aCovariateThatExplainsAllLeavesTheEffect() throws {
    let cells = 9 * 12
    let x = panel(cells, seed: 3)
    let base = panel(cells, seed: 4)
    func made(_ slope: Double) throws -> EffectDesign {
      try EffectDesign(
        outcomes: (0..<cells).map { base[$0] * 0.1 + slope * x[$0] + ($0 >= 8 * 12 + 8 ? 2 : 0) }, donors: 8,
        prePeriods: 8)
    }
    let covariates = try PanelCovariates(values: x, count: 1, cells: cells)
    let estimator = SyntheticDifferenceInDifferences(covariates: covariates)
    // Whatever the covariate's slope, the adjusted outcomes are the same: β moves with it.
    let one = try PlaceboDistribution(estimator, try made(0))
    let two = try PlaceboDistribution(estimator, try made(5))
    #expect(abs(one.fit.effect - two.fit.effect) < 1e-10)
    #expect(abs(one.standardError - two.standardError) < 1e-10)
    #expect(abs(one.fit.effect - 2) < 0.3)
  }

  @Test func whatCannotBeProjectedIsRefused() throws {
    let design = try EffectDesign(outcomes: panel(20, seed: 5), donors: 3, prePeriods: 3)
    #expect(throws: EffectError.shape(what: "covariates", expected: 20, found: 24)) {
      try CovariateProjection(design, try PanelCovariates(values: panel(24, seed: 6), count: 1, cells: 24))
    }
    // A covariate that is the period is an effect of periods.
    let years = (0..<20).map { Double($0 % 5) }
    #expect(throws: EffectError.self) {
      try CovariateProjection(design, try PanelCovariates(values: years, count: 1, cells: 20))
    }
    #expect(throws: EffectError.parameter(name: "covariates", value: .infinity)) {
      try PanelCovariates(values: [.infinity], count: 1, cells: 1)
    }
  }
}
