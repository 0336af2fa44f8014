import Analyses
import Disclosure
import Estimates
import Indicators
import Scheduler

/// The results of a refresh, through disclosure control.
public struct RefreshResults: Sendable {
  /// Levels of all zones and groups.
  public let level: Protected<ResultSet>
  /// The treated zones in the baseline window.
  public let baseline: Protected<ResultSet>?
  /// Trends of the treated zones.
  public let trend: Protected<ResultSet>
  /// The treated zones against the programme's comparator, in every period.
  public let compare: Protected<ResultSet>
  /// What breaks a rule of the quality gate.
  public let check: Protected<ResultSet>

  /// All of them.
  public var all: [Protected<ResultSet>] { [level, trend, compare, check] + (baseline.map { [$0] } ?? []) }
}

/// Answers the questions a programme asks every night.
enum AnalyseStage {
  /// - Parameter frozen: The rows of the baseline frozen earlier, whose window stands.
  static func run(
    _ dataset: Protected<Dataset>, _ programme: Programme, frozen: ResultTable? = nil, threads: ThreadLimit
  ) throws -> RefreshResults {
    let against = Against(programme.against)
    let treated = programme.treated.map(\.zone)
    func options(_ zones: [String]) -> AnalysisOptions { AnalysisOptions(zones: zones, threads: threads) }
    let totals = try dataset.map { try $0.split(by: []).dataset }
    let level = try totals.map { data in
      let zones = Set(data.panels.flatMap(\.zones).map(\.code))
      let ordered = data.panels.flatMap(\.zones).map(\.code).reduce(into: [String]()) { all, code in
        if zones.contains(code), !all.contains(code) { all.append(code) }
      }
      return try Level.run(
        data, options: options(ordered + data.groups.map(\.id).filter { !zones.contains($0) }))
    }
    let window = programme.baseline.map { PeriodRange(from: $0.parts.first, to: $0.parts.last) }
    return RefreshResults(
      level: level,
      baseline: try window.map { window in
        try totals.map {
          try Baseline.run(
            $0, window: window, against: against, options: options(treated), frozen: frozen)
        }
      },
      trend: try totals.map { try Trend.run($0, options: options(treated)) },
      compare: try totals.map {
        try Compare.run($0, against: against, latestOnly: false, options: options(treated))
      },
      check: dataset.map { Check.run($0) })
  }
}
