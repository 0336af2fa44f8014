import Foundation
import Testing

@testable import Trends

@Suite struct JoinpointBICTests {
  /// log(2/10) + 4 log(10)/10 = −1.609438 + 0.921034.
  @Test func byHand() {
    #expect(
      abs(JoinpointBIC.logarithmic(sumOfSquares: 2, points: 10, joins: 1) + 0.688404) < 5e-7)
    #expect(abs(JoinpointBIC.poisson(deviance: 7, points: 10, joins: 0) - (7 + 2 * log(10))) < 1e-14)
  }
}
