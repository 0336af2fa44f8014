import Indicators

/// What the headline of `effect` is to be tried against: other estimators, other zones to compare with, other years, and the
/// checks of `effect --sensitivity`.
///
/// The headline is the first estimator asked for, with the zones and years asked for. It is fixed before this is looked at;
/// nothing here is averaged, and nothing here changes it.
public struct SensitivityQuestion: Sendable {
  /// The estimators of the panel beside the headline's.
  public var estimators: [EffectMethod]
  /// The first and the last of the periods that made the zone be chosen; `nil` for the last three before the start.
  public var selection: PeriodRange?
  /// Pairs of neighbours, for the panel's rule without neighbours and for the ring; where zones next door are left out by the
  /// question itself, its own pairs are used.
  public var neighbours: [ZonePair] = []
  /// Pairs of neighbours that placebo districts are made of; `nil` for no districts.
  public var districts: [ZonePair]?
  /// How large a donor may be beside the treated, where the question sets no bound.
  public var sizeBand = 0.5...2.0
  /// How far, as a share, a placebo district's population may be from the treated's.
  public var tolerance = 0.2
  /// The most placebo districts; beyond it they are grown at random.
  public var districtLimit = 2000

  /// Some estimators beside the headline's; all that can answer any study where none are named.
  public init(estimators: [EffectMethod]? = nil) {
    self.estimators = estimators ?? EffectMethod.all.filter(\.isOfAll)
  }

  /// The positions of the selection years among the periods before the start, which follow each other.
  ///
  /// - Returns: `nil` where none of them lies before the start. Without a wish the last three, and never more than half.
  func selectionYears(_ study: EffectStudy) -> Range<Int>? {
    let before = study.periods.prefix(study.design.prePeriods)
    guard let selection else {
      let count = min(3, before.count / 2)
      return count > 0 ? before.count - count..<before.count : nil
    }
    let chosen = before.indices.filter { selection.contains(before[$0]) }
    guard let first = chosen.first, let last = chosen.last else { return nil }
    return first..<last + 1
  }
}
