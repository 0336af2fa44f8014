import Estimates
import Indicators
import Spatial

/// How `shrink` works.
public struct ShrinkOptions: Sendable {
  /// How the prior is found.
  public var fitting: ShrunkenPanel.Fitting
  /// The threshold of the probability, in the panel's unit; `nil` for the prior mean.
  public var threshold: Double?

  /// Options; by default maximum likelihood.
  public init(fitting: ShrunkenPanel.Fitting = .maximumLikelihood, threshold: Double? = nil) {
    self.fitting = fitting
    self.threshold = threshold
  }
}

/// `shrink`: empirical-Bayes values beside raw ones.
public enum Shrink {
  /// One row a zone and period of every panel.
  ///
  /// The zones of one level are shrunk towards each other, per indicator, stratum and period. Without zones named, the rows are
  /// those of the level with the most zones; a zone that is named is shrunk within its own level, and a group of one zone is
  /// that zone. A hidden figure has no say in the prior and is refused in its row.
  ///
  /// - Throws: ``AnalysisError`` where a zone is unknown or ambiguous.
  public static func run(
    _ dataset: Dataset, shrink: ShrinkOptions = ShrinkOptions(), options: AnalysisOptions
  ) throws(AnalysisError) -> ResultSet {
    var table = ResultTable(Schemas.shrink.split(by: options.keys))
    var findings = dataset.findings
    for shown in dataset.panels {
      let prepared = try Prepared(shown, of: dataset, zones: options.zones)
      findings += prepared.grouped.findings
      let panel = prepared.panel
      let largest = LevelOfZones.largest(of: [panel])
      var fits: [ZoneLevel: ShrunkenPanel] = [:]
      for row in prepared.rows {
        let zone: Int
        switch position(row, in: prepared) {
        case .failure(let refusal):
          table.append(
            frame(dataset, prepared, row.code, row.position, nil, options, refusing: refusal.reason))
          continue
        case .success(let found): zone = found
        }
        let level = panel.zones[zone].level
        if options.zones.isEmpty, level != largest { continue }
        let fit =
          fits[level]
          ?? ShrunkenPanel(
            panel, zones: LevelOfZones.positions(level, in: panel), fitting: shrink.fitting,
            threads: options.threads)
        fits[level] = fit
        for period in panel.periods.indices {
          var cells = frame(dataset, prepared, row.code, row.position, period, options)
          cells["level"] = .text(level.rawValue)
          fill(&cells, fit, panel, zone, period, shrink, options, dataset)
          table.append(cells)
        }
      }
    }
    return ResultSet(verb: "shrink", tables: [table], findings: findings)
  }

  /// Where the zone of a row is, a group of one zone being that zone.
  private static func position(
    _ row: (code: String, position: Result<Int, RefusedArithmetic>), in prepared: Prepared
  ) -> Result<Int, RefusedArithmetic> {
    guard let code = LevelOfZones.single(row.code, in: prepared.choice) else {
      return .failure(RefusedArithmetic(reason: .notOneZone))
    }
    return code == row.code ? row.position : prepared.grouped.position(code)
  }

  private static func frame(
    _ dataset: Dataset, _ prepared: Prepared, _ code: String, _ position: Result<Int, RefusedArithmetic>,
    _ period: Int?, _ options: AnalysisOptions, refusing reason: Reason? = nil
  ) -> ResultCells {
    let panel = prepared.panel
    var statuses: [CellStatus] = []
    if let period, case .success(let zone) = position {
      statuses = [panel.statuses[panel.index(zone: zone, period: period)]]
    }
    var cells = dataset.commonCells(
      panel, code: code, name: prepared.name((code, position)), options: options, schema: Schemas.shrink,
      statuses: statuses)
    if let period { cells["period"] = .text(panel.periods[period].description) }
    if let reason { cells.refuse(reason) }
    return cells
  }

  private static func fill(
    _ cells: inout ResultCells, _ fit: ShrunkenPanel, _ panel: Panel, _ zone: Int, _ period: Int,
    _ shrink: ShrinkOptions, _ options: AnalysisOptions, _ dataset: Dataset
  ) {
    let cell = panel[zone: zone, period: period]
    cells["method"] = .text(fit.method.rawValue)
    if let reason = cell.status.reason {
      cells["raw"] = ResultValue.none(reason)
    } else {
      cells.set(
        Level.estimate(cell, of: panel, in: dataset, level: options.level), "raw", "raw_lower", "raw_upper")
    }
    let posterior: ZonePosterior
    switch fit.posterior(zone: zone, period: period) {
    case .failure(let refusal): return cells.refuse(refusal.reason)
    case .success(let found): posterior = found
    }
    let factor = panel.multiplier
    cells.setHeadline(
      posterior.estimate(fit.method, n: cell.denominator, level: options.level).scaled(by: factor))
    cells["weight"] = .number(posterior.weight)
    cells["prior_mean"] = .number(posterior.priorMean * factor)
    let threshold = shrink.threshold ?? posterior.priorMean * factor
    cells["threshold"] = .number(threshold)
    if factor != 0 {
      cells["probability_above"] = .number(
        posterior.probability(above: threshold / factor), or: .noDifferenceBetweenZones)
    }
    guard case .success(let prior) = fit.prior(zone: zone, period: period) else { return }
    cells["zones"] = .integer(prior.zones)
    cells.add([prior.isWidened ? .widenedForPrior : .priorTakenAsKnown])
    if prior.isPooled { cells.add([.noHeterogeneity]) }
  }
}

extension Question {
  /// Empirical-Bayes values beside raw ones: in the latest period where no periods are asked for.
  public static func shrink(_ shrink: ShrinkOptions = ShrinkOptions()) -> Question {
    Question { dataset, asking in
      var (figures, options) = try asking.chosen(from: dataset)
      if asking.range == PeriodRange() { figures.panels = try figures.panels.map { try $0.latest() } }
      return try Shrink.run(figures, shrink: shrink, options: options)
    }
  }
}

extension Panel {
  /// The panel of the last period in which some zone has a figure; all of it where none has.
  func latest() throws(IndicatorsError) -> Panel {
    let last = periods.indices.last { period in
      zones.indices.contains { statuses[index(zone: $0, period: period)].isObserved }
    }
    guard let last else { return self }
    return try within(PeriodRange(from: periods[last], to: periods[last]))
  }
}
