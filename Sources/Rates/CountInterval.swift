import Distributions
import Estimates
import Indicators

/// Which interval a number of independent events gets.
///
/// With x events and tail α/2 = (1 − level)/2:
///
///     exact:  lower = χ²_{α/2, 2x}/2 (0 for x = 0),  upper = χ²_{1−α/2, 2x+2}/2
///     Byar:   lower = x(1 − 1/(9x) − z/(3√x))³,  upper = (x + 1)(1 − 1/(9(x + 1)) + z/(3√(x + 1)))³
///
/// Byar's lower end is below 0 for the smallest counts (x = 1 at 99.8 %), and does not exist for x = 0. There the whole
/// interval is the exact one, and the method of the estimate says so.
///
/// - References: Garwood (1936) Biometrika 28:437; Breslow and Day (1987) *Statistical Methods in Cancer Research* II, 69.
public enum CountInterval: Sendable, Hashable, CaseIterable {
  /// Exact below ten events, Byar from ten: the convention of the English public health tables.
  case standard
  /// Always exact.
  case exact
  /// Always Byar, where Byar has a lower end.
  case byar

  /// Below this many events figures are called small.
  public static let smallCount = 10.0

  /// The bounds of the expected number of events behind `count` ≥ 0 events, and the method they are by.
  package func bounds(of count: Double, level: ConfidenceInterval.Level, z: Double)
    -> (lower: Double, upper: Double, isExact: Bool)
  {
    let wantsByar = self == .byar || (self == .standard && count >= Self.smallCount)
    if wantsByar, count > 0 {
      let (lower, upper) = Self.byarBounds(count, z: z)
      if lower >= 0 { return (lower, upper, false) }
    }
    let (lower, upper) = Self.exactBounds(count, tail: level.tail)
    return (lower, upper, true)
  }

  /// Byar's bounds for x > 0; the lower one may be below 0.
  @inlinable
  static func byarBounds(_ x: Double, z: Double) -> (lower: Double, upper: Double) {
    let below = 1 - 1 / (9 * x) - z / (3 * x.squareRoot())
    let next = x + 1
    let above = 1 - 1 / (9 * next) + z / (3 * next.squareRoot())
    return (x * below * below * below, next * above * above * above)
  }

  private static func exactBounds(_ x: Double, tail: Double) -> (lower: Double, upper: Double) {
    // χ² with 2x degrees of freedom, halved, is a gamma with shape x. Shapes above 0 and tails inside (0, 1/2) have
    // quantiles; a missing one would make the interval useless rather than wrong.
    let lower = x > 0 ? (try? Gamma(shape: x).quantile(tail)) ?? 0 : 0
    let upper = (try? Gamma(shape: x + 1).upperQuantile(tail)) ?? .infinity
    return (lower, upper)
  }
}
