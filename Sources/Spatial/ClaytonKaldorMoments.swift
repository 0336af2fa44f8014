import Estimates
import Indicators

/// The gamma prior of rates by Clayton and Kaldor's iteration of moments, for comparison with published maps.
///
///     let prior = try ClaytonKaldorMoments.prior(counts: counts, expected: expected)   // ν and α
///
/// Repeats, with θ_i = (O_i + ν)/(E_i + α):
///
///     ν/α = Σθ_i/N,      ν/α² = Σ(1 + α/E_i)(θ_i − ν/α)²/(N − 1)
///
/// until ν and α no longer change. Maximum likelihood (``GammaPoisson``) uses the counts better and is what the verbs use;
/// programs that stop the iteration early give other digits.
///
/// - Shape, hidden zones and refusals: as ``GammaPoisson``. Where α runs away, `no-difference-between-zones`.
/// - Reference: Clayton and Kaldor (1987) Biometrics 43:671, section 2.
public enum ClaytonKaldorMoments {
  /// The stop rule: the largest relative change of a step.
  static let tolerance = 1e-14

  /// The prior at the end of the iteration.
  ///
  /// - Throws: ``ShrinkageRefusal``.
  public static func prior(counts: [Double], expected: [Double]) throws(ShrinkageRefusal) -> GammaPoisson {
    let (events, exposure) = try ShrinkageRefusal.check(counts, expected)
    guard events > 0 else { throw ShrinkageRefusal(.nothingToShrinkTowards) }
    let zones = Double(counts.count)
    // A start on the scale of the data: half the weight of an average zone on its own figure.
    var rate = exposure / zones
    var shape = events / zones
    for _ in 0..<100_000 {
      let values = zip(counts, expected).map { ($0 + shape) / ($1 + rate) }
      let mean = values.reduce(0, +) / zones
      let variance =
        zip(values, expected).reduce(0.0) { $0 + (1 + rate / $1.1) * ($1.0 - mean) * ($1.0 - mean) }
        / (zones - 1)
      let next = mean / variance
      guard next.isFinite, next < 1e9 * exposure else {
        throw ShrinkageRefusal(.noDifferenceBetweenZones)
      }
      let change = max(abs(next - rate) / next, abs(mean * next - shape) / (mean * next))
      rate = next
      shape = mean * next
      if change <= tolerance { break }
    }
    do {
      return try GammaPoisson(shape: shape, rate: rate)
    } catch {
      throw ShrinkageRefusal(error.reason)
    }
  }
}
