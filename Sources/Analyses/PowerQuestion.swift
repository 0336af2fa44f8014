import Indicators

/// What is asked about power: the question an effect would answer, and how large an effect to look for.
public struct PowerQuestion: Sendable {
  /// Who is treated, from when, compared with whom, by which estimators, on which scale.
  public var effect: EffectQuestion
  /// The size whose first year is asked for; `nil` for the smallest effect of interest.
  public var size: SmallestEffect?
  /// How many periods from the start on to look at; `nil` for those of the programme, else ten.
  public var horizon: Int?

  /// A question.
  public init(_ effect: EffectQuestion, size: SmallestEffect? = nil, horizon: Int? = nil) {
    self.effect = effect
    self.size = size
    self.horizon = horizon
  }
}

/// The start that a study of power is made with: the true one where figures from it on are there, else one that never was.
struct PowerStart {
  /// The question to make the study by.
  let question: EffectQuestion
  /// The true start.
  let start: Period
  /// How many periods earlier the start is taken to be; zero for the true one.
  let earlier: Int
  /// How many periods from the start on to look at.
  let horizon: Int

  /// The longest a programme is looked ahead where nothing says when it ends.
  static let standardHorizon = 10

  /// The start for one panel.
  ///
  /// Where no period from the start on has figures, the last periods before it serve as if they came after: as many as are asked
  /// for, and at most a third, so that what lies before them is nearly what there will be.
  init(_ question: PowerQuestion, _ treated: EffectTreated, _ panel: Panel, programme: Programme?) {
    let periods = EffectPeriods(panel.periods, start: treated.start, stop: treated.stop)
    let isPublished = { (period: Int) in
      panel.zones.indices.contains { panel.statuses[panel.index(zone: $0, period: period)].kind != .missing }
    }
    let before = periods.before.filter(isPublished)
    start = treated.start
    let model = before.last.map { panel.periods[$0] }
    horizon = question.horizon ?? Self.horizon(treated, model, programme)
    var asked = question.effect
    asked.start = treated.start
    asked.stop = treated.stop
    // A third of the years, and two must be left before them.
    let most = min(max(1, before.count / 3), before.count - 2)
    if let last = before.last, periods.after.filter(isPublished).isEmpty, most > 0 {
      earlier = min(horizon, most)
      asked.start = panel.periods[before[before.count - earlier]]
      asked.stop = panel.periods[last]
    } else {
      earlier = 0
    }
    self.question = asked
  }

  /// From the start through the programme's end, in periods like those of the figures.
  private static func horizon(_ treated: EffectTreated, _ model: Period?, _ programme: Programme?) -> Int {
    let last = treated.stop?.lastYear ?? programme?.final
    guard let last, last >= treated.start.year else { return standardHorizon }
    let years = last - treated.start.year + 1
    guard let model else { return min(years, 100) }
    let days = Double(model.days.upperBound.ordinal - model.days.lowerBound.ordinal)
    return max(1, min(100, Int((Double(years) * 365.25 / days).rounded())))
  }

  /// The period of a look, `years` periods from the start on counted from one; `nil` where the calendar does not say.
  func period(look: Int, of study: EffectStudy) -> Period? {
    guard earlier > 0 else { return study.period(look: look) }
    guard let last = study.periods.last else { return nil }
    let first =
      start.unit == last.unit
      ? Period(unit: last.unit, year: start.year, index: start.index, length: last.length)
      : Period(unit: last.unit, year: start.year, length: last.length)
    return first?.later(by: study.step * (look - 1))
  }
}

extension Diagnostic {
  /// There are no figures from the start on yet: the last periods before it were taken as if they came after.
  public static let startPretended = Diagnostic("start-pretended")
}
