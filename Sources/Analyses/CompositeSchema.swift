import Estimates

extension Schemas {
  /// `composite`: a composite index and how sure its ranks are. `estimate` is the index, more being worse; `n` is components.
  public static let composite = ResultSchema(
    verb: "composite",
    columns: SharedColumns.head + [SharedColumns.period] + SharedColumns.headline + [
      ResultColumn("rank", .number, "The rank among the zones, 1 the worst; equal values share a rank."),
      ResultColumn("rank_lower", .number, "The lower end of the rank's interval over chance and choices."),
      ResultColumn("rank_upper", .number, "The upper end of the rank's interval over chance and choices."),
      ResultColumn("zones", .integer, "How many zones are ranked."),
      ResultColumn(
        "worst_decile_share", .number, "The share of choices under which the zone is in the worst tenth."),
      ResultColumn(
        "worst_fifth_share", .number, "The share of choices under which the zone is in the worst fifth."),
      ResultColumn(
        "worst_decile_probability", .number,
        "The share of draws, over chance and choices, in which the zone is in the worst tenth."),
      ResultColumn(
        "choice_share", .number, "The share of the rank's variance over the draws that choices alone explain."
      ),
      ResultColumn("choices", .integer, "How many choices of scores, weights and mean were possible."),
    ] + SharedColumns.tail)

  /// `composite`, table `components`: what each index is made of.
  public static let compositeComponents = ResultSchema(
    verb: "composite", table: "components",
    columns: [
      ResultColumn("zone", .text, "The zone's code, or the group's id."),
      ResultColumn("zone_name", .text, "The zone's name."),
      ResultColumn("period", .text, "The period of the index."),
      ResultColumn("component", .text, "The component's indicator."),
      ResultColumn("component_period", .text, "The period of the component's figure."),
      ResultColumn("weight", .number, "The component's weight; weights sum to 1."),
      ResultColumn("score", .number, "The zone's score in the component; more is worse."),
      ResultColumn("value", .number, "The zone's figure, in the component's unit."),
      ResultColumn("reason", .text, "Why there is no score."),
    ])
}
