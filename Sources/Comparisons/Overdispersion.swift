import Distributions
import Estimates
import Indicators

/// By how much zones differ beyond chance: the factor and the between-zone variance that widen a funnel.
///
///     let spread = try Overdispersion(values: shares, errors: errors, average: mean)
///     spread.factor                // φ̂, 1 where chance explains everything
///     spread.betweenVariance       // τ̂²
///
/// With zᵢ = (yᵢ − θ)/sᵢ, where sᵢ is the standard error *if the zone were average*, the z of the ⌊qI⌋ lowest and highest
/// zones are replaced by the next (winsorised, q = 0.1), and with wᵢ = 1/sᵢ²:
///
///     φ̂ = Σ zᵢ²/(I c),   τ̂² = max(0, (Iφ̂ − (I − 1)) / (Σw − Σw²/Σw))
///
/// c is the variance that winsorising leaves of a standard normal z, with k = Φ⁻¹(1 − q) and q the share replaced at either
/// end: 1 − 2q − 2kφ(k) + 2qk², 0.679 for q = 0.1. The reference leaves it out, and its limits are then too narrow: 11–16 % of
/// zones outside 95 %.
///
/// The multiplicative model widens every limit by √φ̂ where φ̂ > 1; the additive one adds τ̂² to each variance, so that large
/// zones get limits that no longer shrink to nothing.
///
/// - Shape: a value and an error a zone, three zones or more. Unit of φ̂: none; of τ̂²: the values' squared.
/// - ``pValue`` is P(χ²(I − 1) ≥ Σz²) of the *unwinsorised* z: whether there is overdispersion at all.
/// - Winsorising keeps a few true outliers from hiding themselves by making the limits wide.
/// - Hidden zones have no value and never reach this type. Errors: fewer than three zones, unlike lengths, numbers not
///   finite, an error not above 0, a share to winsorise outside 0…0.4.
/// - Reference: Spiegelhalter (2005) Stat Med 24:1185, §5; DerSimonian and Laird (1986) Control Clin Trials 7:177.
public struct Overdispersion: Sendable, Hashable {
  /// I.
  public let count: Int
  /// φ̂, which may be below 1.
  public let dispersion: Double
  /// τ̂².
  public let betweenVariance: Double
  /// Σz² before winsorising.
  public let chiSquare: Double

  /// Estimates both.
  public init(
    values: [Double], errors: [Double], average: Double, winsorised share: Double = 0.1
  ) throws(StatisticsError) {
    guard values.count == errors.count else { throw .unequalLengths("errors", values.count, errors.count) }
    guard values.count >= 3 else { throw .tooFewObservations(needed: 3, found: values.count) }
    guard (0...0.4).contains(share) else { throw .parameter(name: "winsorised", value: share) }
    for number in values + [average] where !number.isFinite { throw .notFinite(what: "value") }
    for error in errors where !(error > 0 && error.isFinite) {
      throw .parameter(name: "standard-error", value: error)
    }
    let n = values.count
    // Sorted, so that sums do not depend on the order of the zones.
    let pairs = zip(values, errors).map { (z: ($0 - average) / $1, weight: 1 / ($1 * $1)) }
      .sorted { ($0.z, $0.weight) < ($1.z, $1.weight) }
    let cut = Int(share * Double(n))
    let scores = pairs.map(\.z)
    let (low, high) = (scores[cut], scores[n - 1 - cut])
    count = n
    chiSquare = scores.reduce(0) { $0 + $1 * $1 }
    let squared = scores.reduce(0) { $0 + min(high, max(low, $1)) * min(high, max(low, $1)) }
    dispersion = squared / Double(n) / Overdispersion.remainingVariance(Double(cut) / Double(n))
    let total = pairs.reduce(0) { $0 + $1.weight }
    let squares = pairs.reduce(0) { $0 + $1.weight * $1.weight }
    let excess = Double(n) * dispersion - Double(n - 1)
    betweenVariance = max(0, excess / (total - squares / total))
    guard dispersion.isFinite, betweenVariance.isFinite else { throw .notFinite(what: "dispersion") }
  }

  /// The variance of a standard normal variable whose share q at either end is winsorised.
  private static func remainingVariance(_ q: Double) -> Double {
    guard q > 0, let k = try? Normal.standard.upperQuantile(q) else { return 1 }
    return 1 - 2 * q - 2 * k * Normal.standard.pdf(k) + 2 * q * k * k
  }

  /// The dispersion, not below 1: limits are never narrowed.
  public var factor: Double { max(1, dispersion) }

  /// Whether zones differ by more than chance, unwinsorised: P(χ²(I − 1) ≥ Σz²).
  public var pValue: Double {
    (try? ChiSquared(degreesOfFreedom: Double(count - 1)))?.survival(chiSquare) ?? 1
  }

  /// The factor by which limits of a zone with this standard error widen under the additive model: √(1 + τ̂²/s²).
  public func additiveWidening(error: Double) -> Double {
    guard error > 0 else { return 1 }
    return (1 + betweenVariance / (error * error)).squareRoot()
  }
}
