import Estimates
import Indicators
import Testing

@Suite struct EstimateTests {
  @Test func anEstimateHasAnIntervalOrAReason() throws {
    let interval = try #require(ConfidenceInterval(lower: 1, upper: 3, level: .p95))
    let with = Estimate(2, interval: interval, intervalReason: .tooFewPoints, method: Method("test.x"))
    #expect(with.interval == interval && with.intervalReason == nil)
    let without = Estimate(2, intervalReason: .tooFewPoints, method: Method("test.x"))
    #expect(without.interval == nil && without.intervalReason == .tooFewPoints)
  }

  @Test func anotherUnitScalesEverything() throws {
    let interval = try #require(ConfidenceInterval(lower: 0.1, upper: 0.3, level: .p95))
    let share = Estimate(0.2, interval: interval, standardError: 0.05, method: Method("test.x"), n: 50)
    let percent = share.scaled(by: -100)
    #expect(percent.value == -20 && percent.standardError == 5 && percent.n == 50)
    #expect(percent.interval == interval.scaled(by: -100))
  }

  @Test func diagnosticsAreInOrderOfId() {
    let one = Estimate(1, method: Method("test.x"), diagnostics: [Diagnostic("b"), Diagnostic("a")])
    #expect(one.diagnostics.map(\.rawValue) == ["a", "b"])
  }
}
