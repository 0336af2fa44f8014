/// What is compared between the treated and the placebos.
public enum PlaceboStatistic: String, Sendable, Hashable, CaseIterable {
  /// The effect itself. Fair where units are equally noisy.
  case effect
  /// √ of the mean squared gap from the start on, over the same before it (Abadie, Diamond and Hainmueller 2010). It has no
  /// direction: a fall and a rise count alike.
  case errorRatio = "error-ratio"
  /// The effect over √ of the mean squared gap before the start: the ratio's idea with a direction.
  case scaledEffect = "scaled-effect"

  /// `over / under` of two errors that are not negative: zero where both are, infinite where only the lower one is.
  static func quotient(_ over: Double, _ under: Double) -> Double {
    over == 0 && under == 0 ? 0 : over / under
  }

  /// The value for one fit; larger is further from nothing in the direction asked for.
  func value(of fit: EffectFit, prePeriods: Int, _ alternative: EffectAlternative) -> Double {
    switch self {
    case .effect: alternative.size(fit.effect)
    case .errorRatio:
      Self.quotient(
        fit.rootMeanSquare(over: prePeriods..<fit.observed.count), fit.rootMeanSquare(over: 0..<prePeriods))
    case .scaledEffect:
      alternative.size(
        fit.effect == 0 ? 0 : fit.effect / fit.rootMeanSquare(over: 0..<prePeriods))
    }
  }
}

extension PlaceboDistribution {
  /// The statistic of the treated.
  public func statistic(_ kind: PlaceboStatistic, _ alternative: EffectAlternative = .twoSided) -> Double {
    kind.value(of: fit, prePeriods: prePeriods, alternative)
  }

  /// The statistics of the placebos, in the order of ``sets``.
  public func statistics(_ kind: PlaceboStatistic, _ alternative: EffectAlternative = .twoSided) -> [Double] {
    placebos.map { kind.value(of: $0, prePeriods: prePeriods, alternative) }
  }

  /// The share of all, the treated among them, whose statistic is at least the treated's.
  public func pValue(_ kind: PlaceboStatistic, _ alternative: EffectAlternative = .twoSided) -> Double {
    let own = statistic(kind, alternative)
    let larger = statistics(kind, alternative).count { Self.reaches($0, own) }
    return Double(1 + larger) / Double(placebos.count + 1)
  }
}
