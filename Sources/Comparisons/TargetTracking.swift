import Estimates
import Indicators

/// Whether a value is on its way to a target.
///
///     let line = try KnownVarianceLine(times: years, values: shares, errors: errors)
///     let tracking = try TargetTracking(
///       target: 8, at: 2028, wantsHigher: false, latest: latest, latestTime: 2024, line: line)
///     tracking.neededPerYear             // −0.55 a year from now on
///     tracking.observedPerYear()         // −0.20, between −0.45 and 0.05
///     tracking.projected()               // where the line ends up, with a prediction interval
///     tracking.verdict()                 // .cannotSay
///
/// Needed: (target − latest)/(years left). Observed: the slope of the line through the figures so far, or through two windows.
/// Projected: the line at the target's time, with the interval of one more value (``KnownVarianceLine/predicted(at:level:)``).
///
/// The verdict never rests on a point: *reached* where the whole interval of the latest value has passed the target, *on
/// track* or *behind* where the whole interval of the projection lies on that side of it, and *cannot say* where it holds the
/// target. When the target's time has come, the latest value is all there is to judge.
///
/// - Unit: that of the values, time in years.
/// - A line is a supposition: what has changed evenly goes on to.
/// - Hidden values are no part of a line; the caller refuses the series.
/// - Errors: a target, time or latest value that is not finite.
public struct TargetTracking: Sendable, Hashable {
  /// How it goes.
  public enum Verdict: String, Sendable, CaseIterable {
    /// The latest value has surely passed the target.
    case reached
    /// The projection surely passes it.
    case onTrack = "on-track"
    /// The projection surely falls short.
    case behind
    /// Neither is sure.
    case cannotSay = "cannot-say"
  }

  /// The value aimed at.
  public let target: Double
  /// Its time, in years.
  public let time: Double
  /// Whether the value should rise.
  public let wantsHigher: Bool
  /// The latest value.
  public let latest: Estimate
  /// Its time.
  public let latestTime: Double
  /// The line through the values so far; `nil` where there are too few.
  public let line: KnownVarianceLine?

  /// A target and what is known so far.
  public init(
    target: Double, at time: Double, wantsHigher: Bool, latest: Estimate, latestTime: Double,
    line: KnownVarianceLine?
  ) throws(StatisticsError) {
    for (what, number) in [("target", target), ("time", time), ("time", latestTime)] where !number.isFinite {
      throw .notFinite(what: what)
    }
    self.target = target
    self.time = time
    self.wantsHigher = wantsHigher
    self.latest = latest
    self.latestTime = latestTime
    self.line = line
  }

  /// The change a year that is needed from the latest value on; `nil` where no time is left. 0 or away from the target's
  /// direction where the value has passed it.
  public var neededPerYear: Double? {
    time > latestTime ? (target - latest.value) / (time - latestTime) : nil
  }

  /// The change a year so far; `nil` where there is no line.
  public func observedPerYear(level: ConfidenceInterval.Level = .p95) -> Estimate? {
    line?.slope(level: level)
  }

  /// The value to be expected at the target's time if the line goes on; `nil` where there is no line or no time left.
  public func projected(level: ConfidenceInterval.Level = .p95) -> Estimate? {
    time > latestTime ? line.map { named($0.predicted(at: time, level: level)) } : nil
  }

  private func named(_ estimate: Estimate) -> Estimate {
    Estimate(
      estimate.value, interval: estimate.interval, standardError: estimate.standardError,
      method: .targetLine, n: estimate.n, diagnostics: estimate.diagnostics)
  }

  /// How it goes. `latest` has its interval at the same level.
  public func verdict(level: ConfidenceInterval.Level = .p95) -> Verdict {
    if side(latest.interval) == .past { return .reached }
    guard time > latestTime else { return side(latest.interval) == .short ? .behind : .cannotSay }
    switch side(projected(level: level)?.interval) {
    case .past: return .onTrack
    case .short: return .behind
    case .unsure: return .cannotSay
    }
  }

  /// Whether the latest value has passed the target, but its interval holds it.
  public var isWithinUncertainty: Bool {
    let passed = wantsHigher ? latest.value >= target : latest.value <= target
    return passed && side(latest.interval) != .past
  }

  private enum Side { case past, short, unsure }

  private func side(_ interval: ConfidenceInterval?) -> Side {
    guard let interval else { return .unsure }
    if wantsHigher ? interval.lower >= target : interval.upper <= target { return .past }
    return (wantsHigher ? interval.upper < target : interval.lower > target) ? .short : .unsure
  }
}

extension Method {
  /// A projection to a target's time.
  public static let targetLine = Method("target.line")
}
