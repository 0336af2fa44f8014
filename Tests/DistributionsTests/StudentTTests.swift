import Distributions
import Foundation
import Testing

@Suite struct StudentTTests {
  /// Upper quantiles far out, solved in mpmath 1.3.0 at 60 digits from the hypergeometric form of the tail.
  @Test(arguments: [
    (1e-300, 1.0, 3.1830988618379066e+299), (1e-300, 1.5, 5.219469427344636e+199),
    (1e-100, 0.5, 1.02849115631634e+199), (1e-300, 2.5, 8.765437882279991e+119),
    (1e-300, 5.0, 1.5683925590993378e+60), (1e-100, 1.0, 3.1830988618379064e+99),
    (1e-30, 3.0, 10331108360.44653), (1e-12, 0.5, 1.02849115631634e+23),
    (1e-300, 23.0, 47553499764738.086), (1e-300, 1000.0, 54.291388553051746),
  ])
  func farQuantiles(tail: Double, degreesOfFreedom: Double, expected: Double) throws {
    let t = try StudentT(degreesOfFreedom: degreesOfFreedom)
    let value = try t.upperQuantile(tail)
    // log t carries an absolute error of a few ulps of |log p|/ν ≤ 700/ν on top of the tail's own 3e-13/ν.
    let ceiling = (700 * 4 * Double.ulpOfOne + 3e-13) / degreesOfFreedom + 4 * Double.ulpOfOne
    #expect(abs(value / expected - 1) <= ceiling)
    #expect(try t.quantile(tail) == -value)
    #expect(abs(t.survival(value) / tail - 1) <= ceiling * degreesOfFreedom + 3e-13)
  }

  @Test func beyondTheRangeOfDoubleTheQuantileIsInfinite() throws {
    // P(T > t) = 10⁻³⁰⁰ at ν = ½ lies at t = 10⁵⁹⁹ or so.
    #expect(try StudentT(degreesOfFreedom: 0.5).upperQuantile(1e-300) == .infinity)
    #expect(try StudentT(degreesOfFreedom: 3).upperQuantile(0) == .infinity)
    #expect(try StudentT(degreesOfFreedom: 3).upperQuantile(1) == -.infinity)
    #expect(try StudentT(degreesOfFreedom: 3).quantile(0.5) == 0)
  }

  /// ν = 1 is the Cauchy distribution: P(T > t) = ½ − atan(t)/π, where Boost's own t is off by 3 · 10⁻⁹.
  @Test(arguments: [1e-300, 1e-12, 1e-8, 1e-4, 0.1, 0.999, 1, 1.001, 3])
  func theCauchyCentre(x: Double) throws {
    let expected = 0.5 - atan(x) / .pi
    #expect(abs(try StudentT(degreesOfFreedom: 1).survival(x) - expected) <= 4 * Double.ulpOfOne)
  }

  @Test func infiniteArgumentsAndMoments() throws {
    let t = try StudentT(degreesOfFreedom: 4)
    #expect(t.cdf(.infinity) == 1)
    #expect(t.survival(.infinity) == 0)
    #expect(t.cdf(-.infinity) == 0)
    #expect(t.pdf(.infinity) == 0)
    #expect(t.survival(.nan).isNaN)
    #expect(t.mean == 0)
    #expect(t.variance == 2)
    #expect(try StudentT(degreesOfFreedom: 1).mean == nil)
    #expect(try StudentT(degreesOfFreedom: 2).variance == nil)
    #expect(throws: DistributionError.parameter(distribution: "StudentT", name: "degreesOfFreedom", value: 0))
    {
      try StudentT(degreesOfFreedom: 0)
    }
    #expect(throws: DistributionError.probability(1.5)) { try t.quantile(1.5) }
    #expect(throws: DistributionError.self) { try t.quantile(.nan) }
  }
}
