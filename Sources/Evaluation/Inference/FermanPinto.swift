import Distributions
import Estimates
import Foundation
import Indicators

/// A p-value and an interval for one or few treated units where units differ in size: the placebos' noise is carried to the
/// size of the treated first.
///
///     let inference = try FermanPinto(placebos, sizes: sizes)
///     inference.treatedError                  // √v̂₁
///     inference.estimate()                    // by the default reference, which the simulation chose
///
/// The variance of a unit's noise is taken to be A + B/M (``NoiseScale``): A is what shakes zones of any size, B/M what chance does
/// to a small one. A and B are the least-squares fit of Ŵ_j² on the two terms, neither below zero; each Ŵ_j is multiplied by
/// √(v̂₁/v̂_j), and ``ConleyTaber`` does the rest. For sets of k donors the terms are those of the mean of k units.
///
/// - Sizes: one a unit in the order of the design, donors first: population for rates, expected count for counts and for
///   logarithms of rates (``NoiseSizes``).
/// - A unit that is not treated and has another size says something about the treated only through A and B; with few
///   donors, or donors all larger than the treated, the extrapolation carries the answer: ``Indicators/Diagnostic/noiseExtrapolated``.
/// - Errors: ``EffectError/tooFewDonors(needed:found:)`` with fewer than three placebos, ``EffectError/needsSizes``,
///   ``EffectError/shape(what:expected:found:)``, ``EffectError/constantOutcomes`` where the placebos have no noise at all.
/// - What is not true: that the variance falls as B/M is an assumption, and so is that zones of one size share it.
/// - Reference: Ferman and Pinto (2019) Rev Econ Stat 101:452.
public struct FermanPinto: Sendable, Equatable {
  /// What the treated's distance is compared with.
  public enum Reference: String, Sendable, Hashable, CaseIterable {
    /// The rescaled placebos by rank; exact in spirit, but with a floor of 1/(J + 1).
    case ranks
    /// Student's t on (τ̂ − τ₀)/√v̂₁, with ``FermanPinto/degreesOfFreedom``.
    case student
    /// The normal distribution on (τ̂ − τ₀)/√v̂₁.
    case normal
  }

  /// τ̂.
  public let effect: Double
  /// A, in squared units of the outcome.
  public let shockVariance: Double
  /// B.
  public let samplingVariance: Double
  /// v̂₁, the variance of the treated's noise.
  public let treatedVariance: Double
  /// How much v̂₁ can be trusted, by Satterthwaite: v̂₁²/Σ c_j² v̂_j² where v̂₁ = Σ c_j Ŵ_j²; between 1 and J − 1. Near J where the treated
  /// is of middling size, and far fewer where only a few placebos are as small as it is.
  public let degreesOfFreedom: Double
  /// √(v̂₁/v̂_j), in the order of the placebos.
  public let factors: [Double]
  /// The placebos at the treated's size, scaled so that their mean square is v̂₁.
  public let rescaled: ConleyTaber
  /// What is worth knowing.
  public let diagnostics: [Diagnostic]

  /// √v̂₁.
  public var treatedError: Double { treatedVariance.squareRoot() }

  /// From the placebos of any estimator, and sizes of all units, donors first and the treated last.
  public init(_ placebos: PlaceboDistribution, sizes: [Double]?, scale: NoiseScale = .level)
    throws(EffectError)
  {
    guard let sizes else { throw .needsSizes }
    let treated = placebos.sets.first?.count ?? 1
    guard sizes.count > treated else {
      throw .shape(what: "sizes", expected: treated + 1, found: sizes.count)
    }
    if let unit = sizes.firstIndex(where: { !($0 > 0 && $0.isFinite) }) {
      throw .size(unit: unit, value: sizes[unit])
    }
    let donors = sizes.count - treated
    var groups: [[Double]] = []
    for set in placebos.sets {
      if let wrong = set.first(where: { !(0..<donors).contains($0) }) { throw .unknownDonor(wrong) }
      groups.append(set.map { sizes[$0] })
    }
    try self.init(
      effect: placebos.fit.effect, noise: placebos.effects, groups: groups,
      treated: Array(sizes[donors...]), scale: scale)
  }

  /// From an effect, draws of noise, and the sizes of the units each is the mean of.
  ///
  /// - Parameters:
  ///   - groups: The sizes of the units behind each draw.
  ///   - treated: The sizes of the treated.
  public init(
    effect: Double, noise: [Double], groups: [[Double]], treated: [Double], scale: NoiseScale = .level
  ) throws(EffectError) {
    guard noise.count >= 3 else { throw .tooFewDonors(needed: 3, found: noise.count) }
    guard groups.count == noise.count else {
      throw .shape(what: "sizes", expected: noise.count, found: groups.count)
    }
    guard !treated.isEmpty else { throw .noTreated }
    for (unit, sizes) in (groups + [treated]).enumerated() {
      guard !sizes.isEmpty else { throw .size(unit: unit, value: 0) }
      if let wrong = sizes.first(where: { !($0 > 0 && $0.isFinite) }) {
        throw .size(unit: unit, value: wrong)
      }
    }
    // Errors of effect and noise that are no numbers are found there.
    let plain = try ConleyTaber(effect: effect, noise: noise)
    let terms = groups.map { scale.terms($0) }
    let own = scale.terms(treated)
    // W² / shock on (1, sampling / shock): for rates the shock term is the same for all, so this is least squares of W².
    let ratios = terms.map { $0.sampling / $0.shock }
    let squares = zip(noise, terms).map { $0 * $0 / $1.shock }
    let (a, b, shares) = Self.variance(squares, ratios, at: own.sampling / own.shock)
    let variances = terms.map { a * $0.shock + b * $0.sampling }
    treatedVariance = a * own.shock + b * own.sampling
    guard treatedVariance > 0, variances.allSatisfy({ $0 > 0 }) else { throw .constantOutcomes }
    self.effect = effect
    shockVariance = a
    samplingVariance = b
    let variance = treatedVariance
    let target = variance / own.shock
    var uncertainty = 0.0
    for ((share, term), variance) in zip(zip(shares, terms), variances) {
      let part = share * variance / term.shock
      uncertainty += part * part
    }
    degreesOfFreedom = max(1, min(target * target / uncertainty, Double(noise.count - 1)))
    factors = variances.map { (variance / $0).squareRoot() }
    rescaled = try ConleyTaber(effect: effect, noise: zip(plain.noise, factors).map { $0 * $1 })
    var notes: [Diagnostic] = []
    let ownRatio = own.sampling / own.shock
    if let most = ratios.max(), let least = ratios.min(),
      ownRatio > most * (1 + 1e-9) || ownRatio < least * (1 - 1e-9)
    {
      notes.append(.noiseExtrapolated)
    }
    if a == 0 { notes.append(.noiseOnlySampling) }
    if b == 0 { notes.append(.noiseUnrelatedToSize) }
    diagnostics = notes
  }

  /// Least squares of y on (1, x) with neither coefficient below zero; where one would be, it is zero and the other is fitted
  /// alone. The shares are what each y adds to the fitted value at x₁.
  private static func variance(_ y: [Double], _ x: [Double], at own: Double) -> (
    a: Double, b: Double, shares: [Double]
  ) {
    let n = Double(y.count)
    let (meanX, meanY) = (x.reduce(0, +) / n, y.reduce(0, +) / n)
    var (cross, square, raw, rawCross) = (0.0, 0.0, 0.0, 0.0)
    for (x, y) in zip(x, y) {
      cross += (x - meanX) * (y - meanY)
      square += (x - meanX) * (x - meanX)
      raw += x * x
      rawCross += x * y
    }
    // Sizes that are all alike cannot tell A from B: all is A.
    let alike = y.map { _ in 1 / n }
    guard square > 1e-20 * raw else { return (meanY, 0, alike) }
    let b = cross / square
    if b <= 0 { return (meanY, 0, alike) }
    let a = meanY - b * meanX
    guard a >= 0 else { return (0, rawCross / raw, x.map { own * $0 / raw }) }
    return (a, b, x.map { 1 / n + (own - meanX) * ($0 - meanX) / square })
  }

  /// The p-value of an effect τ₀.
  public func pValue(
    of null: Double = 0, _ alternative: EffectAlternative = .twoSided, reference: Reference = .standard
  ) -> Double {
    let z = (effect - null) / treatedError
    let survival: (Double) -> Double
    switch reference {
    case .ranks: return rescaled.pValue(of: null, alternative)
    case .normal: survival = { Normal.standard.survival($0) }
    case .student:
      // At least one degree of freedom, so there is such a distribution.
      guard let student = try? StudentT(degreesOfFreedom: degreesOfFreedom) else { return 1 }
      survival = { student.survival($0) }
    }
    let tail = survival(alternative.size(z))
    return alternative == .twoSided ? min(1, 2 * tail) : tail
  }

  /// The effects that are not rejected; `nil` where ranks are asked for and the placebos are too few.
  public func interval(level: ConfidenceInterval.Level = .p95, reference: Reference = .standard)
    -> ConfidenceInterval?
  {
    let margin: Double
    switch reference {
    case .ranks: return rescaled.interval(level: level)
    case .normal: margin = level.normalQuantile * treatedError
    case .student:
      guard let quantile = level.studentQuantile(degreesOfFreedom: degreesOfFreedom) else {
        return nil
      }
      margin = quantile * treatedError
    }
    return ConfidenceInterval(lower: effect - margin, upper: effect + margin, level: level)
  }

  /// The effect with its interval, or with the reason why there is none. The method says which reference was used.
  public func estimate(level: ConfidenceInterval.Level = .p95, reference: Reference = .standard) -> Estimate {
    Estimate(
      effect, interval: interval(level: level, reference: reference),
      intervalReason: .tooFewPlacebosForLevel, standardError: treatedError, method: reference.method,
      n: Double(factors.count), diagnostics: diagnostics)
  }
}

extension FermanPinto.Reference {
  /// The reference of reports: chosen by simulated coverage, whose table is in the article on inference with small counts.
  public static let standard = Self.student

  /// The id of inference by this reference.
  public var method: Method {
    switch self {
    case .ranks: .fermanPinto
    case .student: .fermanPintoStudent
    case .normal: .fermanPintoNormal
    }
  }
}

extension Method {
  /// Placebos carried to the treated's size, by rank.
  public static let fermanPinto = Method("effect.ferman-pinto")
  /// The treated's variance from the placebos, with Student's t.
  public static let fermanPintoStudent = Method("effect.ferman-pinto-t")
  /// The treated's variance from the placebos, with the normal distribution.
  public static let fermanPintoNormal = Method("effect.ferman-pinto-normal")
}

extension Diagnostic {
  /// The treated is smaller or larger than every placebo: its noise is read off a line beyond the points.
  public static let noiseExtrapolated = Diagnostic("noise-extrapolated")
  /// The placebos vary no more than their sizes explain.
  public static let noiseOnlySampling = Diagnostic("noise-only-sampling")
  /// The placebos' noise does not fall with size.
  public static let noiseUnrelatedToSize = Diagnostic("noise-unrelated-to-size")
}
