import Estimates
import Testing

@testable import Comparisons

@Suite("Overdispersion")
struct OverdispersionTests {
  static let x = [12.0, 30, 45, 8, 60, 22, 90, 15, 33, 70]
  static let n = [200.0, 310, 350, 150, 480, 260, 520, 210, 300, 450]

  private func sample() -> (values: [Double], errors: [Double], average: Double) {
    let average = Self.x.reduce(0, +) / Self.n.reduce(0, +)
    return (
      zip(Self.x, Self.n).map { $0 / $1 }, Self.n.map { (average * (1 - average) / $0).squareRoot() }, average
    )
  }

  // By the formulas in numpy and scipy 1.17.1: the z in order are winsorised at one zone on either side, and
  // their mean square is divided by 0.6786, what that leaves of a normal variance.
  @Test("equals the formulas")
  func vector() throws {
    let (values, errors, average) = sample()
    let found = try Overdispersion(values: values, errors: errors, average: average)
    #expect(abs(average - 0.11919504643962849) <= 1e-16)
    #expect(abs(found.dispersion - 4.925442080871924) <= 1e-13)
    #expect(abs(found.betweenVariance - 0.0014762591276597404) <= 1e-16)
    #expect(abs(found.chiSquare - 42.61735117027886) <= 1e-12)
    #expect(abs(found.pValue - 2.5336621996948743e-06) <= 1e-17)
  }

  @Test("the order of zones changes no bit, and chance alone widens nothing")
  func order() throws {
    let (values, errors, average) = sample()
    let one = try Overdispersion(values: values, errors: errors, average: average)
    let other = try Overdispersion(
      values: values.reversed(), errors: errors.reversed(), average: average)
    #expect(one == other)
    let calm = try Overdispersion(values: [1, 1.1, 0.9, 1], errors: [1, 1, 1, 1], average: 1)
    #expect(calm.dispersion < 1 && calm.factor == 1 && calm.betweenVariance == 0)
    #expect(calm.additiveWidening(error: 0.1) == 1)
  }

  @Test("refusals")
  func refusals() {
    #expect(throws: StatisticsError.tooFewObservations(needed: 3, found: 2)) {
      try Overdispersion(values: [1, 2], errors: [1, 1], average: 1)
    }
    #expect(throws: StatisticsError.parameter(name: "standard-error", value: 0)) {
      try Overdispersion(values: [1, 2, 3], errors: [1, 1, 0], average: 1)
    }
  }
}
