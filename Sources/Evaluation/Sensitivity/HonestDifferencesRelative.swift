import Foundation
import Indicators

/// Relative magnitudes: the conditional test with a least favourable first stage (Andrews, Roth and Pakes 2023), exactly.
///
/// Δ^RM(M̄) is a union over the step s before the start and the sign that is taken to be the largest. Given both, with
/// D = ±(δ_{s+1} − δ_s), trends after the start obey ±(δ_t − δ_{t−1}) ≤ M̄·D, and θ = θ₀ is tested against the moments
///
///     ±((β_t − β_{t−1}) − (τ_t − τ_{t−1})) − M̄·D̂ ≤ 0 in expectation, each in units of its standard error σ_t±
///
/// with the single effects τ unknown. The statistic η̂ is the least by which all moments can be exceeded at once: a linear
/// programme, whose dual has its corners at the extreme rays of {γ ≥ 0: γ'X = 0}. Here these are known in closed form. With
/// L_t = Σ_{u ≥ t} l_u (so that l'β = Σ L_t(β_t − β_{t−1})) they are one a period, γ_t⁺ = γ_t⁻ = 1, and two that add up the
/// steps, γ = max(±L_t, 0). So
///
///     η̂ = max of { (±(l'β̂ − θ₀) − M̄·Σ|L_t|·D̂)/Σ|L_t|σ_t , −2M̄·D̂/(σ_t⁺ + σ_t⁻) }
///
/// is a maximum of normal variables that depend on two numbers, l'β̂ and D̂, and no programme is left to solve. Its least
/// favourable quantile is an integral over the angle of a two-dimensional normal vector, and its conditional distribution given
/// the largest is a truncated normal. A test at α rejects at α/10 by the first, else at (α − α/10)/(1 − α/10) by the second. The
/// confidence set is the hull of what no s and sign rejects together.
///
/// - The steps before the start that are not s are not used to rule s out, which keeps the number of moments small at the price
///   of a set that is valid and never smaller.
extension HonestDifferences {
  /// The interval for θ where steps of trends after the start are at most M̄ times the largest before it.
  ///
  /// - Throws: ``EffectError/parameter(name:value:)`` for a bound below zero or a level outside (0, ½).
  public func relativeMagnitudes(_ bound: Double, level: Double = 0.05) throws(EffectError)
    -> HonestInterval
  {
    try Self.check(bound, level)
    var lower = Double.infinity
    var upper = -Double.infinity
    for test in try relativeTests(bound, level) {
      guard let set = test.accepted() else { continue }
      lower = min(lower, set.lower)
      upper = max(upper, set.upper)
    }
    let identified = relativeIdentifiedSet(bound)
    guard lower <= upper else { throw .notConverged }
    return HonestInterval(
      bound: bound, lower: lower, upper: upper, identifiedLower: identified.lower,
      identifiedUpper: identified.upper)
  }

  /// The M̄ from which on zero cannot be ruled out; `most` bounds the search.
  public func breakdown(level: Double = 0.05, most: Double = 20) throws(EffectError) -> HonestBreakdown {
    try Self.check(most, level)
    return try HonestBreakdown.search(most: most, tolerance: 1e-6) { bound throws(EffectError) in
      try !relativeMagnitudesHold(0, bound, level: level)
    }
  }

  /// Whether an effect is in the confidence set at a bound; the interval is the hull of those that are.
  public func relativeMagnitudesHold(_ effect: Double, _ bound: Double, level: Double = 0.05)
    throws(EffectError) -> Bool
  {
    try Self.check(bound, level)
    for test in try relativeTests(bound, level) where test.accepts(effect) { return true }
    return false
  }

  /// What θ could be if β̂ had no error: l'β ± M̄ · max|β_{s+1} − β_s| · Σ|L_t|.
  public func relativeIdentifiedSet(_ bound: Double) -> (lower: Double, upper: Double) {
    let steps = zip(path, path.dropFirst()).prefix(before.count).map { abs($1 - $0) }
    let reach = bound * (steps.max() ?? 0) * tails.reduce(0) { $0 + abs($1) }
    return (estimate - reach, estimate + reach)
  }

  /// L_t = Σ_{u ≥ t} l_u.
  var tails: [Double] {
    var sum = 0.0
    let reversed = weights.reversed().map { weight in
      sum += weight
      return sum
    }
    return reversed.reversed()
  }

  static func check(_ bound: Double, _ level: Double) throws(EffectError) {
    guard bound >= 0, bound.isFinite else { throw .parameter(name: "bound", value: bound) }
    guard level > 0, level < 0.5 else { throw .parameter(name: "level", value: level) }
  }

  /// One test for every step before the start and sign.
  private func relativeTests(_ bound: Double, _ level: Double) throws(EffectError) -> [LargestMomentTest] {
    let total = afterContrast
    let later = after.indices.map { step(before.count + $0) }
    let laterVariances = later.map { variance($0, $0) }
    var tests: [LargestMomentTest] = []
    for pair in before.indices {
      let early = step(pair)
      let size = value(early)
      let spread = variance(early, early)
      let shared = later.map { variance($0, early) }
      let across = variance(total, early)
      for sign in [1.0, -1.0] {
        // σ_t± = √Var(±(β_t − β_{t−1}) − M̄·D̂), D̂ = sign·step.
        let errors = later.indices.map { place in
          let mean = laterVariances[place] + bound * bound * spread
          let cross = 2 * bound * sign * shared[place]
          return (up: max(0, mean - cross).squareRoot(), down: max(0, mean + cross).squareRoot())
        }
        var (rise, fall, reach) = (0.0, 0.0, 0.0)
        for (tail, error) in zip(tails, errors) {
          rise += abs(tail) * (tail > 0 ? error.up : error.down)
          fall += abs(tail) * (tail > 0 ? error.down : error.up)
          reach += abs(tail)
        }
        // A zero error means moments without noise; the covariance is definite, so only rounding gets here.
        guard rise > 0, fall > 0, errors.allSatisfy({ $0.up + $0.down > 0 }) else { throw .notConverged }
        let moments =
          [(1 / rise, -bound * reach / rise), (-1 / fall, -bound * reach / fall)]
          + (bound > 0 ? errors.map { (0, -2 * bound / ($0.up + $0.down)) } : [])
        tests.append(
          try LargestMomentTest(
            moments: moments, estimate: estimate, other: sign * size,
            variance: variance(total, total), otherVariance: spread, covariance: sign * across, level: level))
      }
    }
    return tests
  }
}

extension Method {
  /// Intervals under bounds relative to the trends before the start.
  public static let honestRelative = Method("effect.honest-relative-magnitudes")
}
