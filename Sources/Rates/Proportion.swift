import Estimates
import Indicators

/// A share of a population, with a Wilson score interval.
///
///     let share = try Proportion(of: 7, in: 50)
///     share.wilson().value      // 0.14
///     share.wilson().interval   // 0.0695 … 0.2619 at 95 %
///
/// With p = x/n and z = Φ⁻¹((1 + level)/2) the bounds are
///
///     (2np + z² ± z√(z² + 4np(1 − p))) / (2(n + z²))
///
/// - Shape: two counts; weighted ones need not be whole. Unit: share in 0…1; scale when displaying.
/// - x = 0 gives the lower bound 0, x = n the upper bound 1, exactly.
/// - Suppressed counts are not numbers and never reach this type; see ``Indicators/Cell``.
/// - Fewer than ten persons in the numerator, or outside it, give `small-numerator` or `small-complement`: at shares
///   within a few persons of 0 or 1 the interval may cover well below its level.
/// - The interval takes persons for independent draws. The same person counted in several years of a window, or several
///   times in one, makes it too narrow.
/// - References: Wilson (1927) J Am Stat Assoc 22:209; Newcombe (1998) Stat Med 17:857, method 3.
public struct Proportion: Sendable, Hashable {
  /// x, the part.
  public let numerator: Double
  /// n, the whole.
  public let denominator: Double

  /// A share of counts.
  ///
  /// - Throws: ``Estimates/StatisticsError`` when the counts cannot be a share.
  public init(of numerator: Double, in denominator: Double) throws(StatisticsError) {
    guard numerator.isFinite, denominator.isFinite else { throw .notFinite(what: "count") }
    guard denominator > 0 else { throw .emptyDenominator(denominator) }
    guard numerator >= 0 else { throw .negativeCount(numerator) }
    guard numerator <= denominator else {
      throw .numeratorExceedsDenominator(numerator: numerator, denominator: denominator)
    }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A share of whole counts.
  ///
  /// - Throws: ``Estimates/StatisticsError`` when the counts cannot be a share.
  public init(of numerator: Int, in denominator: Int) throws(StatisticsError) {
    try self.init(of: Double(numerator), in: Double(denominator))
  }

  /// x/n.
  public var value: Double { numerator / denominator }

  /// The share with its Wilson interval.
  public func wilson(level: ConfidenceInterval.Level = .p95) -> Estimate {
    let bounds = Self.wilsonBounds(numerator, denominator, z: level.normalQuantile)
    return Estimate(
      value, interval: ConfidenceInterval(lower: bounds.lower, upper: bounds.upper, level: level),
      standardError: (value * (1 - value) / denominator).squareRoot(), method: .wilson, n: denominator,
      diagnostics: diagnostics)
  }

  /// Few in the numerator, few outside it, or both: there the interval covers least.
  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    if numerator < CountInterval.smallCount { found.append(.smallNumerator) }
    if denominator - numerator < CountInterval.smallCount { found.append(.smallComplement) }
    return found
  }

  /// The Wilson bounds of x of n, for 0 ≤ x ≤ n and n > 0. Everything that gives a Wilson interval calls this.
  @inlinable
  package static func wilsonBounds(_ x: Double, _ n: Double, z: Double) -> (lower: Double, upper: Double) {
    let square = z * z
    let centre = 2 * x + square
    let reach = z * (square + 4 * x * (1 - x / n)).squareRoot()
    let width = 2 * (n + square)
    // Rounding may leave the ends at −10⁻¹⁷ or past 1; no count puts them there.
    let lower = x <= 0 ? 0 : max(0, (centre - reach) / width)
    let upper = x >= n ? 1 : min(1, (centre + reach) / width)
    return (min(lower, x / n), max(upper, x / n))
  }
}

extension Method {
  /// A share with Wilson's score interval.
  public static let wilson = Method("proportion.wilson")
}

extension Diagnostic {
  /// Fewer than ten events: the interval is wide, and one more or less is seen.
  public static let smallNumerator = Diagnostic("small-numerator")
  /// Fewer than ten persons outside the numerator of a share: as uncertain as few within it.
  public static let smallComplement = Diagnostic("small-complement")
}
