import Indicators

/// The periods of a design: those wholly before the start, and those from it on.
///
/// A period across the start belongs to neither. Of windows that share years only some are used, since the others would say
/// the same twice: before the start from the last one back, after it from the first one on, all as long as the last window
/// before the start.
struct EffectPeriods {
  /// Positions before the start, in order.
  let before: [Int]
  /// Positions from the start on, in order.
  let after: [Int]
  /// What was left out.
  let diagnostics: [Diagnostic]

  init(_ periods: [Period], start: Period, stop: Period?) {
    let first = start.days.lowerBound
    let last = stop?.days.upperBound
    var before: [Int] = []
    var after: [Int] = []
    var diagnostics: [Diagnostic] = []
    for (index, period) in periods.enumerated() {
      if period.days.upperBound <= first {
        before.append(index)
      } else if period.days.lowerBound < first {
        diagnostics.append(.periodAcrossStart)
      } else if let last, period.days.upperBound > last {
        diagnostics.append(.afterStop)
      } else {
        after.append(index)
      }
    }
    if (before + after).map({ periods[$0] }).anyOverlap {
      diagnostics.append(.disjointWindows)
      before = TrendFigures.disjoint(before.map { periods[$0] }).map { before[$0] }
      let model = before.last.map { periods[$0] } ?? periods.first
      var kept: [Int] = []
      for index in after {
        let period = periods[index]
        guard period.unit == model?.unit, period.length == model?.length else { continue }
        if let previous = kept.last, period.overlaps(periods[previous]) { continue }
        kept.append(index)
      }
      after = kept
    }
    self.before = before
    self.after = after
    var seen: Set<Diagnostic> = []
    self.diagnostics = diagnostics.filter { seen.insert($0).inserted }
  }
}

extension Diagnostic {
  /// A period across the start was left out.
  public static let periodAcrossStart = Diagnostic("period-across-start")
  /// Periods after the programme's end were left out.
  public static let afterStop = Diagnostic("after-stop")
}
