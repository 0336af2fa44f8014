import Indicators

/// p-values of many indicators at once, from the same placebo zones (Westfall and Young's step-down).
///
///     let tested = try StepDownPlacebos(SharedPlacebos(own: effects, placebos: placeboEffects))
///     tested.adjusted        // one an indicator; nil where it was left out
///
/// With z_ki = τ_ki/s_k over all zones (``SharedPlacebos``) and the indicators ordered by the treated zone's size,
/// |z₍₁₎| ≥ |z₍₂₎| ≥ …:
///
///     p₍ₖ₎ = (1 + #{zones i: max over l ≥ k of |z_(l)i| ≥ |z₍ₖ₎|}) / (J + 1), then the running maximum over k
///
/// Rejecting where the adjusted value is ≤ α keeps the probability of any false rejection at or below α, where the zones could
/// have changed places; however the indicators depend on each other. Nothing is drawn: the zones are all there are.
///
/// - An indicator with a direction counts only effects that way.
/// - The floor is 1/(J + 1) for one indicator as for a thousand: unlike Bonferroni's it does not rise with their number.
/// - Shape: K indicators × J zones; O(KJ). Unit: probabilities.
/// - Missing: the rule of ``SharedPlacebos``.
/// - Errors: ``EffectError/shape(what:expected:found:)`` where there is not one alternative an indicator.
/// - What is not true: that zones are exchangeable is assumed, and false where the treated zone was chosen because it was
///   worst, or has other noise than the rest; see the conditional and size-aware placebos.
/// - References: Westfall and Young (1993) Resampling-Based Multiple Testing, algorithm 2.8; Romano and Wolf (2005) J Am Stat
///   Assoc 100:94.
public struct StepDownPlacebos: Sendable, Equatable {
  /// The treated zone's scores, one an indicator; `nil` where left out.
  public let scores: [Double?]
  /// p-values of each indicator alone, from the zones kept.
  public let pValues: [Double?]
  /// Adjusted p-values, one an indicator; `nil` where left out.
  public let adjusted: [Double?]
  /// The smallest p-value there can be.
  public let floor: Double

  /// The p-values of some indicators.
  ///
  /// - Parameter alternatives: One an indicator given to ``SharedPlacebos``, or one for all.
  public init(_ shared: SharedPlacebos, alternatives: [EffectAlternative] = [.twoSided])
    throws(EffectError)
  {
    let given = shared.indicators.count + shared.leftOut.count
    guard alternatives.count == given || alternatives.count == 1 else {
      throw .shape(what: "alternatives", expected: given, found: alternatives.count)
    }
    let all = shared.scores
    let zones = shared.zones.count
    let sizes = zip(all, shared.indicators).map { row, index in
      row.map((alternatives.count == 1 ? alternatives[0] : alternatives[index]).size)
    }
    let own = sizes.map { $0[zones] }
    let order = own.indices.sorted { (own[$1], $0) < (own[$0], $1) }
    var largest = [Double](repeating: -.infinity, count: zones)
    var steps = [Double](repeating: 1, count: order.count)
    for (place, row) in order.enumerated().reversed() {
      for zone in 0..<zones { largest[zone] = max(largest[zone], sizes[row][zone]) }
      let reached = largest.count { PlaceboDistribution.reaches($0, own[row]) }
      steps[place] = Double(1 + reached) / Double(zones + 1)
    }
    var scores = [Double?](repeating: nil, count: given)
    var single = scores
    var adjusted = scores
    var highest = 0.0
    for (place, row) in order.enumerated() {
      let index = shared.indicators[row]
      highest = max(highest, steps[place])
      adjusted[index] = highest
      scores[index] = all[row][zones]
      let reached = sizes[row].dropLast().count { PlaceboDistribution.reaches($0, own[row]) }
      single[index] = Double(1 + reached) / Double(zones + 1)
    }
    self.scores = scores
    self.adjusted = adjusted
    pValues = single
    floor = shared.floor
  }
}

extension Method {
  /// Step-down p-values over shared placebo zones.
  public static let stepDownPlacebos = Method("effect.step-down-placebos")
}
