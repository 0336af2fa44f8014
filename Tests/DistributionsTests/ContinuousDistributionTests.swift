import Distributions
import Testing

@Suite struct ContinuousDistributionTests {
  @Test func densitiesAtTheEnds() throws {
    #expect(try Gamma(shape: 0.5).pdf(0) == .infinity)
    #expect(try Gamma(shape: 1, scale: 4).pdf(0) == 0.25)
    #expect(try Gamma(shape: 2).pdf(0) == 0)
    #expect(try Gamma(shape: 2).pdf(-1) == 0)
    #expect(try Gamma(shape: 2).pdf(.infinity) == 0)
    #expect(try abs(Beta(1, 3).pdf(0) - 3) <= 3 * Double.ulpOfOne)
    #expect(try Beta(0.5, 3).pdf(0) == .infinity)
    #expect(try Beta(2, 3).pdf(1) == 0)
    #expect(try FisherF(numeratorDegreesOfFreedom: 2, denominatorDegreesOfFreedom: 7).pdf(0) == 1)
    #expect(try ChiSquared(degreesOfFreedom: 1).pdf(0) == .infinity)
  }

  @Test func tailsAtTheEnds() throws {
    let f = try FisherF(numeratorDegreesOfFreedom: 3, denominatorDegreesOfFreedom: 9)
    #expect(f.cdf(0) == 0 && f.survival(0) == 1)
    #expect(f.cdf(.infinity) == 1 && f.survival(.infinity) == 0)
    #expect(try f.quantile(0) == 0)
    #expect(try f.upperQuantile(0) == .infinity)
    let beta = try Beta(2, 5)
    #expect(beta.cdf(-1) == 0 && beta.survival(2) == 0)
    #expect(try beta.quantile(1) == 1)
    let gamma = try Gamma(shape: 3)
    #expect(gamma.survival(.infinity) == 0)
    #expect(try gamma.quantile(1) == .infinity)
    #expect(try gamma.upperQuantile(1) == 0)
  }

  @Test func moments() throws {
    #expect(try Gamma(shape: 3, scale: 2).variance == 12)
    #expect(try ChiSquared(degreesOfFreedom: 5).variance == 10)
    #expect(try Beta(1, 3).mean == 0.25)
    #expect(try FisherF(numeratorDegreesOfFreedom: 3, denominatorDegreesOfFreedom: 2).mean == nil)
    #expect(try FisherF(numeratorDegreesOfFreedom: 3, denominatorDegreesOfFreedom: 6).mean == 1.5)
  }

  /// Quantiles of extreme probabilities come back through the tail. The tail may be off by 3 · 10⁻¹³, and rounding of
  /// x moves it by its elasticity x f(x)/P.
  @Test(arguments: [1e-300, 1e-100, 1e-10, 0.01, 0.5, 0.99])
  func extremeProbabilitiesComeBack(p: Double) throws {
    try roundTrip(Gamma(shape: 0.5), p)
    try roundTrip(Gamma(shape: 40, scale: 3), p)
    try roundTrip(ChiSquared(degreesOfFreedom: 1), p)
    try roundTrip(Beta(5.5, 20), p)
    try roundTrip(FisherF(numeratorDegreesOfFreedom: 3, denominatorDegreesOfFreedom: 40), p)
    try roundTrip(StudentT(degreesOfFreedom: 7), p)
  }

  private func roundTrip<D: Distribution>(_ distribution: D, _ p: Double) throws where D.Value == Double {
    let lower = try distribution.quantile(p)
    let upper = try distribution.upperQuantile(p)
    for (x, tail) in [(lower, distribution.cdf(lower)), (upper, distribution.survival(upper))] {
      let ceiling = 3e-13 + 2e-13 * abs(x) * distribution.pdf(x) / p
      // Beyond this the spacing of doubles near x decides the tail (a beta quantile next to 1), or x left their range.
      guard ceiling < 1e-3, abs(x) > 1e-290, abs(x) < 1e290 else { continue }
      #expect(abs(tail / p - 1) <= ceiling, "\(distribution) at \(x)")
    }
  }
}
