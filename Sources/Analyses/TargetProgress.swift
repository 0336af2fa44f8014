import Comparisons
import Estimates
import Indicators
import Rates

extension Reason {
  /// No time is left until the target.
  public static let targetYearPassed = Reason("target-year-passed")
  /// The target equals the starting point and nothing says which way is better.
  public static let noDirection = Reason("no-direction")
  /// The programme has no target for the zone.
  public static let noTarget = Reason("no-target")
}

extension Diagnostic {
  /// The latest value has passed the target, but its interval holds it.
  public static let targetWithinUncertainty = Diagnostic("target-within-uncertainty")
}

/// `target`: whether zones are on their way to what they should reach.
public enum TargetProgress {
  /// A target that is asked for, of every zone and indicator asked for.
  public struct Aim: Sendable, Hashable {
    /// The value, in the indicator's unit.
    public let value: Double
    /// When.
    public let period: Period

    /// A target.
    public init(value: Double, by period: Period) {
      self.value = value
      self.period = period
    }
  }

  /// One row a target and zone.
  ///
  /// - Parameters:
  ///   - aim: A target for all zones; `nil` for those the programme declares.
  ///   - declared: The programme's targets.
  ///   - window: The baseline; the line through the figures begins with it. `nil` for all figures and no baseline.
  /// - Throws: ``AnalysisError`` where a zone is unknown or ambiguous.
  public static func run(
    _ dataset: Dataset, aim: Aim?, declared: [Target] = [], window: PeriodRange?, options: AnalysisOptions
  ) throws(AnalysisError) -> ResultSet {
    var table = ResultTable(Schemas.target.split(by: options.keys))
    var findings = dataset.findings
    for shown in dataset.panels {
      let panel = dataset.underlying[shown.indicator]?.first { $0.stratum == shown.stratum } ?? shown
      let own = declared.filter { $0.indicator == panel.indicator }
      // A programme's targets name their zones; without one of them there is nothing to say unless zones are asked for.
      if aim == nil, own.isEmpty, options.zones.isEmpty { continue }
      let zones = options.zones.isEmpty && aim == nil ? own.map(\.zone) : options.zones
      let prepared = try Prepared(panel, of: dataset, zones: zones)
      findings += prepared.grouped.findings
      for row in prepared.rows {
        var aims = aim.map { [$0] } ?? []
        for target in own where aim == nil {
          guard try prepared.choice.code(target.zone, in: dataset.panels) == row.code,
            let year = Period(year: target.year)
          else { continue }
          aims.append(Aim(value: target.value, by: year))
        }
        var frame = dataset.commonCells(
          prepared.panel, code: row.code, name: prepared.name(row), options: options,
          schema: Schemas.target, statuses: [])
        frame["method"] = .text(Method.targetLine.rawValue)
        frame["verdict"] = .text(TargetTracking.Verdict.cannotSay.rawValue)
        if aims.isEmpty {
          frame.refuse(.noTarget)
          table.append(frame)
        }
        for aim in aims {
          var cells = frame
          cells["target"] = .number(aim.value, or: .notApplicable)
          cells["by_period"] = .text(aim.period.description)
          switch row.position {
          case .failure(let refusal): cells.refuse(refusal.reason)
          case .success(let zone): fill(&cells, zone, prepared.panel, aim, window, dataset, options)
          }
          table.append(cells)
        }
      }
    }
    return ResultSet(verb: "target", tables: [table], findings: findings)
  }

  private static func fill(
    _ cells: inout ResultCells, _ zone: Int, _ panel: Panel, _ aim: Aim, _ window: PeriodRange?,
    _ dataset: Dataset, _ options: AnalysisOptions
  ) {
    let begin = window?.first
    let wanted = panel.periods.indices.filter { period in
      begin.map { panel.periods[period].days.lowerBound >= $0.days.lowerBound } ?? true
    }
    if let window {
      cells["window"] = .text(window.description)
      let periods = panel.periods.indices.filter { window.contains(panel.periods[$0]) }
      do throws(FigureRefusal) {
        guard !periods.isEmpty else { throw FigureRefusal(.periodNotInData) }
        let found = try BaselineWindow(panel, zone: zone, periods: periods).estimate(level: options.level)
        cells.set(found, "baseline", "baseline_lower", "baseline_upper")
      } catch {
        cells["baseline"] = ResultValue.none(error.reason)
      }
    }
    if wanted.contains(where: { panel[zone: zone, period: $0].status.isSuppressed }) {
      return cells.refuse(.suppressed)
    }
    let observed = wanted.filter { panel[zone: zone, period: $0].status.isObserved }
    guard let last = observed.last else { return cells.refuse(.missing) }
    cells["period"] = .text(panel.periods[last].description)
    let latest = Level.estimate(
      panel[zone: zone, period: last], of: panel, in: dataset, level: options.level)
    cells.set(latest, "value", "value_lower", "value_upper")
    guard !observed.map({ panel.periods[$0] }).anyOverlap else { return cells.refuse(.overlappingPeriods) }
    // Weights are from 95 % intervals, whatever the level asked for.
    let points = observed.map {
      Level.estimate(panel[zone: zone, period: $0], of: panel, in: dataset, level: .p95)
    }
    let errors = points.compactMap { point in
      point.interval.map { ($0.upper - $0.lower) / (2 * ConfidenceInterval.Level.p95.normalQuantile) }
    }
    guard errors.count == points.count else {
      return cells.refuse(latest.intervalReason ?? .noIntervalForKind)
    }
    let line = try? KnownVarianceLine(
      times: observed.map { panel.periods[$0].time }, values: points.map(\.value), errors: errors)
    let start = cells["baseline"]?.double ?? points.first?.value ?? latest.value
    let wantsHigher: Bool
    switch dataset.direction(of: panel, options: options) {
    case .higherIsBetter: wantsHigher = true
    case .lowerIsBetter: wantsHigher = false
    case .neutral, nil:
      guard aim.value != start else { return cells.refuse(.noDirection) }
      wantsHigher = aim.value > start
    }
    guard
      let tracking = try? TargetTracking(
        target: aim.value, at: aim.period.time, wantsHigher: wantsHigher, latest: latest,
        latestTime: panel.periods[last].time, line: line)
    else { return cells.refuse(.notApplicable) }
    cells["needed_change"] = .number(tracking.neededPerYear, or: .targetYearPassed)
    cells["n"] = .number(Double(observed.count))
    if let change = tracking.observedPerYear(level: options.level) {
      cells.set(change, "observed_change", "observed_lower", "observed_upper")
      cells.add(change.diagnostics)
    } else {
      cells["observed_change"] = ResultValue.none(.tooFewPoints)
    }
    if let projected = tracking.projected(level: options.level) {
      cells.setHeadline(within(projected, of: panel))
    } else {
      cells["estimate"] = ResultValue.none(line == nil ? .tooFewPoints : .targetYearPassed)
      cells["reason"] = .text((line == nil ? Reason.tooFewPoints : .targetYearPassed).rawValue)
    }
    cells["verdict"] = .text(tracking.verdict(level: options.level).rawValue)
    if tracking.isWithinUncertainty { cells.add([.targetWithinUncertainty]) }
  }

  /// A projection of what cannot be negative, nor more than everybody, ends there.
  private static func within(_ estimate: Estimate, of panel: Panel) -> Estimate {
    let most = panel.kind == .proportion ? panel.multiplier : .infinity
    func clipped(_ number: Double) -> Double { max(0, min(most, number)) }
    let ends = estimate.interval.flatMap {
      ConfidenceInterval(lower: clipped($0.lower), upper: clipped($0.upper), level: $0.level)
    }
    return Estimate(
      clipped(estimate.value), interval: ends, standardError: estimate.standardError, method: estimate.method,
      n: estimate.n, diagnostics: estimate.diagnostics)
  }
}

extension Question {
  /// The target asked for, or the programme's; the baseline is the window asked for, or the programme's.
  public static func target(_ aim: TargetProgress.Aim?) -> Question {
    Question { dataset, asking in
      // The window says where the line begins; figures after it are what is judged.
      let (figures, options) = try asking.split(dataset)
      let own = asking.programme?.baseline.map { PeriodRange(from: $0.parts.first, to: $0.parts.last) }
      return try TargetProgress.run(
        figures, aim: aim, declared: asking.programme?.goals.flatMap(\.targets) ?? [],
        window: asking.range != PeriodRange() ? asking.range : own, options: options)
    }
  }
}
