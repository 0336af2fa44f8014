import Distributions
import Estimates
import Foundation
import Indicators

/// The limits within which a zone of a given size is expected to lie around the average of all zones, at 95 and 99.8 %.
///
///     let limits = FunnelLimits(share: 0.12, denominator: 2590)
///     limits?.p95.lower, limits?.p95.upper
///     limits?.label(of: 0.142)        // .high95
///
/// Of a share around p̄ with n persons, the values whose Wilson interval just touches p̄:
///
///     p̄ ∓ z√(p̄(1 − p̄)/n), never outside 0…1
///
/// Of a ratio or rate with E expected events the numbers L and U of events, over E or over the denominator, with
///
///     P(events ≤ L) = α/2 and P(events ≥ U) = α/2 for Poisson events with mean E
///
/// continued between whole numbers by the incomplete gamma function, and L = 0 where even no events at all are likelier than
/// α/2. Some programs take the interval of E *observed* events instead; its lower end is above 0 for every E, which makes
/// each small zone without events an outlier (61 of 100 at E = 0.5).
///
/// - Unit: shares, ratios to the expected number, or events per unit of the denominator; ``scaled(by:)`` for others, clipped
///   before scaling, so that limits of shares end at the multiplier.
/// - The average is taken for known. With few zones each is a good part of it, which makes the limits too wide for it.
/// - Where zones differ by more than chance nearly all lie outside; see ``Overdispersion`` and
///   ``widened(by:)``.
/// - `nil` for a share outside 0…1, an average or expected number below 0, an empty denominator.
/// - Reference: Spiegelhalter (2005) Stat Med 24:1185.
public struct FunnelLimits: Sendable, Hashable {
  /// Where a zone lies.
  public enum Label: String, Sendable, CaseIterable {
    /// Above the outer limits.
    case high998 = "high-99.8"
    /// Above the inner limits.
    case high95 = "high-95"
    /// Within the inner limits.
    case within
    /// Below the inner limits.
    case low95 = "low-95"
    /// Below the outer limits.
    case low998 = "low-99.8"
  }

  /// The average.
  public let average: Double
  /// The inner limits.
  public let p95: ConfidenceInterval
  /// The outer limits.
  public let p998: ConfidenceInterval

  private init?(_ average: Double, _ limits: (ConfidenceInterval.Level) -> (Double, Double)) {
    func interval(_ level: ConfidenceInterval.Level) -> ConfidenceInterval? {
      let (lower, upper) = limits(level)
      return ConfidenceInterval(lower: lower, upper: upper, level: level)
    }
    guard let inner = interval(.p95), let outer = interval(.p998) else { return nil }
    self.average = average
    p95 = inner
    p998 = outer
  }

  /// Limits of a share among `denominator` persons.
  public init?(share: Double, denominator: Double) {
    guard (0...1).contains(share), denominator > 0, denominator.isFinite else { return nil }
    let error = (share * (1 - share) / denominator).squareRoot()
    self.init(share) { level in
      let reach = level.normalQuantile * error
      return (max(0, share - reach), min(1, share + reach))
    }
  }

  /// Limits of observed over expected events, around 1.
  public init?(expected: Double) {
    guard expected > 0, expected.isFinite else { return nil }
    self.init(1) { level in
      let events = FunnelLimits.events(expected, level)
      return (events.lower / expected, events.upper / expected)
    }
  }

  /// Limits of a rate of events per unit of the denominator.
  public init?(rate: Double, denominator: Double) {
    guard rate >= 0, rate.isFinite, denominator > 0, denominator.isFinite, (rate * denominator).isFinite
    else { return nil }
    self.init(rate) { level in
      let events = FunnelLimits.events(rate * denominator, level)
      return (events.lower / denominator, events.upper / denominator)
    }
  }

  /// The numbers of events beyond which a Poisson count with this mean lies with the probability of a tail at most.
  private static func events(_ mean: Double, _ level: ConfidenceInterval.Level) -> (
    lower: Double, upper: Double
  ) {
    guard mean > 0 else { return (0, 0) }
    let tail = level.tail
    // P(events ≤ L) = Q(L + 1, mean) and P(events ≥ U) = P(U, mean): no argument below is out of range.
    let lower =
      exp(-mean) > tail
      ? 0 : halved(mean, 0) { (try? SpecialFunctions.gammaQ($0 + 1, mean)) ?? 1 >= tail }
    var far = mean + 1
    while (try? SpecialFunctions.gammaP(far, mean)) ?? 0 > tail { far *= 2 }
    return (lower, halved(mean, far) { (try? SpecialFunctions.gammaP($0, mean)) ?? 0 > tail })
  }

  /// The limits in another unit; `nil` where the factor is not positive and finite.
  public func scaled(by factor: Double) -> FunnelLimits? {
    guard factor > 0, factor.isFinite else { return nil }
    return FunnelLimits(average * factor) {
      (interval($0).lower * factor, interval($0).upper * factor)
    }
  }

  /// The limits with their distances from the average multiplied, as overdispersion asks for, and not below 0 or above
  /// `largest`.
  public func widened(by factor: Double, largest: Double = .infinity) -> FunnelLimits? {
    guard factor >= 1, factor.isFinite else { return nil }
    return FunnelLimits(average) { level in
      let limits = interval(level)
      return (
        max(0, average - factor * (average - limits.lower)),
        min(largest, average + factor * (limits.upper - average))
      )
    }
  }

  /// The limits of one of the two levels: the outer ones for any level from 99.8 % on.
  public func interval(_ level: ConfidenceInterval.Level) -> ConfidenceInterval {
    level >= .p998 ? p998 : p95
  }

  /// Where a value lies; a value on a limit is within it.
  public func label(of value: Double) -> Label {
    if value > p998.upper { return .high998 }
    if value < p998.lower { return .low998 }
    if value > p95.upper { return .high95 }
    return value < p95.lower ? .low95 : .within
  }
}

/// The denominators at which a funnel is drawn.
public enum FunnelGrid {
  /// `count` sizes from `smallest` to `largest`, each the same factor above the one before.
  ///
  /// Empty unless 0 < smallest ≤ largest, both finite, and count ≥ 2. A grid of ratios, since limits change fastest where
  /// zones are small.
  public static func sizes(from smallest: Double, to largest: Double, count: Int = 100) -> [Double] {
    guard smallest > 0, largest >= smallest, largest.isFinite, count >= 2 else { return [] }
    return (0..<count).map { step in
      if step == 0 { return smallest }
      if step == count - 1 { return largest }
      let share = Double(step) / Double(count - 1)
      return smallest * pow(largest / smallest, share)
    }
  }
}

extension Method {
  /// Limits of a funnel around the average.
  public static let funnel = Method("rank.funnel")
}
