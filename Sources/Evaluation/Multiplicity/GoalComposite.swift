import Estimates
import Indicators
import LinearAlgebra

/// One number for a goal: the mean of its indicators' effects, put on one scale on which more is always worse, with a p-value
/// from the same placebo zones.
///
///     let goal = try GoalComposite(SharedPlacebos(own: effects, placebos: rows), better: directions)
///     goal.value           // negative: the treated zone did better than the zones around it
///     goal.pValue()        // the share of zones with a composite at least as far from zero
///
/// Each indicator's effects over all zones, the treated among them, become z-scores (``Estimates/DirectionAlignedScores``); the
/// composite of a zone is Σ wₖ z_ki with weights that sum to one:
///
///     equal      wₖ = 1/K
///     precision  w ∝ R⁻¹1, R the correlations of the scores over zones (generalised least squares; Anderson 2008)
///
/// - Many weak effects in one direction add up in a composite where no single one can be told from chance.
/// - Precision weights may be negative where an indicator runs against the others; ``diagnostics`` says so.
/// - Unit: standard deviations of zones. Missing: the rule of ``SharedPlacebos``.
/// - Indicators without a direction take no part, and are listed in ``withoutDirection``.
/// - Errors: ``EffectError/shape(what:expected:found:)``; ``EffectError/parameter(name:value:)`` where no indicator has a
///   direction; ``EffectError/tooFewDonors(needed:found:)`` where precision weights have fewer zones than K + 2, and
///   ``EffectError/numerical(detail:)`` where indicators say the same.
/// - What is not true: a composite has no unit of its own, and a small one may hide a large rise and a large fall.
/// - References: Anderson (2008) J Am Stat Assoc 103:1481; O'Brien (1984) Biometrics 40:1079.
public struct GoalComposite: Sendable, Equatable {
  /// How the indicators weigh.
  public enum Weighting: String, Sendable, Hashable, CaseIterable {
    /// All alike.
    case equal
    /// By the inverse of their correlations.
    case precision
  }

  /// The treated zone's composite; more is worse.
  public let value: Double
  /// The placebo zones' composites, in the order of ``SharedPlacebos/zones``.
  public let placebos: [Double]
  /// Positions of the indicators that take part, ascending.
  public let indicators: [Int]
  /// Their weights, in that order.
  public let weights: [Double]
  /// Positions of the indicators without a direction.
  public let withoutDirection: [Int]
  /// What is worth knowing.
  public let diagnostics: [Diagnostic]

  /// The composite of some indicators.
  ///
  /// - Parameter better: Which way is better, one an indicator given to ``SharedPlacebos``.
  public init(_ shared: SharedPlacebos, better: [Direction], weighting: Weighting = .equal)
    throws(EffectError)
  {
    let given = shared.indicators.count + shared.leftOut.count
    guard better.count == given else {
      throw .shape(what: "directions", expected: given, found: better.count)
    }
    let rows = shared.indicators.indices.filter { better[shared.indicators[$0]] != .neutral }
    guard !rows.isEmpty else { throw .parameter(name: "directions", value: 0) }
    let scores = rows.map { row in
      DirectionAlignedScores.scores(
        shared.placebos[row] + [shared.own[row]], better: better[shared.indicators[row]], by: .zScore)
    }
    weights =
      switch weighting {
      case .equal: [Double](repeating: 1 / Double(rows.count), count: rows.count)
      case .precision: try Self.precision(scores)
      }
    var composites = [Double](repeating: 0, count: shared.zones.count + 1)
    for (weight, row) in zip(weights, scores) {
      for zone in composites.indices { composites[zone] += weight * row[zone] }
    }
    value = composites[shared.zones.count]
    placebos = Array(composites.dropLast())
    indicators = rows.map { shared.indicators[$0] }
    withoutDirection = shared.indicators.filter { better[$0] == .neutral }
    diagnostics = weights.contains { $0 < 0 } ? [Diagnostic("negative-weight")] : []
  }

  /// The share of all zones, the treated among them, whose composite is at least as large; `.less` asks for improvement.
  public func pValue(_ alternative: EffectAlternative = .twoSided) -> Double {
    let own = alternative.size(value)
    let reached = placebos.count { PlaceboDistribution.reaches(alternative.size($0), own) }
    return Double(1 + reached) / Double(placebos.count + 1)
  }

  /// R⁻¹1 over its sum.
  private static func precision(_ scores: [[Double]]) throws(EffectError) -> [Double] {
    let zones = scores.first?.count ?? 0
    guard zones >= scores.count + 2 else { throw .tooFewDonors(needed: scores.count + 1, found: zones - 1) }
    do {
      let correlations = try Matrix(columns: scores).gram()
      var scaled = correlations
      for row in 0..<scaled.rows {
        for column in 0..<scaled.columns { scaled[row, column] = correlations[row, column] / Double(zones) }
      }
      let raw = try CholeskyFactorization(scaled).solve([Double](repeating: 1, count: scores.count))
      let sum = raw.reduce(0, +)
      // 1ᵀR⁻¹1 is at least 1/λ_max, so it is never near zero for a matrix that factorised.
      return raw.map { $0 / sum }
    } catch { throw .numerical(detail: "\(error)") }
  }
}

extension Method {
  /// The composite effect of a goal.
  public static let goalComposite = Method("effect.goal-composite")
}
