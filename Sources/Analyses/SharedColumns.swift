import Estimates

/// The columns every verb's rows share. The keys are the machine contract.
enum SharedColumns {
  static let indicator = ResultColumn(
    "indicator", .text, "The indicator's id, or the measure's name in a foreign file.")
  static let zone = ResultColumn("zone", .text, "The zone's code, or the group's id.")
  static let zoneName = ResultColumn("zone_name", .text, "The zone's name.")
  static let period = ResultColumn("period", .text, "The period's code.")
  static let method = ResultColumn(
    "method", .text, "The id of the method; `levekar explain` has its article.")
  static let estimate = ResultColumn(
    "estimate", .number, "The headline number, in `unit` unless the verb says otherwise.")
  static let lower = ResultColumn("lower", .number, "The lower end of the interval of `estimate`.")
  static let upper = ResultColumn("upper", .number, "The upper end of the interval of `estimate`.")
  static let confidence = ResultColumn("confidence", .number, "The level of the intervals, such as 0.95.")
  static let n = ResultColumn(
    "n", .number, "What the estimate rests on: persons, events or points; the verb says which.")
  static let unit = ResultColumn("unit", .text, "The unit of the values; `unknown` until declared.")
  static let diagnostics = ResultColumn("diagnostics", .texts, "Ids of what is worth knowing about the row.")
  static let reason = ResultColumn(
    "reason", .text, "Why a number of the row does not exist; null where all do.")

  static let head = [indicator, zone, zoneName]
  static let headline = [method, estimate, lower, upper, confidence, n, unit]
  static let tail = [diagnostics, reason]
}
