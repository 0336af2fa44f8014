import TestSupport
import Testing

@Suite struct NumericalAgreementTests {
  @Test func digitsCountTheRelativeError() {
    #expect(digits(of: 1.001, agreeingWith: 1) > 2.99 && digits(of: 1.001, agreeingWith: 1) < 3.01)
    #expect(digits(of: 1e-9, agreeingWith: 0) == 9)
    #expect(digits(of: 2, agreeingWith: 2) == 16)
    #expect(digits(of: -5, agreeingWith: 5) == 0)
    #expect(digits(of: .nan, agreeingWith: 1) == 0)
    #expect(digits(of: .infinity, agreeingWith: .infinity) == 0)
  }

  @Test func closenessIsOfTheLargerOrAbsolute() {
    #expect(isClose(100, 101, relative: 0.01))
    #expect(!isClose(100, 102, relative: 0.01))
    #expect(isClose(0, 1e-13, relative: 0, absolute: 1e-12))
    #expect(!isClose(.nan, .nan, relative: 1))
    #expect(isClose(.infinity, .infinity, relative: 0))
    #expect(!isClose(.infinity, 1, relative: 1))
  }

  @Test func ulpsCountTheDoublesBetween() {
    #expect(ulps(between: 1, and: 1) == 0)
    #expect(ulps(between: 1, and: (1.0).nextUp) == 1)
    #expect(ulps(between: -0.0, and: 0.0) == 0)
    #expect(ulps(between: -Double.leastNonzeroMagnitude, and: .leastNonzeroMagnitude) == 2)
    #expect(ulps(between: -1, and: (-1.0).nextDown) == 1)
    #expect(ulps(between: .nan, and: 1) == nil)
    #expect(
      ulps(between: -.greatestFiniteMagnitude, and: .greatestFiniteMagnitude)
        == UInt64(2) * (0x7FF0_0000_0000_0000 - 1))
  }
}
