import Comparisons
import Estimates
import Indicators
import Rates

extension Diagnostic {
  /// The zone is part of what it is compared with; the uncertainty is that of the zone against the remainder.
  public static let partOfComparator = Diagnostic("part-of-comparator")
}

extension Method {
  /// The difference of two figures as reported, without an interval.
  public static let plainDifference = Method("difference.as-reported")
}

/// A zone's figure against its comparator's, in the panel's unit: the difference, the ratio and the p-value.
///
/// Disjoint areas are contrasted as they are (``Comparisons/Contrast``). Where the comparator W contains the zone Z, only Z
/// and the remainder R are independent. With w = n_Z / n_W known, p_W = w·p_Z + (1 − w)·p_R, so
///
///     p_Z − p_W = (1 − w)(p_Z − p_R)        p_Z / p_W = ρ / (wρ + 1 − w),  ρ = p_Z / p_R
///
/// Both grow with the contrast of Z and R, so its interval ends carry over, and the p-value is the same.
struct ZoneContrast {
  let difference: Estimate
  /// The ratio, or why there is none.
  let ratio: Result<Estimate, FigureRefusal>
  let pValue: Double
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - zone: The zone's figure.
  ///   - other: The comparator's figure, or the remainder's where the comparator contains the zone.
  ///   - share: The zone's share w of the comparator's denominator; `nil` for disjoint areas.
  init(_ zone: Figure, _ other: Figure, share: Double?, multiplier: Double, level: ConfidenceInterval.Level)
    throws(FigureRefusal)
  {
    let contrast = try Contrast(zone, against: other)
    let ratio = Result { () throws(FigureRefusal) in try contrast.ratio(level: level) }
    pValue = contrast.pValue
    guard let w = share else {
      difference = contrast.difference(level: level).scaled(by: multiplier)
      self.ratio = ratio
      diagnostics = []
      return
    }
    difference = contrast.difference(level: level).scaled(by: multiplier * (1 - w))
    func carried(_ rho: Double) -> Double { rho.isInfinite ? 1 / w : rho / (w * rho + 1 - w) }
    self.ratio = ratio.map { estimate in
      let interval = estimate.interval.flatMap {
        ConfidenceInterval(lower: carried($0.lower), upper: carried($0.upper), level: $0.level)
      }
      return Estimate(
        carried(estimate.value), interval: interval, intervalReason: estimate.intervalReason,
        method: estimate.method, n: estimate.n, diagnostics: estimate.diagnostics)
    }
    diagnostics = [.partOfComparator]
  }

  /// What the difference means: better, worse or similar by the direction; higher, lower or similar without one.
  ///
  /// *Similar* is said where the interval holds zero; it does not say that the two are equal.
  func verdict(_ direction: Direction?) -> String {
    guard let interval = difference.interval else { return "not-compared" }
    if interval.contains(0) { return "similar" }
    let isHigher = difference.value > 0
    switch direction {
    case .higherIsBetter: return isHigher ? "better" : "worse"
    case .lowerIsBetter: return isHigher ? "worse" : "better"
    case .neutral, nil: return isHigher ? "higher" : "lower"
    }
  }
}
