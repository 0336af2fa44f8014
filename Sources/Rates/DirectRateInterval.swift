import Distributions
import Estimates
import Indicators

/// Which interval a directly standardised rate gets.
///
/// With y the rate, v its variance, O the number of events, w'ᵢ = wᵢ/(nᵢΣw) and tail α/2:
///
///     Dobson:  y + √(v/O)(L(O) − O) and y + √(v/O)(U(O) − O), with L and U the limits of a Poisson count
///     gamma:   Γ⁻¹(α/2; y²/v, v/y)  and  Γ⁻¹(1 − α/2; (y + k)²/(v + m), (v + m)/(y + k))
///
/// where k = max w' and m = k² (Fay and Feuer), or k and m are the means of w' and w'² (Tiwari, Clegg and Zou).
///
/// Very unequal weights can put Dobson's lower end below 0; then it is 0, since no rate is negative.
///
/// No events: the rate and its lower end are 0. Dobson's factor √(v/O) does not exist there; its largest possible value is
/// max w', with which the upper end is U(0) · max w', the same as Fay and Feuer's.
///
/// - References: Dobson et al. (1991) Stat Med 10:457; Fay and Feuer (1997) Stat Med 16:791; Tiwari, Clegg and Zou (2006)
///   Stat Methods Med Res 15:547.
public enum DirectRateInterval: String, Sendable, Hashable, CaseIterable {
  /// Dobson, with Byar's limits from ten events and exact ones below.
  case dobson
  /// Dobson with exact limits whatever the number of events.
  case exact
  /// Fay and Feuer's gamma interval: never too narrow, and wide where weights are very unequal.
  case gamma
  /// Tiwari, Clegg and Zou's: as gamma with a less cautious upper end.
  case tiwari

  /// What an interval is made of: the rate, its variance, the events behind it, and the weights w' of its strata.
  struct Parts: Sendable, Hashable {
    var value = 0.0
    var variance = 0.0
    var events = 0.0
    var largest = 0.0
    var mean = 0.0
    var meanSquare = 0.0
  }

  /// The bounds and the method they are by. Where a quantile does not exist the end is 0 or ∞, which is wide, not wrong.
  ///
  /// - Parameter table: Exact limits of the counts 0, 1, …, where they are at hand.
  func bounds(
    of parts: Parts, level: ConfidenceInterval.Level, z: Double, table: [(lower: Double, upper: Double)] = []
  ) -> (lower: Double, upper: Double, method: Method) {
    switch self {
    case .dobson, .exact:
      let (low, high, isExact) = countBounds(parts.events, level: level, z: z, table: table)
      let method: Method = isExact ? .directDobsonExact : .directDobson
      guard parts.events > 0 else { return (0, high * parts.largest, method) }
      let unit = (parts.variance / parts.events).squareRoot()
      return (
        max(0, parts.value + unit * (low - parts.events)), parts.value + unit * (high - parts.events), method
      )
    case .gamma:
      let (low, high) = Self.gammaBounds(
        parts, parts.largest, parts.largest * parts.largest, tail: level.tail)
      return (low, high, .directGamma)
    case .tiwari:
      let (low, high) = Self.gammaBounds(parts, parts.mean, parts.meanSquare, tail: level.tail)
      return (low, high, .directTiwari)
    }
  }

  private func countBounds(
    _ events: Double, level: ConfidenceInterval.Level, z: Double, table: [(lower: Double, upper: Double)]
  ) -> (lower: Double, upper: Double, isExact: Bool) {
    if events < Double(table.count), events == events.rounded(.down) {
      let known = table[Int(events)]
      return (known.lower, known.upper, true)
    }
    return (self == .exact ? CountInterval.exact : .standard).bounds(of: events, level: level, z: z)
  }

  private static func gammaBounds(_ parts: Parts, _ k: Double, _ m: Double, tail: Double) -> (
    lower: Double, upper: Double
  ) {
    let (y, v) = (parts.value, parts.variance)
    let lower = y > 0 ? (try? Gamma(shape: y * y / v, scale: v / y).quantile(tail)) ?? 0 : 0
    let (top, spread) = (y + k, v + m)
    let upper = (try? Gamma(shape: top * top / spread, scale: spread / top).upperQuantile(tail)) ?? .infinity
    return (min(lower, y), max(upper, y))
  }
}

extension Method {
  /// A directly standardised rate with Dobson's interval on Byar's limits.
  public static let directDobson = Method("direct-rate.dobson")
  /// A directly standardised rate with Dobson's interval on exact Poisson limits.
  public static let directDobsonExact = Method("direct-rate.dobson-exact")
  /// A directly standardised rate with Fay and Feuer's gamma interval.
  public static let directGamma = Method("direct-rate.gamma")
  /// A directly standardised rate with Tiwari, Clegg and Zou's interval.
  public static let directTiwari = Method("direct-rate.tiwari")
}

extension Diagnostic {
  /// A stratum without persons and events was left out of the standard.
  public static let emptyStratum = Diagnostic("empty-stratum")
}
