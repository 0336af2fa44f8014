import Estimates
import Testing

@Suite struct ConfidenceIntervalTests {
  @Test(arguments: [0, 1, -0.5, 1.5, Double.nan, .infinity, 95])
  func levelsLieStrictlyBetweenZeroAndOne(value: Double) {
    #expect(ConfidenceInterval.Level(value) == nil)
  }

  @Test func namedLevelsAreThoseOfTheirShare() {
    #expect(ConfidenceInterval.Level.p90 == ConfidenceInterval.Level(0.9))
    #expect(ConfidenceInterval.Level.p95 == ConfidenceInterval.Level(0.95))
    #expect(ConfidenceInterval.Level.p99 == ConfidenceInterval.Level(0.99))
    #expect(ConfidenceInterval.Level.p998 == ConfidenceInterval.Level(0.998))
    #expect(ConfidenceInterval.Level.p90 < .p95)
    #expect(ConfidenceInterval.Level(0.5)?.tail == 0.25)
  }

  @Test func endsAreInOrderAndNumbers() {
    #expect(ConfidenceInterval(lower: 2, upper: 1, level: .p95) == nil)
    #expect(ConfidenceInterval(lower: .nan, upper: 1, level: .p95) == nil)
    #expect(ConfidenceInterval(lower: 1, upper: .nan, level: .p95) == nil)
    #expect(ConfidenceInterval(lower: 1, upper: 1, level: .p95)?.contains(1) == true)
    let open = ConfidenceInterval(lower: 1, upper: .infinity, level: .p95)
    #expect(open?.contains(1e300) == true && open?.contains(0.5) == false)
  }

  @Test func aNegativeFactorSwapsTheEnds() throws {
    let interval = try #require(ConfidenceInterval(lower: -1, upper: 3, level: .p90))
    #expect(interval.scaled(by: -2) == ConfidenceInterval(lower: -6, upper: 2, level: .p90))
    #expect(interval.scaled(by: 100) == ConfidenceInterval(lower: -100, upper: 300, level: .p90))
    #expect(interval.scaled(by: .nan) == nil)
    let open = try #require(ConfidenceInterval(lower: 1, upper: .infinity, level: .p95))
    #expect(open.scaled(by: -1) == ConfidenceInterval(lower: -.infinity, upper: -1, level: .p95))
    #expect(open.scaled(by: 0) == nil)
  }
}
