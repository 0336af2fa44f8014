import Comparisons
import Estimates
import Indicators
import Rates

/// `baseline`: level, interval and gap in the baseline window.
public enum Baseline {
  /// One row a zone of every panel: Σ numerator / Σ denominator over the window, the same for the comparator, and the gap.
  ///
  /// Windowed indicators are summed over the single-period figures behind them. Means, medians, indices and bare
  /// percentages have no sum and are refused.
  ///
  /// - Parameter frozen: The rows of a frozen baseline. Where a zone's figures are no longer those it was frozen with, the
  ///   frozen numbers stand beside the revised ones.
  /// - Throws: ``AnalysisError`` where a zone is unknown or ambiguous, the comparator needs a zone list, or no period of
  ///   the data lies in the window.
  public static func run(
    _ dataset: Dataset, window: PeriodRange, against: Against, options: AnalysisOptions,
    frozen: ResultTable? = nil
  ) throws(AnalysisError) -> ResultSet {
    var table = ResultTable(Schemas.baseline.split(by: options.keys))
    var findings = dataset.findings
    let frozen = frozen.map { FrozenBaselines($0, keys: options.keys) }
    for shown in dataset.panels {
      let panel = dataset.underlying[shown.indicator]?.first { $0.stratum == shown.stratum } ?? shown
      let prepared = try Prepared(panel, of: dataset, zones: options.zones)
      findings += prepared.grouped.findings
      let rows = try parallelRows(prepared.rows.count, threads: options.threads) {
        index throws(AnalysisError) in
        let row = prepared.rows[index]
        var cells = dataset.commonCells(
          prepared.panel, code: row.code, name: prepared.name(row), options: options,
          schema: Schemas.baseline, statuses: [])
        cells["window"] = .text(window.description)
        cells["against"] = .text(against.word)
        if let group = prepared.choice.groups[against.word] { cells["against_name"] = .text(group.name.nb) }
        switch row.position {
        case .failure(let refusal): cells.refuse(refusal.reason)
        case .success(let zone):
          let comparator = try prepared.choice.comparator(against, of: zone, in: prepared.grouped)
          fill(
            &cells, zone, comparator, prepared.panel, window, options,
            isComplete: dataset.countsEverybody(panel))
        }
        frozen?.standBeside(&cells)
        return [cells]
      }
      for cells in rows.joined() { table.append(cells) }
    }
    return ResultSet(verb: "baseline", tables: [table], findings: findings)
  }

  private static func fill(
    _ cells: inout ResultCells, _ zone: Int, _ comparator: Result<Comparator, RefusedArithmetic>,
    _ panel: Panel, _ range: PeriodRange, _ options: AnalysisOptions, isComplete: Bool
  ) {
    let periods = panel.periods.indices.filter { range.contains(panel.periods[$0]) }
    guard !periods.isEmpty else { return cells.refuse(.periodNotInData) }
    let own: BaselineWindow
    do {
      own = try BaselineWindow(panel, zone: zone, periods: periods)
    } catch {
      return cells.refuse(error.reason)
    }
    func level(_ window: BaselineWindow) -> Estimate {
      let found = window.estimate(level: options.level)
      guard isComplete else { return found }
      return Estimate(
        found.value, intervalReason: .completeCount, method: .asReported, n: found.n,
        diagnostics: found.diagnostics.filter { $0 == .incompleteWindow })
    }
    cells.setHeadline(level(own))
    cells["numerator"] = .number(own.numerator, or: .notApplicable)
    cells["denominator"] = .number(own.denominator, or: .notApplicable)
    cells["periods_used"] = .integer(own.observedPeriods)
    cells["data_hash"] = .text(BaselineHash.hash(panel, zone: zone, periods: periods))
    switch comparator {
    case .failure(let refusal):
      cells["difference"] = ResultValue.none(refusal.reason)
      cells["reason"] = .text(refusal.reason.rawValue)
    case .success(let comparator):
      cells["against"] = .text(comparator.code)
      cells["against_name"] = comparator.name.isEmpty ? .none(.notApplicable) : .text(comparator.name)
      do throws(FigureRefusal) {
        let other = try BaselineWindow(comparator.panel, zone: comparator.position, periods: periods)
        cells.set(level(other), "comparator_estimate", "comparator_lower", "comparator_upper")
        let independent = try comparator.remainder.map { position throws(FigureRefusal) in
          try BaselineWindow(comparator.panel, zone: position, periods: periods)
        }
        let share = independent == nil ? nil : own.denominator / other.denominator
        let contrast = try ZoneContrast(
          own.figure, (independent ?? other).figure, share: share, multiplier: own.multiplier,
          level: options.level)
        cells.setDetectable(
          own.figure, (independent ?? other).figure, share: share, multiplier: own.multiplier,
          periods: own.observedPeriods, level: options.level)
        cells.set(contrast.difference, "difference", "difference_lower", "difference_upper")
        cells.add(contrast.diagnostics)
        switch contrast.ratio {
        case .success(let ratio): cells.set(ratio, "ratio", "ratio_lower", "ratio_upper")
        case .failure(let refusal): cells["ratio"] = ResultValue.none(refusal.reason)
        }
      } catch {
        cells["difference"] = ResultValue.none(error.reason)
        cells["reason"] = .text(error.reason.rawValue)
      }
    }
  }
}

/// A short fingerprint of what a baseline rests on.
enum BaselineHash {
  /// FNV-1a, 64 bits, over indicator, stratum, unit, multiplier, zone, periods, statuses and the bits of the figures: equal
  /// for equal baselines, and different, but for one chance in 10¹⁹, where a definition or a figure was revised. It tells
  /// revisions, it does not resist forgers.
  static func hash(_ panel: Panel, zone: Int, periods: [Int]) -> String {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }
    func add(_ number: Double) { withUnsafeBytes(of: number.bitPattern.littleEndian) { add($0) } }
    add("\(panel.indicator)|\(panel.stratum)|\(panel.unit)|\(panel.zones[zone].code)|".utf8)
    add(panel.multiplier)
    for period in periods {
      let cell = panel.index(zone: zone, period: period)
      add("\(panel.periods[period])".utf8)
      add([panel.statuses[cell].rawValue])
      for column in [panel.values, panel.numerators, panel.denominators].compactMap({ $0 }) {
        add(panel.statuses[cell].isObserved ? column[cell] : 0)
      }
    }
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension Question {
  /// Level and gap in the window asked for, or in the programme's; against the comparator named, or the programme's, or the
  /// rest.
  public static func baseline(against: Against?) -> Question {
    Question { dataset, asking in
      // The periods are a window to sum over, not a cut of the figures.
      let (figures, options) = try asking.split(dataset)
      let own = asking.programme?.baseline.map { PeriodRange(from: $0.parts.first, to: $0.parts.last) }
      // A frozen baseline keeps its window, whatever the programme says now.
      let kept = asking.frozen.flatMap { FrozenBaselines.window(of: $0) } ?? own
      guard let window = asking.range != PeriodRange() ? asking.range : kept else {
        throw AnalysisError.needsWindow
      }
      let comparator = against ?? asking.programme.map { Against($0.against) } ?? .rest
      return try Baseline.run(
        figures, window: window, against: comparator, options: options, frozen: asking.frozen)
    }
  }
}
