import Scheduler

/// The effect with one donor, or one period before the start, left out at a time.
///
///     let donors = try LeaveOneOut.donors(DifferenceInDifferences(), design)
///     donors.smallest?.fit?.effect     // … donors.largest, donors.mean: how far the answer hangs on one donor
///     donors.breakdown                 // the donor without whom the effect has the other sign
///
/// The estimator is tuned once, on the whole design, so that what moves is the figures and not the rule.
///
/// - Shape: one case each. What the estimator refuses carries its error and counts in nothing.
/// - What is not true: the span of these effects is no confidence interval.
public struct LeaveOneOut: Sendable {
  /// One case.
  public struct Case: Sendable, Equatable {
    /// Which donor or which period was left out; counted from 0 in the whole design.
    public let position: Int
    /// Its weight in the whole design; `nil` where the estimator has none.
    public let weight: Double?
    /// The effect without it; `nil` where the estimator refused.
    public let fit: EffectFit?
    /// Why there is none.
    public let error: EffectError?
  }

  /// The fit of the whole design.
  public let whole: EffectFit
  /// The cases, in order of position.
  public let cases: [Case]

  init(
    _ whole: EffectFit, positions: [Int], weights: [Double],
    results: [Result<EffectFit, EffectError>]
  ) {
    self.whole = whole
    cases = zip(positions, results).map { position, result in
      let weight = weights.indices.contains(position) ? weights[position] : nil
      return switch result {
      case .success(let fit): Case(position: position, weight: weight, fit: fit, error: nil)
      case .failure(let error): Case(position: position, weight: weight, fit: nil, error: error)
      }
    }
  }

  private var fitted: [(case: Case, effect: Double)] {
    cases.compactMap { one in one.fit.map { (one, $0.effect) } }
  }

  /// The case with the lowest effect; the first of equals. `nil` where all were refused.
  public var smallest: Case? { fitted.min { $0.effect < $1.effect }?.case }

  /// The case with the highest effect; the first of equals. `nil` where all were refused.
  public var largest: Case? { fitted.max { $0.effect < $1.effect }?.case }

  /// The mean of the effects; `nil` where all were refused.
  public var mean: Double? {
    let all = fitted
    return all.isEmpty ? nil : all.reduce(0) { $0 + $1.effect } / Double(all.count)
  }

  /// The case that moves the effect most; the first of equals. `nil` where all were refused.
  public var mostInfluential: Case? {
    fitted.max { abs($0.effect - whole.effect) < abs($1.effect - whole.effect) }?.case
  }

  /// The case without which the effect is zero or has the other sign, the furthest of them; `nil` where there is none.
  public var breakdown: Case? {
    let sign: Double = whole.effect < 0 ? -1 : 1
    guard let worst = fitted.min(by: { $0.effect * sign < $1.effect * sign }) else { return nil }
    return worst.effect * sign <= 0 && whole.effect != 0 ? worst.case : nil
  }
}
