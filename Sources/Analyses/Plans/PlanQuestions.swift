import Estimates
import Indicators

extension Question {
  /// A plan instead of an effect: what would be asked, fixed before its results are seen.
  ///
  /// - Parameters:
  ///   - question: What would be asked.
  ///   - looks: The years in which it will be judged; empty for what programme or stop say.
  ///   - dataVersion: The version of the figures.
  ///   - keep: Given the plan, which has no seal yet.
  public static func effectPlan(
    _ question: EffectQuestion, looks: [Int], dataVersion: String,
    keep: @escaping @Sendable (EffectPlan) -> Void
  ) -> Question {
    Question { dataset, asking in
      let (figures, options) = try asking.split(dataset)
      let making = try PlanMaking(
        figures, question, programme: asking.programme, options: options, range: asking.range)
      let (plan, result) = try making.plan(looks: looks, dataVersion: dataVersion)
      keep(plan)
      return result
    }
  }

  /// The effect by a locked plan.
  ///
  /// - Parameter question: What is asked; what contradicts the plan is refused, and estimators it has not are exploratory.
  public static func effect(_ question: EffectQuestion, by locked: LockedPlan) -> Question {
    Question { dataset, asking in
      let (figures, options) = try asking.split(dataset)
      return try PlannedEffect(figures, question, asking, keys: options.keys, locked)
        .run(estimators: question.estimators)
    }
  }
}

extension EffectMethod {
  /// The methods a plan has where none is named: the standard one as the headline, and beside it those that rest on other
  /// weights.
  public static func planned(_ words: [String]) throws(AnalysisError) -> [EffectMethod] {
    try named(words.isEmpty ? standard.map(\.word) + ["did", "dsc", "ascm"] : words)
  }
}
