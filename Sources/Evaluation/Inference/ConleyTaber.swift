import Estimates
import Indicators

/// A p-value and an interval for one or few treated units, from what the donors' own noise looks like.
///
///     let inference = try ConleyTaber(placebos)
///     inference.pValue()                    // of no effect
///     inference.estimate(level: .p90)       // the effects that are not rejected
///
/// The estimate is the effect plus noise W₁, and the placebo effects Ŵ_j are draws of the same noise. With the treated among
/// them, p(τ₀) = (1 + #{j: |Ŵ_j| ≥ |τ̂ − τ₀|})/(J + 1), and the interval holds each τ₀ with p(τ₀) > 1 − level:
/// τ̂ ± |Ŵ|₍k₎ with k = ⌊(1 − level)(J + 1)⌋ and |Ŵ|₍k₎ the k-th largest. ``Tails/equal`` gives each tail its half instead.
///
/// - Exact at any J where the treated's noise is exchangeable with the donors'. It is not where zones differ in size: the noise
///   of a small zone is larger. Then use ``FermanPinto``.
/// - The interval moves in steps, and needs k ≥ 1: J ≥ 1/(1 − level) − 1, 19 placebos for 95 % (39 with equal tails). With
///   fewer there is none, and the estimate says ``Indicators/Reason/tooFewPlacebosForLevel``.
/// - Several treated: the placebos are sets of as many donors, whose effects are used as they are. Sets share donors, so
///   they are not independent; exhaustive sets are the exact randomisation distribution all the same.
/// - For difference in differences a placebo leaves its own zone out of the comparison, so it is J/(J − 1) times Conley and
///   Taber's residual; it then varies a little more than the treated's noise, never less.
/// - What is not true: the interval of Conley and Taber leaves the treated out of the count; with J donors theirs is a little
///   narrower and, with few donors, covers less than it says.
/// - Reference: Conley and Taber (2011) Rev Econ Stat 93:113.
public struct ConleyTaber: Sendable, Equatable {
  /// How two tails are counted.
  public enum Tails: String, Sendable, Hashable, CaseIterable {
    /// By size, whatever the sign.
    case symmetric
    /// Each tail by itself.
    case equal
  }

  /// τ̂.
  public let effect: Double
  /// Ŵ_j, in the order of the placebos.
  public let noise: [Double]

  /// From the placebos of any estimator.
  ///
  /// - Throws: ``EffectError/tooFewDonors(needed:found:)`` without a placebo.
  public init(_ placebos: PlaceboDistribution) throws(EffectError) {
    try self.init(effect: placebos.fit.effect, noise: placebos.effects)
  }

  /// From an effect and draws of its noise.
  public init(effect: Double, noise: [Double]) throws(EffectError) {
    guard !noise.isEmpty else { throw .tooFewDonors(needed: 1, found: 0) }
    guard effect.isFinite else { throw .parameter(name: "effect", value: effect) }
    if let wrong = noise.first(where: { !$0.isFinite }) { throw .parameter(name: "noise", value: wrong) }
    self.effect = effect
    self.noise = noise
  }

  /// The smallest p-value there can be.
  public var floor: Double { 1 / Double(noise.count + 1) }

  /// The fewest placebos with which an interval of a level exists.
  public static func needed(_ level: ConfidenceInterval.Level, tails: Tails = .symmetric) -> Int {
    let tail = tails == .symmetric ? 1 - level.value : level.tail
    return Int((1 / tail - 1 - 1e-9).rounded(.up))
  }

  /// The p-value of an effect τ₀.
  public func pValue(
    of null: Double = 0, _ alternative: EffectAlternative = .twoSided, tails: Tails = .symmetric
  ) -> Double {
    let distance = effect - null
    func share(_ alternative: EffectAlternative) -> Double {
      let bound = alternative.size(distance)
      let reached = noise.count { PlaceboDistribution.reaches(alternative.size($0), bound) }
      return Double(reached + 1) / Double(noise.count + 1)
    }
    guard alternative == .twoSided, tails == .equal else { return share(alternative) }
    return min(1, 2 * min(share(.less), share(.greater)))
  }

  /// The effects that are not rejected; `nil` where the placebos are too few for the level.
  public func interval(level: ConfidenceInterval.Level = .p95, tails: Tails = .symmetric)
    -> ConfidenceInterval?
  {
    let tail = tails == .symmetric ? 1 - level.value : level.tail
    // The tolerance keeps 0.1 · 10 from becoming 0.
    let place = Int((tail * Double(noise.count + 1) + 1e-9).rounded(.down))
    guard place >= 1, place <= noise.count else { return nil }
    switch tails {
    case .symmetric:
      let half = noise.map(abs).sorted(by: >)[place - 1]
      return ConfidenceInterval(lower: effect - half, upper: effect + half, level: level)
    case .equal:
      let sorted = noise.sorted()
      return ConfidenceInterval(
        lower: effect - sorted[sorted.count - place], upper: effect - sorted[place - 1], level: level)
    }
  }

  /// The effect with its interval, or with the reason why there is none.
  public func estimate(level: ConfidenceInterval.Level = .p95, tails: Tails = .symmetric) -> Estimate {
    let mean = noise.reduce(0, +) / Double(noise.count)
    let spread = noise.reduce(0.0) { $0 + ($1 - mean) * ($1 - mean) } / Double(noise.count)
    return Estimate(
      effect, interval: interval(level: level, tails: tails), intervalReason: .tooFewPlacebosForLevel,
      standardError: noise.count > 1 ? spread.squareRoot() : nil, method: .conleyTaber,
      n: Double(noise.count))
  }
}

extension Method {
  /// Inference from the placebos' noise as it is.
  public static let conleyTaber = Method("effect.conley-taber")
}
