import Comparisons
import Estimates
import Indicators
import Rates

extension Reason {
  /// Two windows that are to be compared share a period.
  public static let windowsOverlap = Reason("windows-overlap")
}

/// Whether and how gaps over time are asked for.
public struct GapQuestion: Sendable, Hashable {
  /// Two windows to compare, earlier first; `nil` for the line through all periods alone.
  public var windows: (earlier: PeriodRange, later: PeriodRange)? {
    earlier.flatMap { one in later.map { (one, $0) } }
  }
  private let earlier: PeriodRange?
  private let later: PeriodRange?

  /// The line through all periods.
  public init() {
    earlier = nil
    later = nil
  }

  /// The line, and the change between two windows.
  public init(from earlier: PeriodRange, to later: PeriodRange) {
    self.earlier = earlier
    self.later = later
  }
}

/// The rows of the table `gap`.
struct GapRows {
  let dataset: Dataset
  let against: Against
  let question: GapQuestion
  let options: AnalysisOptions

  /// The rows of all panels, adjusted for their number.
  ///
  /// Windowed indicators are followed by the single-period figures behind them.
  func all() throws(AnalysisError) -> [ResultCells] {
    var rows: [ResultCells] = []
    for shown in dataset.panels {
      let panel = dataset.underlying[shown.indicator]?.first { $0.stratum == shown.stratum } ?? shown
      let prepared = try Prepared(panel, of: dataset, zones: options.zones)
      for row in prepared.rows { rows += try self.rows(row, prepared) }
    }
    for method in [Method.gapLine, .gapTwoWindows] {
      let mine = rows.indices.filter { rows[$0]["method"]?.string == method.rawValue }
      let adjusted = MultipleTesting.benjaminiHochberg(mine.map { rows[$0]["p_value"]?.double })
      for (index, p) in zip(mine, adjusted) {
        if let p { rows[index]["p_adjusted"] = .number(p) }
      }
    }
    return rows
  }

  private func rows(
    _ row: (code: String, position: Result<Int, RefusedArithmetic>), _ prepared: Prepared
  ) throws(AnalysisError) -> [ResultCells] {
    var frame = dataset.commonCells(
      prepared.panel, code: row.code, name: prepared.name(row), options: options, schema: Schemas.gap,
      statuses: [])
    frame["against"] = .text(against.word)
    frame["verdict"] = .text(GapVerdict.cannotSay.rawValue)
    frame["method"] = .text(Method.gapLine.rawValue)
    func refused(_ reason: Reason) -> [ResultCells] {
      var cells = frame
      cells.refuse(reason)
      return [cells]
    }
    switch row.position {
    case .failure(let refusal): return refused(refusal.reason)
    case .success(let zone):
      switch try prepared.choice.comparator(against, of: zone, in: prepared.grouped) {
      case .failure(let refusal):
        return options.zones.isEmpty && refusal.reason == .sameZone ? [] : refused(refusal.reason)
      case .success(let comparator):
        frame["against"] = .text(comparator.code)
        frame["against_name"] = comparator.name.isEmpty ? .none(.notApplicable) : .text(comparator.name)
        if comparator.remainder != nil { frame.add([.partOfComparator]) }
        var found = [line(frame, comparator.zone, comparator)]
        if let windows = question.windows {
          found.append(change(frame, comparator.zone, comparator, windows))
        }
        return found
      }
    }
  }

  /// The line through the gaps of all periods.
  private func line(_ frame: ResultCells, _ zone: Int, _ comparator: Comparator)
    -> ResultCells
  {
    var cells = frame
    let panel = comparator.panel
    let other = comparator.remainder ?? comparator.position
    let hidden = [zone, other, comparator.position].contains { position in
      panel.statuses[panel.series(position)].contains { $0.isSuppressed }
    }
    if hidden {
      cells.refuse(.suppressed)
      return cells
    }
    let both = panel.periods.indices.filter {
      panel[zone: zone, period: $0].status.isObserved && panel[zone: other, period: $0].status.isObserved
    }
    cells["first_period"] = both.first.map { .text(panel.periods[$0].description) } ?? .none(.missing)
    cells["last_period"] = both.last.map { .text(panel.periods[$0].description) } ?? .none(.missing)
    guard !both.map({ panel.periods[$0] }).anyOverlap else {
      cells.refuse(.overlappingPeriods)
      return cells
    }
    do {
      var points: [GapPoint] = []
      var sides: (zones: [Figure], others: [Figure]) = ([], [])
      for period in both {
        let (own, base) = (panel[zone: zone, period: period], panel[zone: other, period: period])
        let (one, two) = (try Figure(own, kind: panel.kind), try Figure(base, kind: panel.kind))
        let share = part(own, comparator, period)
        points.append(
          GapPoint(
            time: panel.periods[period].time, try Contrast(one, against: two),
            factor: panel.multiplier * (1 - share)))
        sides.zones.append(one)
        sides.others.append(two)
      }
      let trend = try GapTrend(points)
      let level = options.level
      cells.setHeadline(trend.change(level: level))
      let ends = trend.gaps(level: level)
      cells.set(ends.first, "gap_first", "gap_first_lower", "gap_first_upper")
      cells.set(ends.last, "gap_last", "gap_last_lower", "gap_last_upper")
      cells.set(
        trend.changePerYear(level: level), "change_per_year", "change_per_year_lower", "change_per_year_upper"
      )
      set(&cells, ratio: Result { () throws(FigureRefusal) in try trend.relativeChange(level: level) })
      cells["p_value"] = .number(trend.pValue)
      cells["heterogeneity"] = .number(trend.absolute.heterogeneity)
      cells["heterogeneity_p"] = .number(trend.absolute.heterogeneityPValue, or: .tooFewPoints)
      let score = try? GapScoreTest(times: points.map(\.time), zones: sides.zones, others: sides.others)
      cells["score_p"] = .number(score?.pValue, or: .tooFewPoints)
      judge(&cells, trend.verdict(level: level), change: trend.changePerYear().value, panel)
    } catch let refusal as FigureRefusal {
      cells.refuse(refusal.reason)
    } catch let error as StatisticsError {
      cells.refuse(error.reason)
    } catch {
      cells.refuse(.missing)
    }
    return cells
  }

  /// The change between two windows.
  private func change(
    _ frame: ResultCells, _ zone: Int, _ comparator: Comparator,
    _ windows: (earlier: PeriodRange, later: PeriodRange)
  ) -> ResultCells {
    var cells = frame
    let panel = comparator.panel
    cells["method"] = .text(Method.gapTwoWindows.rawValue)
    cells["first_period"] = .text(windows.earlier.description)
    cells["last_period"] = .text(windows.later.description)
    let chosen = [windows.earlier, windows.later].map { range in
      panel.periods.indices.filter { range.contains(panel.periods[$0]) }
    }
    guard chosen.allSatisfy({ !$0.isEmpty }) else {
      cells.refuse(.periodNotInData)
      return cells
    }
    guard
      !chosen[0].contains(where: { one in
        chosen[1].contains { panel.periods[one].overlaps(panel.periods[$0]) }
      })
    else {
      cells.refuse(.windowsOverlap)
      return cells
    }
    do throws(FigureRefusal) {
      var contrasts: [Contrast] = []
      var factors: [Double] = []
      for periods in chosen {
        let own = try BaselineWindow(panel, zone: zone, periods: periods)
        let whole = try BaselineWindow(panel, zone: comparator.position, periods: periods)
        let other = try comparator.remainder.map { position throws(FigureRefusal) in
          try BaselineWindow(panel, zone: position, periods: periods)
        }
        contrasts.append(try own.contrast(with: other ?? whole))
        let share = other == nil ? 0 : own.denominator / whole.denominator
        factors.append(panel.multiplier * (1 - share))
      }
      let change = GapChange(from: contrasts[0], to: contrasts[1], factors: (factors[0], factors[1]))
      let level = options.level
      let difference = change.difference(level: level)
      cells.setHeadline(difference)
      cells["n"] = .number(2)
      let gaps = change.gaps(level: level)
      cells.set(gaps.before, "gap_first", "gap_first_lower", "gap_first_upper")
      cells.set(gaps.after, "gap_last", "gap_last_lower", "gap_last_upper")
      let times = chosen.map { $0.reduce(0) { $0 + panel.periods[$1].time } / Double($0.count) }
      cells.set(
        difference.scaled(by: 1 / (times[1] - times[0])), "change_per_year", "change_per_year_lower",
        "change_per_year_upper")
      set(&cells, ratio: Result { () throws(FigureRefusal) in try change.ratio(level: level) })
      cells["p_value"] = .number(change.pValue)
      judge(&cells, change.verdict(level: level), change: difference.value, panel)
    } catch {
      cells.refuse(error.reason)
    }
    return cells
  }

  /// The zone's share of a comparator that contains it; 0 for disjoint areas.
  private func part(_ own: Cell, _ comparator: Comparator, _ period: Int) -> Double {
    guard comparator.remainder != nil, let n = own.denominator,
      let whole = comparator.panel[zone: comparator.position, period: period].denominator, whole > 0
    else { return 0 }
    return n / whole
  }

  private func set(_ cells: inout ResultCells, ratio: Result<Estimate, FigureRefusal>) {
    switch ratio {
    case .success(let found): cells.set(found, "ratio_change", "ratio_change_lower", "ratio_change_upper")
    case .failure(let refusal): cells["ratio_change"] = ResultValue.none(refusal.reason)
    }
  }

  /// The verdict, and which way the zone moved beside its comparator.
  private func judge(
    _ cells: inout ResultCells, _ verdict: GapVerdict, change: Double, _ panel: Panel
  ) {
    cells["verdict"] = .text(verdict.rawValue)
    guard verdict != .noClearChange, verdict != .cannotSay else { return }
    switch dataset.direction(of: panel, options: options) {
    case .higherIsBetter: cells["better"] = .text(change > 0 ? "better" : "worse")
    case .lowerIsBetter: cells["better"] = .text(change < 0 ? "better" : "worse")
    case .neutral: cells["better"] = .text("neutral")
    case nil: break
    }
  }
}
