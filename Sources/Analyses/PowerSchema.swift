import Estimates

extension Schemas {
  /// `power`: what could be seen, one row an estimator. `estimate` is the minimum detectable effect; `n` is the number of zones
  /// compared with.
  public static let power = ResultSchema(
    verb: "power",
    columns: SharedColumns.head + [
      ResultColumn("start", .text, "The first period with the programme."),
      SharedColumns.estimator,
      ResultColumn(
        "role", .text, "headline for the estimator fixed beforehand, sensitivity for the others."),
    ] + SharedColumns.headline + [
      ResultColumn("scale", .text, "The scale of `mde`: natural, log or sqrt."),
      ResultColumn(
        "mde", .number,
        "Minimum detectable effect: the true effect that would be seen with 80 % probability; the same as that of `effect`."
      ),
      ResultColumn("mde_relative", .number, unit: "per cent", "The same in per cent of `level`."),
      ResultColumn(
        "mde_people_per_year", .number,
        "The same in persons or events a year; null where denominators are unknown."),
      ResultColumn(
        "mde_rank", .number,
        "What the exact rank test finds in at least 80 % of the zones it is planted in; null where it cannot react."
      ),
      ResultColumn("standard_error", .number, "The standard error of an estimate without an effect."),
      ResultColumn("p_floor", .number, "The smallest p-value so many placebos can give."),
      ResultColumn("can_reject", .boolean, "Whether the rank test can get below the level at all."),
      ResultColumn("placebos", .integer, "How many placebos there are."),
      ResultColumn(
        "level", .number, "What the treated would have without the programme, on the scale of `mde`."),
      ResultColumn("smallest_effect", .number, "The size that matters, on the scale of `mde`."),
      ResultColumn("informative", .boolean, "Whether an effect of the size that matters would be seen."),
      ResultColumn("verdict", .text, "informative, uninformative or cannot-say."),
      ResultColumn(
        "size", .number,
        "The size whose first year is asked for, on the scale of `mde`; else `smallest_effect`."
      ),
      ResultColumn("size_relative", .number, unit: "per cent", "The same in per cent of `level`."),
      ResultColumn(
        "first_year_detectable", .text,
        "The first period after which an effect of that size would be seen; null where none within `horizon`."
      ),
      ResultColumn("years_needed", .integer, "How many periods from the start on that takes."),
      ResultColumn(
        "first_is_extrapolated", .boolean, "Whether that lies beyond the figures there are."),
      ResultColumn("horizon", .integer, "How many periods from the start on were looked at."),
      ResultColumn(
        "limit", .number, "What could not be seen however long one waits; null where that cannot be told."),
      ResultColumn("donors", .integer, "How many zones are compared with."),
      ResultColumn("pre_periods", .integer, "How many periods lie before the start that was used."),
      ResultColumn("post_periods", .integer, "How many periods lie from it on."),
      ResultColumn(
        "years_pretended", .integer,
        "How many periods before the true start were taken as if they came after; 0 where figures from it on are there."
      ),
    ] + SharedColumns.tail)

  /// `power`, table `power_curve`: how probable it is that an effect is seen, by its size.
  public static let powerCurve = ResultSchema(
    verb: "power", table: "power_curve",
    columns: SharedColumns.head + [
      SharedColumns.estimator, ResultColumn("effect", .number, "The true effect, on the scale of `mde`."),
      ResultColumn("relative", .number, unit: "per cent", "The same in per cent of `level`."),
      ResultColumn("power", .number, "The probability that it is seen, by Student's t."),
      ResultColumn("power_rank", .number, "The share of zones in which the rank test finds it planted."),
    ])

  /// `power`, table `looks`: what could be seen after each period from the start on.
  public static let powerLooks = ResultSchema(
    verb: "power", table: "looks",
    columns: SharedColumns.head + [
      SharedColumns.estimator,
      ResultColumn("look", .integer, "How many periods from the start on are known."),
      SharedColumns.period,
      ResultColumn("mde", .number, "What could be seen then, on the scale of `mde`."),
      ResultColumn("mde_relative", .number, unit: "per cent", "The same in per cent of `level`."),
      ResultColumn("standard_error", .number, "The standard error then."),
      ResultColumn("is_extrapolated", .boolean, "Whether that lies beyond the figures there are."),
    ])
}

/// The tables of `power` as they fill.
struct PowerTables {
  private var rows: ResultTable
  private var curve: ResultTable
  private var looks: ResultTable

  init(keys: [String]) {
    rows = ResultTable(Schemas.power.split(by: keys))
    curve = ResultTable(Schemas.powerCurve.split(by: keys))
    looks = ResultTable(Schemas.powerLooks.split(by: keys))
  }

  /// All tables, the rows first.
  var all: [ResultTable] { [rows, curve, looks] }

  mutating func add(row: ResultCells) { rows.append(row) }

  /// The curve and the looks of an answer.
  mutating func add(_ answer: PowerAnswer, _ method: EffectMethod, _ frame: EffectFrame) {
    let people = EffectPeople(answer.study)
    func share(_ size: Double) -> ResultValue {
      .number(people.relative(size, to: answer.level).map(abs), or: .notApplicable)
    }
    for point in answer.curve.points {
      var cells = frame.cells(Schemas.powerCurve)
      cells["estimator"] = .text(method.word)
      cells["effect"] = .number(point.effect)
      cells["relative"] = share(point.effect)
      cells["power"] = .number(point.analytic)
      cells["power_rank"] = .number(point.empirical)
      curve.append(cells)
    }
    for look in answer.looks {
      var cells = frame.cells(Schemas.powerLooks)
      cells["estimator"] = .text(method.word)
      cells["look"] = .integer(look.years)
      cells["period"] = look.period.map { .text("\($0)") } ?? .none(.notApplicable)
      cells["mde"] = .number(look.detectable)
      cells["mde_relative"] = share(look.detectable)
      cells["standard_error"] = .number(look.standardError)
      cells["is_extrapolated"] = .boolean(look.isExtrapolated)
      looks.append(cells)
    }
  }
}
