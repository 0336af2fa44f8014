/// What is compared between the treated and the placebos.
public enum PlaceboScore: String, Sendable, Hashable, CaseIterable {
  /// The effect itself. Fair where units are equally noisy.
  case effect
  /// √ of the mean squared gap from the start on, over the same before it (Abadie, Diamond and Hainmueller 2010). It has no
  /// direction: a fall and a rise count alike.
  case errorRatio = "error-ratio"
  /// The effect over √ of the mean squared gap before the start: the ratio's idea with a direction.
  case scaledEffect = "scaled-effect"

  /// √ of the mean squared gap before the start. An error that is but rounding beside the outcomes, 10⁻¹⁰ of the largest, is
  /// zero: that is how far the conditions of an optimum are met, and a ratio to it would rank the rounding.
  static func errorBefore(_ fit: EffectFit, prePeriods: Int) -> Double {
    let error = fit.rootMeanSquare(over: 0..<prePeriods)
    let size = fit.observed.reduce(0) { max($0, abs($1)) }
    return error <= 1e-10 * size ? 0 : error
  }

  /// The error after the start over that before it: zero where both are, infinite where only the lower one is.
  static func errorRatio(_ fit: EffectFit, prePeriods: Int) -> Double {
    let after = fit.rootMeanSquare(over: prePeriods..<fit.observed.count)
    let before = errorBefore(fit, prePeriods: prePeriods)
    return after == 0 && before == 0 ? 0 : after / before
  }

  /// The value for one fit; larger is further from nothing in the direction asked for.
  func value(of fit: EffectFit, prePeriods: Int, _ alternative: EffectAlternative) -> Double {
    switch self {
    case .effect: alternative.size(fit.effect)
    case .errorRatio: Self.errorRatio(fit, prePeriods: prePeriods)
    case .scaledEffect:
      alternative.size(
        fit.effect == 0 ? 0 : fit.effect / Self.errorBefore(fit, prePeriods: prePeriods))
    }
  }
}

extension PlaceboDistribution {
  /// The statistic of the treated.
  public func statistic(_ kind: PlaceboScore, _ alternative: EffectAlternative = .twoSided) -> Double {
    kind.value(of: fit, prePeriods: prePeriods, alternative)
  }

  /// The statistics of the placebos, in the order of ``sets``.
  public func statistics(_ kind: PlaceboScore, _ alternative: EffectAlternative = .twoSided) -> [Double] {
    placebos.map { kind.value(of: $0, prePeriods: prePeriods, alternative) }
  }

  /// The statistics of those the treated are ranked among: of ``permutations`` where there are, else of the placebos.
  func others(_ kind: PlaceboScore, _ alternative: EffectAlternative) -> [Double] {
    permutations.map { $0.scores.map { $0.value(kind, alternative) } } ?? statistics(kind, alternative)
  }

  /// The place of the treated among all by a statistic; 1 is the largest.
  public func rank(by kind: PlaceboScore, _ alternative: EffectAlternative = .twoSided) -> Int {
    let own = statistic(kind, alternative)
    return 1 + others(kind, alternative).count { Self.reaches($0, own) }
  }

  /// The share of all, the treated among them, whose statistic is at least the treated's.
  public func pValue(_ kind: PlaceboScore, _ alternative: EffectAlternative = .twoSided) -> Double {
    Double(rank(by: kind, alternative)) / Double(compared + 1)
  }
}
