import Estimates
import Indicators
import Trends

/// What a trend does about figures of windows that share years.
public enum WindowHandling: String, Sendable, CaseIterable {
  /// Test the yearly figures behind the windows.
  case yearly
  /// Test windows that share no years, the last one among them.
  case disjoint
  /// Test all windows, with a variance that allows for the years they share.
  case corrected
  /// Refuse windows that share years.
  case refuse

  /// The handling with this name.
  ///
  /// - Throws: ``AnalysisError/unknownChoice(option:name:known:)``.
  public static func named(_ name: String) throws(AnalysisError) -> WindowHandling {
    guard let handling = WindowHandling(rawValue: name) else {
      throw .unknownChoice(option: "--windows", name: name, known: allCases.map(\.rawValue))
    }
    return handling
  }
}

/// What a trend does about a break in the series.
public enum BreakHandling: String, Sendable, CaseIterable {
  /// Test the figures since the last break.
  case split
  /// Refuse the series.
  case block

  /// The handling with this name.
  ///
  /// - Throws: ``AnalysisError/unknownChoice(option:name:known:)``.
  public static func named(_ name: String) throws(AnalysisError) -> BreakHandling {
    guard let handling = BreakHandling(rawValue: name) else {
      throw .unknownChoice(option: "--breaks", name: name, known: allCases.map(\.rawValue))
    }
    return handling
  }
}

/// The figures a trend of one panel is tested on, and what was done to get them.
struct TrendFigures {
  /// The figures.
  private(set) var panel: Panel
  /// Whether the periods overlap and the variance is to be corrected for that.
  private(set) var isCorrected = false
  /// What every row says.
  private(set) var diagnostics: [Diagnostic] = []
  /// Why no series may be tested.
  private(set) var refusal: Reason?

  /// The figures behind a panel that is shown.
  ///
  /// Without a wish windows that overlap are replaced by the yearly figures behind them, else by as many disjoint
  /// windows as the test needs, else their variance is corrected; where not even a series that rises all along could
  /// be found so, they are refused.
  init(
    _ shown: Panel, of dataset: Dataset, windows: WindowHandling?, breaks: BreakHandling,
    level: ConfidenceInterval.Level
  ) throws(AnalysisError) {
    do {
      panel = try Self.sinceBreak(shown, dataset.catalogue[shown.indicator]?.breaks ?? [], breaks)
      if panel.periods.count < shown.periods.count { diagnostics.append(.sinceBreak) }
      if breaks == .block, Self.lastBreak(shown, dataset.catalogue[shown.indicator]?.breaks ?? []) != nil {
        refusal = .seriesBreak
        return
      }
      let yearly = dataset.underlying[shown.indicator]?.first { $0.stratum == shown.stratum }
      guard panel.periods.anyOverlap || (yearly != nil && windows == nil) else { return }
      let wanted = windows.map { [$0] } ?? [.yearly, .disjoint, .corrected]
      for handling in wanted
      where try apply(handling, yearly, dataset, shown, breaks, level, isWish: windows != nil) {
        return
      }
      refusal = windows == .yearly ? .noYearlyFigures : .overlappingPeriods
    } catch {
      throw .indicators(error)
    }
  }

  private mutating func apply(
    _ handling: WindowHandling, _ yearly: Panel?, _ dataset: Dataset, _ shown: Panel, _ breaks: BreakHandling,
    _ level: ConfidenceInterval.Level, isWish: Bool
  ) throws(IndicatorsError) -> Bool {
    switch handling {
    case .yearly:
      guard let yearly, !yearly.periods.anyOverlap else { return false }
      let known = dataset.catalogue[shown.indicator]?.breaks ?? []
      panel = try Self.sinceBreak(yearly, known, breaks)
      if panel.periods.count < yearly.periods.count, !diagnostics.contains(.sinceBreak) {
        diagnostics.append(.sinceBreak)
      }
      diagnostics.append(.yearlyFigures)
    case .disjoint:
      let kept = Self.disjoint(panel.periods)
      guard !kept.isEmpty, isWish || kept.count >= MannKendall.minimumPoints(level: level) else {
        return false
      }
      panel = try panel.cut(periods: kept)
      diagnostics.append(.disjointWindows)
    case .corrected:
      guard let first = panel.periods.first,
        panel.periods.allSatisfy({ $0.unit == first.unit && $0.length == first.length }),
        OverlapCorrectedTrend.canReach(level, windows: panel.periods)
      else { return false }
      isCorrected = true
    case .refuse: return false
    }
    return true
  }

  /// The positions of windows as long as the last one that share no day with each other, from the last one back.
  static func disjoint(_ periods: [Period]) -> [Int] {
    guard let last = periods.last else { return [] }
    var kept: [Int] = []
    for (place, period) in periods.enumerated().reversed()
    where period.unit == last.unit && period.length == last.length {
      if let next = kept.last, period.overlaps(periods[next]) { continue }
      kept.append(place)
    }
    return kept.reversed()
  }

  /// The last break that has periods on both sides.
  private static func lastBreak(_ panel: Panel, _ breaks: [SeriesBreak]) -> Period? {
    guard let first = panel.periods.first, let last = panel.periods.last else { return nil }
    return breaks.map(\.period).filter {
      $0.days.lowerBound > first.days.lowerBound && $0.days.lowerBound < last.days.upperBound
    }.max()
  }

  /// The panel of the periods that begin at the last break or after it; a window across it mixes what cannot be
  /// compared.
  private static func sinceBreak(
    _ panel: Panel, _ breaks: [SeriesBreak], _ handling: BreakHandling
  ) throws(IndicatorsError) -> Panel {
    guard handling == .split, let start = lastBreak(panel, breaks) else { return panel }
    return try panel.cut(
      periods: panel.periods.indices.filter {
        panel.periods[$0].days.lowerBound >= start.days.lowerBound
      })
  }
}

extension Diagnostic {
  /// The trend is that since the last break of the series.
  public static let sinceBreak = Diagnostic("since-break")
  /// The trend is that of the yearly figures behind the windows shown.
  public static let yearlyFigures = Diagnostic("yearly-figures")
  /// The trend is that of windows that share no years.
  public static let disjointWindows = Diagnostic("disjoint-windows")
}

extension Reason {
  /// The series has a break, and figures on its two sides cannot be compared.
  public static let seriesBreak = Reason("series-break")
  /// Yearly figures were asked for, and only those of windows are known.
  public static let noYearlyFigures = Reason("no-yearly-figures")
}
