import Estimates
import Testing

@testable import Rates

@Suite struct LifeExpectancyDifferenceTests {
  private func expectancy(_ value: Double, _ error: Double?) -> Estimate {
    Estimate(value, standardError: error, method: .lifeExpectancy, n: 100)
  }

  /// scipy 1.17.1, norm.sf; relative 1e-12 of numbers around 1, the difference 80.1 − 79.2 having lost two digits.
  @Test func theDifferenceWithItsIntervalAndP() throws {
    let gap = try #require(
      LifeExpectancyDifference(of: expectancy(80.1, 0.6), against: expectancy(79.2, 0.3)))
    #expect(close(gap.estimate.value, 0.9, 1e-13) && close(gap.estimate.standardError, 0.6708203932499369))
    #expect(close(gap.pValue, 0.1797124948790041))
    #expect(close(gap.estimate.interval?.lower, -0.4147838108648809))
    #expect(close(gap.estimate.interval?.upper, 2.214783810864864))
    let back = try #require(
      LifeExpectancyDifference(of: expectancy(79.2, 0.3), against: expectancy(80.1, 0.6)))
    #expect(back.estimate.value == -gap.estimate.value && back.pValue == gap.pValue)
  }

  @Test func withoutStandardErrorsThereIsNone() {
    #expect(LifeExpectancyDifference(of: expectancy(80, nil), against: expectancy(79, 1)) == nil)
  }
}
