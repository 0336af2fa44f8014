import Estimates
import Indicators
import Inequality
import Scheduler

/// `inequality`: how unequal groups of people, or zones, are.
public enum InequalityAnalysis {
  /// One row a whole, period and measure.
  ///
  /// With `groups` the categories of a dimension are the units, ranked by their order, and each zone is a whole; measures of
  /// segregation look at where the groups live, over the zones of each whole. Without, the zones are the units and what
  /// they are part of is the whole (`all` where no zone list says); measures that need a ranking take it from `rankBy`.
  /// Figures that are better when lower are told bottom minus top, so that a positive slope means that the low ranks are
  /// worse off.
  ///
  /// - Throws: ``AnalysisError`` where a zone, dimension, category or indicator is unknown.
  public static func run(
    _ dataset: Dataset, asked: InequalityOptions, dimension: String?, options: AnalysisOptions
  ) throws(AnalysisError) -> ResultSet {
    let (cases, found): (cases: [InequalityCase], findings: [Finding])
    if let dimension {
      (cases, found) = try dataset.groupCases(asked, dimension: dimension, options)
    } else {
      (cases, found) = try dataset.zoneCases(asked, options)
    }
    let answered = batch(cases, threads: options.threads) { one, series throws(Reason) in
      Self.rows(of: one, series, dataset, asked, options)
    }
    var table = ResultTable(Schemas.inequality.split(by: options.keys))
    for rows in answered {
      for row in (try? rows.get()) ?? [] { table.append(row) }
    }
    return ResultSet(verb: "inequality", tables: [table], findings: dataset.findings + found)
  }

  /// The measures of a case: those asked for that it is about, or the usual ones.
  private static func measures(_ one: InequalityCase, _ asked: InequalityOptions) -> [InequalityMeasure] {
    guard asked.measures.isEmpty else {
      // With groups, segregation is over zones and all else over groups; zones as units answer everything.
      return asked.groups == nil
        ? asked.measures : asked.measures.filter { ($0.segregation != nil) == one.isSpatial }
    }
    if one.isSpatial { return [] }
    let isShare = one.panel.kind == .proportion
    if asked.groups != nil || asked.rankBy != nil {
      return [.siiOHID, .riiOHID, isShare ? .erreygers : .concentration]
    }
    return [.gini, .theilT, .range] + (isShare && one.panel.hasParts ? [.dissimilarity] : [])
  }

  private static func rows(
    of one: InequalityCase, _ series: Int, _ dataset: Dataset, _ asked: InequalityOptions,
    _ options: AnalysisOptions
  ) -> [ResultCells] {
    let measures = measures(one, asked)
    let contrast: SlopeIndex.Contrast =
      dataset.direction(of: one.panel, options: options) == .lowerIsBetter ? .bottomMinusTop : .topMinusBottom
    var tests: Result<[Result<RandomAllocation.Test, Reason>], Reason> = .success([])
    let indices = measures.compactMap(\.segregation)
    if !indices.isEmpty {
      do throws(Reason) {
        tests = .success(
          try one.units.get().segregation(
            indices, replicates: asked.replicates, seed: options.seed, series: series, level: options.level))
      } catch {
        tests = .failure(error)
      }
    }
    return measures.map { measure in
      var cells = one.cells
      cells["measure"] = .text(measure.rawValue)
      cells["units"] = .integer(one.count)
      cells["unit"] = .text(measure.unit(of: one.panel.unit))
      if measure.hasContrast { cells["contrast"] = .text(contrast.rawValue) }
      do throws(Reason) {
        let units = try one.units.get()
        if let index = measure.segregation {
          guard let place = indices.firstIndex(of: index) else { throw .notApplicable }
          cells.set(try tests.get()[place].get())
        } else {
          cells.setHeadline(
            try units.estimate(measure, link: asked.link, contrast: contrast, level: options.level))
        }
        cells.add(units.diagnostics.filter { $0 != .orderAsInFile || measure.isRanked })
      } catch {
        cells.refuse(error)
      }
      return cells
    }
  }
}

extension ResultCells {
  /// Sets an index of segregation and what chance gives.
  fileprivate mutating func set(_ test: RandomAllocation.Test) {
    setHeadline(test.estimate)
    self["expected"] = .number(test.expected, or: .notApplicable)
    self["chance_lower"] = .number(test.range?.lower, or: .notApplicable)
    self["chance_upper"] = .number(test.range?.upper, or: .notApplicable)
    self["corrected"] = .number(test.corrected, or: .notApplicable)
    self["p_value"] = .number(test.pValue, or: .notApplicable)
  }
}

extension Question {
  /// How unequal groups or zones are: in the latest period where no periods are asked for.
  public static func inequality(_ asked: InequalityOptions) -> Question {
    Question { dataset, asking in
      var asking = asking
      if let groups = asked.groups { asking.split.append(groups) }
      var (figures, options) = try asking.chosen(from: dataset)
      var dimension: String?
      if let groups = asked.groups {
        dimension = figures.panels.lazy.compactMap { $0.stratum.category(of: groups)?.dimension }.first
        // The dimension of the groups is no key of the rows: the groups are inside them.
        options.keys.removeAll { $0 == dimension }
        dimension = dimension ?? groups
      }
      if asking.range == PeriodRange() { figures = try figures.latest() }
      return try InequalityAnalysis.run(figures, asked: asked, dimension: dimension, options: options)
    }
  }
}

extension Dataset {
  /// The dataset of each indicator's last period with a figure.
  func latest() throws(AnalysisError) -> Dataset {
    var last: [String: Period] = [:]
    for panel in panels {
      for (column, period) in panel.periods.enumerated() {
        let isObserved = panel.zones.indices.contains {
          panel.statuses[panel.index(zone: $0, period: column)].isObserved
        }
        if isObserved { last[panel.indicator] = max(last[panel.indicator] ?? period, period) }
      }
    }
    var copy = self
    do {
      copy.panels = try panels.map { panel throws(IndicatorsError) in
        guard let column = last[panel.indicator].flatMap({ panel.position(of: $0) }) else { return panel }
        return try panel.cut(periods: [column])
      }
    } catch {
      throw .indicators(error)
    }
    return copy
  }
}
