import Estimates
import Indicators
import Testing

@testable import Comparisons

@Suite("Targets")
struct TargetTrackingTests {
  private func latest(_ value: Double, _ reach: Double = 0.5) -> Estimate {
    Estimate(
      value, interval: ConfidenceInterval(lower: value - reach, upper: value + reach, level: .p95),
      method: Method("test"))
  }

  private func tracking(_ values: [Double], target: Double, at time: Double = 2028, error: Double = 0.1)
    throws -> TargetTracking
  {
    let times = values.indices.map { Double(2020 + $0) }
    return try TargetTracking(
      target: target, at: time, wantsHigher: false, latest: latest(values.last ?? 0),
      latestTime: times.last ?? 0,
      line: try? KnownVarianceLine(
        times: times, values: values, errors: values.map { _ in error }))
  }

  @Test("needed and observed change, and where the line ends up")
  func numbers() throws {
    let tracking = try tracking([12, 11.5, 11, 10.5, 10], target: 8)
    #expect(tracking.neededPerYear == -0.5)
    #expect(abs(try #require(tracking.observedPerYear()).value + 0.5) <= 1e-14)
    let projected = try #require(tracking.projected())
    #expect(abs(projected.value - 8) <= 1e-12)
    // 0.1·√(1/5 + 6²/10 + 1) around the line, by the formula.
    #expect(abs((projected.standardError ?? 0) - 0.1 * 4.8.squareRoot()) <= 1e-14)
    #expect(tracking.verdict() == .cannotSay)
  }

  @Test("verdicts rest on intervals")
  func verdicts() throws {
    #expect(try tracking([12, 11, 10, 9, 8.6], target: 8).verdict() == .onTrack)
    #expect(try tracking([12, 12, 12, 12, 12], target: 8).verdict() == .behind)
    #expect(try tracking([12, 11, 10, 9, 7], target: 8).verdict() == .reached)
    let near = try tracking([12, 11, 10, 9, 7.9], target: 8, error: 5)
    #expect(near.verdict() == .cannotSay && near.isWithinUncertainty)
    // The time has come.
    #expect(try tracking([12, 11, 10, 9, 9], target: 8, at: 2024).verdict() == .behind)
    #expect(try tracking([12, 11, 10, 9, 8.2], target: 8, at: 2024).verdict() == .cannotSay)
    #expect(try tracking([12, 11], target: 8, at: 2021).neededPerYear == nil)
    // One figure has no line.
    let alone = try tracking([12], target: 8)
    #expect(alone.verdict() == .cannotSay && alone.projected() == nil && alone.observedPerYear() == nil)
  }

  @Test("a target that is no number is refused")
  func refusal() {
    #expect(throws: StatisticsError.notFinite(what: "target")) { try tracking([1, 2], target: .nan) }
  }
}
