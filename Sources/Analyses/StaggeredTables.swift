import Estimates
import Evaluation
import Indicators

extension Schemas {
  private static let sureness = [
    SharedColumns.estimate,
    ResultColumn("standard_error", .number, "The standard error; null where only permutation can say."),
    SharedColumns.lower, SharedColumns.upper,
    ResultColumn("interval_method", .text, "What the interval is by; `levekar explain` has its article."),
    ResultColumn("p_value", .number, "Two-sided p-value, by the same means as the interval."),
    ResultColumn("p_floor", .number, "The smallest p-value so many permutations can give."),
  ]

  /// `effect`, table `aggregations`: effects of staggered starts brought together, one row a number.
  public static let effectAggregations = ResultSchema(
    verb: "effect", table: "aggregations",
    columns: SharedColumns.head + [
      SharedColumns.estimator,
      ResultColumn("aggregation", .text, "simple, group, dynamic, calendar or after-end."),
      ResultColumn("part", .text, "The period of start, or the period; null for the overall number."),
    ] + sureness + [
      ResultColumn("treated_zones", .integer, "How many treated zones are in it."), SharedColumns.reason,
    ])

  /// `effect`, table `event_time`: effects of staggered starts by periods since the start, or since the end.
  public static let effectEventTime = ResultSchema(
    verb: "effect", table: "event_time",
    columns: SharedColumns.head + [
      SharedColumns.estimator, ResultColumn("since", .text, "start or end."),
      ResultColumn(
        "time", .integer, "Periods since then; below zero before the start, where effects are a test."),
    ] + sureness + [
      ResultColumn("band_lower", .number, "The lower end of a band that holds all times at once."),
      ResultColumn("band_upper", .number, "The upper end of it."),
      ResultColumn("treated_zones", .integer, "How many treated zones are in it."), SharedColumns.reason,
    ])

  /// `effect`, table `cohorts`: the effect on each group of starts in each period.
  public static let effectCohorts = ResultSchema(
    verb: "effect", table: "cohorts",
    columns: SharedColumns.head + [
      SharedColumns.estimator, ResultColumn("start", .text, "The period the group began in."),
      ResultColumn("stop", .text, "The first period without the programme again, for effects after the end."),
      SharedColumns.period,
      ResultColumn("time", .integer, "Periods since the start; below zero before it."),
      SharedColumns.estimate,
      ResultColumn("standard_error", .number, "The standard error; null for groups of few zones."),
      SharedColumns.lower, SharedColumns.upper,
      ResultColumn("treated_zones", .integer, "How many zones of the group."),
      ResultColumn("compared_zones", .integer, "How many zones they are compared with."),
      SharedColumns.reason,
    ])
}

extension EffectTables {
  /// What staggered starts come to.
  mutating func add(
    _ found: StaggeredFindings, _ study: EffectStudy, _ method: EffectMethod, _ frame: EffectFrame
  ) {
    func name(_ place: Int) -> String {
      study.periods.indices.contains(place) ? "\(study.periods[place])" : "\(place)"
    }
    for (aggregation, figures) in found.aggregations {
      for figure in figures {
        let key = figure.part.key
        let isTime = aggregation == .dynamic() || aggregation == .afterEnd
        let schema = isTime && key != nil ? Schemas.effectEventTime : Schemas.effectAggregations
        var cells = frame.cells(schema)
        cells["estimator"] = .text(method.word)
        fill(&cells, figure)
        if isTime, let key {
          cells["since"] = .text(aggregation == .afterEnd ? "end" : "start")
          cells["time"] = .integer(key)
          cells["band_lower"] = .number(figure.band?.lower, or: figure.part.errorReason ?? .notApplicable)
          cells["band_upper"] = .number(figure.band?.upper, or: figure.part.errorReason ?? .notApplicable)
          eventTime.append(cells)
        } else {
          cells["aggregation"] = .text(aggregation.name)
          cells["part"] = key.map { .text(name($0)) } ?? .none(.notApplicable)
          aggregations.append(cells)
        }
      }
    }
    for cell in found.effects.cells + found.effects.afterEnd {
      var cells = frame.cells(Schemas.effectCohorts)
      cells["estimator"] = .text(method.word)
      cells["start"] = .text(name(cell.start))
      cells["stop"] = cell.stop.map { .text(name($0)) } ?? .none(.notApplicable)
      cells["period"] = .text(name(cell.period))
      cells["time"] = .integer(cell.eventTime)
      cells["estimate"] = .number(cell.effect, or: cell.reason ?? .notApplicable)
      cells["standard_error"] = .number(cell.standardError, or: cell.errorReason ?? .notApplicable)
      if let effect = cell.effect, let error = cell.standardError {
        let half = frame.options.level.normalQuantile * error
        cells["lower"] = .number(effect - half)
        cells["upper"] = .number(effect + half)
      }
      cells["treated_zones"] = .integer(cell.treated)
      cells["compared_zones"] = .integer(cell.controls)
      if let reason = cell.reason ?? cell.errorReason { cells["reason"] = .text(reason.rawValue) }
      cohorts.append(cells)
    }
  }

  private func fill(_ cells: inout ResultCells, _ figure: StaggeredFigure) {
    let sure = figure.inference
    let none = sure.intervalReason ?? .notApplicable
    cells["estimate"] = .number(figure.part.effect)
    cells["standard_error"] = .number(sure.standardError, or: sure.errorReason ?? .notApplicable)
    // An end that is infinite is no number: every effect that way is possible.
    cells["lower"] = .number(sure.interval?.lower, or: none)
    cells["upper"] = .number(sure.interval?.upper, or: none)
    cells["interval_method"] = sure.method.map { .text($0.rawValue) } ?? .none(none)
    cells["p_value"] = .number(sure.pValue, or: none)
    cells["p_floor"] = .number(sure.floor, or: .notApplicable)
    cells["treated_zones"] = .integer(figure.part.treated)
    if let reason = sure.intervalReason ?? sure.errorReason { cells["reason"] = .text(reason.rawValue) }
  }
}
