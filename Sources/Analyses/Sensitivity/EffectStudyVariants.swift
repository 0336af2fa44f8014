import Evaluation
import Indicators

/// The same study with fewer donors or fewer periods.
extension EffectStudy {
  /// Only some donors, in the order given.
  func keeping(donors kept: [Int]) throws(EffectError) -> EffectStudy {
    EffectStudy(
      design: try design.keeping(donors: kept), treated: treated, donors: kept.map { donors[$0] },
      periods: periods, start: start, scale: scale, noise: noise, panel: panel,
      treatedPositions: treatedPositions, donorPositions: kept.map { donorPositions[$0] },
      periodPositions: periodPositions, diagnostics: diagnostics)
  }

  /// Without some periods before the start, by position. The sizes of zones stay what they were.
  ///
  /// - Throws: ``Evaluation/EffectError/tooFewPrePeriods(needed:found:)`` where fewer than two are left: with one nobody sees
  ///   how much zones swing.
  func leavingOut(before gone: Range<Int>) throws(EffectError) -> EffectStudy {
    let left = design.prePeriods - gone.count
    guard left >= EffectStudyMaking.fewestBefore else {
      throw .tooFewPrePeriods(needed: EffectStudyMaking.fewestBefore, found: left)
    }
    var shorter = design
    for period in gone.reversed() { shorter = try shorter.leavingOut(prePeriod: period) }
    func kept<Element>(_ all: [Element]) -> [Element] {
      all.indices.filter { !gone.contains($0) }.map { all[$0] }
    }
    return EffectStudy(
      design: shorter, treated: treated, donors: donors, periods: kept(periods), start: start, scale: scale,
      noise: noise, panel: panel, treatedPositions: treatedPositions, donorPositions: donorPositions,
      periodPositions: kept(periodPositions), diagnostics: diagnostics)
  }
}
