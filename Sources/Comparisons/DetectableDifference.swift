import Distributions
import Estimates
import Foundation
import Indicators
import Rates

/// The smallest true difference between a zone and its comparator that the test used here would find with a given power.
///
///     let seen = try DetectableDifference.proportions(zone: 2590, other: 45_000, share: 0.098)
///     seen.higher        // 0.0172: a share of 11.5 % would be found four times in five
///     seen.lower         // 0.0164
///     seen.people(of: 2590)
///
/// The comparator stays at its level p, the zone is at p + δ, and δ is searched so that P(p-value ≤ α) = power.
///
/// - Where a side expects fewer than twenty inside or outside the numerator, and the zone is not thousands of times the other
///   side, the power is *enumerated*: Σ over the zone's counts
///   of their probability times that of all counts of the other side at which the test rejects. Elsewhere it is the normal
///   approximation; for shares Φ((δ − z√(p̄(1 − p̄)(1/n₁ + 1/n₂)))/√(p₁(1 − p₁)/n₁ + p₂(1 − p₂)/n₂)), for rates the same with
///   half an event of continuity, since the exact conditional test is stricter. The method says which.
/// - The tests are those of ``ProportionDifference/pValue`` and ``RateDifference/pValue``; of means Welch's.
/// - Up and down differ: near 0 a fall may be impossible to see at all, and ``lower`` is `nil`.
/// - Unit: shares, events per unit of the denominator, or that of the mean.
/// - Errors: empty denominators, a share outside 0…1, a negative rate, α or power outside (0, 1), power ≤ α.
/// - Reference: Fleiss, Levin and Paik (2003) *Statistical Methods for Rates and Proportions*, ch. 4.
public struct DetectableDifference: Sendable, Hashable {
  /// The smallest rise above the comparator that is found; `nil` where even the largest is not.
  public let higher: Double?
  /// The smallest fall below it, as a positive number; `nil` where even the largest is not.
  public let lower: Double?
  /// How the power was computed.
  public let method: Method

  /// Below this many expected the power is enumerated.
  static let enumerated = 20.0

  /// With more counts of the zone than this to go through, as of a country against a small zone, it is not.
  static let mostRows = 10_000.0

  /// The larger of the two that exist: a difference of this size is found whichever way it goes, or only upwards where a fall
  /// cannot be seen.
  public var either: Double? { [higher, lower].compactMap(\.self).max() }

  /// ``either`` as persons or events in a population.
  public func people(of denominator: Double) -> Double? { either.map { $0 * denominator } }

  /// Two shares, of `zone` and `other` persons, the comparator's being `share`.
  public static func proportions(
    zone: Double, other: Double, share: Double, alpha: Double = 0.05, power: Double = 0.8
  ) throws(StatisticsError) -> DetectableDifference {
    try check(zone, other, alpha, power)
    guard (0...1).contains(share) else { throw .parameter(name: "share", value: share) }
    let least = min(zone, other) * min(share, 1 - share)
    guard least < enumerated, other < 1e12,
      RejectionTable.rows(zone: zone, other: other, level: min(share, 1 - share)) <= mostRows
    else {
      return normalProportions(zone, other, share, alpha, power)
    }
    // A share above one half is the same question about those outside the numerator.
    let isTurned = share > 0.5
    let p = isTurned ? 1 - share : share
    let table = RejectionTable.proportions(
      zone: Int(max(1, zone).rounded()), other: Int(max(1, other).rounded()), share: p, alpha: alpha)
    let up = table.smallest(above: p, upTo: 1, power: power)
    let down = table.smallest(below: p, power: power)
    return DetectableDifference(
      higher: isTurned ? down : up, lower: isTurned ? up : down, method: .detectableEnumerated)
  }

  /// Two rates, over the denominators `zone` and `other`, the comparator's being `rate`.
  public static func rates(
    zone: Double, other: Double, rate: Double, alpha: Double = 0.05, power: Double = 0.8
  ) throws(StatisticsError) -> DetectableDifference {
    try check(zone, other, alpha, power)
    guard rate >= 0, rate.isFinite, (rate * other).isFinite else {
      throw .parameter(name: "rate", value: rate)
    }
    guard min(zone, other) * rate < enumerated, rate * other < 1e12,
      RejectionTable.rows(zone: zone, other: other, level: rate) <= mostRows
    else {
      return normalRates(zone, other, rate, alpha, power)
    }
    let table = RejectionTable.rates(zone: zone, other: other, rate: rate, alpha: alpha)
    return DetectableDifference(
      higher: table.smallest(above: rate, upTo: .infinity, power: power),
      lower: table.smallest(below: rate, power: power), method: .detectableEnumerated)
  }

  /// Two means with the spreads and numbers of ``MeanDifference``: (t(1 − α/2) + t(power))·√(s₁²/n₁ + s₂²/n₂).
  public static func means(
    _ means: MeanDifference, alpha: Double = 0.05, power: Double = 0.8
  ) throws(StatisticsError) -> DetectableDifference {
    try check(1, 1, alpha, power)
    guard let freedom = means.degreesOfFreedom, let t = try? StudentT(degreesOfFreedom: freedom),
      let critical = try? t.upperQuantile(alpha / 2), let reach = try? t.quantile(power)
    else { throw .tooFewObservations(needed: 2, found: 1) }
    let size = (critical + reach) * means.standardError
    return DetectableDifference(higher: size, lower: size, method: .detectableNormal)
  }

  private static func check(_ zone: Double, _ other: Double, _ alpha: Double, _ power: Double)
    throws(StatisticsError)
  {
    for n in [zone, other] {
      guard n.isFinite else { throw .notFinite(what: "denominator") }
      guard n > 0 else { throw .emptyDenominator(n) }
    }
    guard alpha > 0, alpha < 1 else { throw .parameter(name: "alpha", value: alpha) }
    guard power > alpha, power < 1 else { throw .parameter(name: "power", value: power) }
  }

  private static func normalProportions(
    _ n1: Double, _ n2: Double, _ p2: Double, _ alpha: Double, _ power: Double
  ) -> DetectableDifference {
    let z = (try? Normal.standard.upperQuantile(alpha / 2)) ?? .infinity
    func found(_ p1: Double) -> Double {
      let pooled = (n1 * p1 + n2 * p2) / (n1 + n2)
      let null = (pooled * (1 - pooled) * (1 / n1 + 1 / n2)).squareRoot()
      let error = (p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2).squareRoot()
      let d = abs(p1 - p2)
      guard error > 0 else { return d > z * null ? 1 : 0 }
      return Normal.standard.cdf((d - z * null) / error) + Normal.standard.cdf((-d - z * null) / error)
    }
    return DetectableDifference(
      higher: smallest(from: p2, to: 1, power, found),
      lower: smallest(from: p2, to: 0, power, found), method: .detectableNormal)
  }

  private static func normalRates(
    _ n1: Double, _ n2: Double, _ r2: Double, _ alpha: Double, _ power: Double
  ) -> DetectableDifference {
    let z = (try? Normal.standard.upperQuantile(alpha / 2)) ?? .infinity
    let share = n1 / (n1 + n2)
    func found(_ r1: Double) -> Double {
      let (one, other) = (r1 * n1, r2 * n2)
      let distance = abs(one * (1 - share) - other * share) - 0.5
      let null = ((one + other) * share * (1 - share)).squareRoot()
      let error = (one * (1 - share) * (1 - share) + other * share * share).squareRoot()
      return Normal.standard.cdf((distance - z * null) / error)
    }
    var most = r2 * 2 + 1 / n1
    while found(most) < power, most < r2 * 1e6 + 1e6 / n1 { most *= 2 }
    return DetectableDifference(
      higher: smallest(from: r2, to: most, power, found),
      lower: smallest(from: r2, to: 0, power, found), method: .detectableNormal)
  }

  /// The distance from `start`, towards `end`, to the nearest value whose power reaches the one wanted; `nil` where that of
  /// `end` does not.
  static func smallest(
    from start: Double, to end: Double, _ power: Double, _ found: (Double) -> Double
  ) -> Double? {
    guard start != end, found(end) >= power else { return nil }
    var (near, far) = (start, end)
    // Fifty halvings leave nothing that any unit could show.
    for _ in 0..<50 {
      let middle = near + (far - near) / 2
      if found(middle) >= power { far = middle } else { near = middle }
    }
    return abs(far - start)
  }
}

extension Method {
  /// A detectable difference whose power is enumerated.
  public static let detectableEnumerated = Method("detectable.enumerated")
  /// A detectable difference whose power is a normal approximation.
  public static let detectableNormal = Method("detectable.normal")
}
