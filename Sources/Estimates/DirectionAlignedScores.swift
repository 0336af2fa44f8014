import Distributions
import Foundation
import Indicators

/// Figures of unlike units put on one scale on which more is always worse.
///
///     DirectionAlignedScores.scores([10, 20, 30], better: .lowerIsBetter, by: .zScore)   // [-1.22, 0, 1.22]
///
/// Let y = x where less is better and −x where more is better, N the number of zones, r the rank of y from below (1 is the
/// best zone; equal figures share the mean of their ranks) and R = r/N. Then the scores are
///
///     z            (y − ȳ)/s, s over N: the zones are all there are, no sample
///     rank         R, in (0, 1]
///     min–max      (y − min y)/(max y − min y), in 0…1
///     rank-normal  Φ⁻¹((r − 3/8)/(N + 1/4))           (Blom)
///     exponential  −23 ln(1 − R(1 − e^(−100/23)))     (English index of multiple deprivation)
///     decile       ⌈10 R⌉, 1…10                       (the sum of deciles of Norwegian municipal indices)
///
/// - With R = (N − rank + 1)/N and rank 1 the worst zone, R is the same number: the worst zone has R = 1 and X = 100.
/// - Where all figures are equal no zone is worse than another, and all get the same score (0 for z and min–max).
/// - Shape: one figure a zone, all finite. Figures that are missing or hidden are left out before.
/// - Scores of ranks do not depend on the unit; z and min–max do not depend on its zero or size.
/// - References: OECD and JRC (2008) Handbook on Constructing Composite Indicators; Blom (1958); Smith et al. (2015) The
///   English Indices of Deprivation, technical report.
public enum DirectionAlignedScores {
  /// How figures become scores.
  public enum Normalisation: String, Sendable, CaseIterable {
    /// Distance from the mean in standard deviations.
    case zScore = "z"
    /// The share of zones that are no worse.
    case rank
    /// The place between the best and the worst zone.
    case minMax = "min-max"
    /// Ranks spread out like a normal distribution.
    case rankNormal = "rank-normal"
    /// Ranks with the worst tenth spread over half of the scale.
    case exponential
    /// Tenths, 1 to 10.
    case decile

    /// Whether all scores are above zero, so that a geometric mean of them exists.
    public var isPositive: Bool { self == .rank || self == .exponential || self == .decile }
  }

  /// The scores of figures; more is worse.
  ///
  /// - Parameters:
  ///   - values: One finite figure a zone.
  ///   - better: Which way is better; a neutral direction counts as *lower*, and callers refuse it before.
  public static func scores(_ values: [Double], better: Direction, by normalisation: Normalisation)
    -> [Double]
  {
    aligned(better == .higherIsBetter ? values.map { -$0 } : values, by: normalisation)
  }

  /// The scores of figures of which more is worse already.
  public static func aligned(_ values: [Double], by normalisation: Normalisation) -> [Double] {
    guard !values.isEmpty else { return [] }
    let count = Double(values.count)
    switch normalisation {
    case .zScore:
      let largest = values.reduce(0) { max($0, abs($1)) }
      guard largest > 0, largest.isFinite else { return values.map { _ in 0 } }
      let scaled = values.map { $0 / largest }
      let centre = scaled.reduce(0, +) / count
      let spread = (scaled.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / count).squareRoot()
      // Equal figures differ from their rounded mean by rounding only, which is no spread.
      guard spread > 1e-14 else { return values.map { _ in 0 } }
      return scaled.map { ($0 - centre) / spread }
    case .minMax:
      guard let low = values.min(), let high = values.max(), high > low else { return values.map { _ in 0 } }
      return values.map { ($0 / 2 - low / 2) / (high / 2 - low / 2) }
    case .rank: return ranks(values).map { $0 / count }
    case .rankNormal:
      return ranks(values).map { rank in
        // The argument lies inside (0, 1) for ranks from 1 to N.
        (try? Normal.standard.quantile((rank - 0.375) / (count + 0.25))) ?? 0
      }
    case .exponential: return ranks(values).map { exponential($0 / count) }
    case .decile: return ranks(values).map { (10 * $0 / count).rounded(.up) }
    }
  }

  /// X = −23 ln(1 − R(1 − e^(−100/23))) for 0 ≤ R ≤ 1: 0 at R = 0, 50.4 at 0.9, 100 at 1.
  public static func exponential(_ share: Double) -> Double {
    // At R = 1 the logarithm is that of e^(−100/23), and rounding must not move the worst zone off 100.
    share >= 1 ? 100 : -23 * log1p(share * expm1(-100.0 / 23))
  }

  /// Ranks from below, 1 to N; equal figures share the mean of theirs.
  public static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var result = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      let rank = Double(start + 1 + end) / 2
      for place in start..<end { result[order[place]] = rank }
      start = end
    }
    return result
  }
}
