import Estimates
import Rates
import Testing

@testable import Comparisons

@Suite("Difference of proportions")
struct ProportionDifferenceTests {
  func difference(_ x1: Int, _ n1: Int, _ x2: Int, _ n2: Int) throws -> ProportionDifference {
    ProportionDifference(try Proportion(of: x1, in: n1), minus: try Proportion(of: x2, in: n2))
  }

  // Newcombe (1998) Stat Med 17:873 table II, method 10: four decimals in print, here with the fifth of the closed form.
  @Test(
    "Newcombe's five",
    arguments: [
      (56, 70, 48, 80, 0.20, 0.05243, 0.33387), (9, 10, 3, 10, 0.60, 0.17052, 0.80902),
      (5, 56, 0, 29, 0.08929, -0.03814, 0.19256), (10, 10, 0, 10, 1, 0.60751, 1),
      (0, 10, 0, 20, 0, -0.16113, 0.27753),
    ])
  func newcombe(x1: Int, n1: Int, x2: Int, n2: Int, value: Double, lower: Double, upper: Double) throws {
    let estimate = try difference(x1, n1, x2, n2).newcombe()
    let interval = try #require(estimate.interval)
    #expect(abs(estimate.value - value) <= 5e-6)
    #expect(abs(interval.lower - lower) <= 5e-6)
    #expect(abs(interval.upper - upper) <= 5e-6)
    #expect(interval.contains(estimate.value))
  }

  // statsmodels 0.15.0 `proportions_ztest`; relative 1e-12.
  @Test(
    "pooled score p-value",
    arguments: [
      (56, 70, 48, 80, 0.00804508136819656), (9, 10, 3, 10, 0.006169899320544151),
      (5, 56, 0, 29, 0.09718656817057973),
    ])
  func pValue(x1: Int, n1: Int, x2: Int, n2: Int, p: Double) throws {
    #expect(abs(try difference(x1, n1, x2, n2).pValue - p) <= 1e-12 * p)
  }

  @Test("exchanging the sides turns the interval round")
  func antisymmetric() throws {
    let one = try difference(7, 50, 30, 411)
    let other = try difference(30, 411, 7, 50)
    let (a, b) = (try #require(one.newcombe().interval), try #require(other.newcombe().interval))
    #expect(a.lower == -b.upper && a.upper == -b.lower && one.pValue == other.pValue)
  }

  @Test("nobody or everybody on both sides: no difference, p is 1")
  func degenerate() throws {
    #expect(try difference(0, 10, 0, 20).pValue == 1)
    #expect(try difference(10, 10, 20, 20).pValue == 1)
    #expect(try difference(10, 10, 20, 20).newcombe().interval?.contains(0) == true)
  }
}
