import Estimates
import Evaluation
import Indicators

/// One doubt about the headline, tried.
struct EffectCheck: Sendable {
  /// What came out.
  enum Verdict: String, Sendable {
    /// The doubt does not explain the headline.
    case ok
    /// It may.
    case doubt
    /// It could not be tried.
    case notPossible = "not-possible"
  }

  /// Its id, such as `placebo-in-time`.
  let check: String
  var verdict: Verdict
  /// What ``value`` is: effect, share, donors, distance, ratio, …
  var measure: String
  var value: Double?
  var low: Double?
  var high: Double?
  var mean: Double?
  /// What the value is held against.
  var reference: Double?
  var pValue: Double?
  var floor: Double?
  /// How many cases it rests on, and how many of them share nothing.
  var count: Int?
  var disjoint: Int?
  /// The zone or period it is about.
  var concerns: String?
  /// The zone or period without which the effect is zero or has the other sign.
  var breakdown: String?
  var reason: Reason?
  var diagnostics: [Diagnostic] = []

  /// A check that was made.
  init(_ check: String, _ measure: String, value: Double?, isDoubtful: Bool) {
    self.check = check
    self.measure = measure
    self.value = value
    verdict = isDoubtful ? .doubt : .ok
  }

  /// A check that could not be made.
  init(_ check: String, _ measure: String, refused reason: Reason) {
    self.check = check
    self.measure = measure
    self.reason = reason
    verdict = .notPossible
  }
}

/// The headline as the checks see it, and what they hold against it.
struct HeadlineChecks {
  let context: EffectContext
  let method: EffectMethod
  let estimator: any EffectEstimator
  let answer: EffectAnswer

  var study: EffectStudy { context.study }
  var design: EffectDesign { context.study.design }
  var effect: Double { answer.fit.effect }

  /// Half the width of the headline's interval; `nil` without one.
  var margin: Double? { answer.inference.interval.map { ($0.upper - $0.lower) / 2 } }

  /// Whether the headline's interval leaves out zero.
  var leavesOutZero: Bool { answer.inference.interval.map { $0.lower > 0 || $0.upper < 0 } ?? false }

  /// Whether something is large beside what is uncertain anyway: more than half the margin, or without an interval more than
  /// half the headline.
  func isLarge(_ shift: Double) -> Bool { abs(shift) > (margin ?? abs(effect)) / 2 }

  /// Whether an estimate tells another story than the headline: outside its interval, or, where that leaves out zero, of the
  /// other sign.
  func tellsOtherwise(_ estimate: Double) -> Bool {
    if let interval = answer.inference.interval, !(interval.lower...interval.upper).contains(estimate) {
      return true
    }
    return leavesOutZero && estimate * effect <= 0
  }

  /// The interval of placebos at another level; `nil` where they are too few.
  func interval(_ placebos: PlaceboDistribution, tests: Int) -> (lower: Double, upper: Double)? {
    let alpha = (1 - context.options.level.value) / Double(max(1, tests))
    guard let spread = PlaceboSpread(placebos), let level = ConfidenceInterval.Level(1 - alpha) else {
      return nil
    }
    return spread.interval(around: placebos.fit.effect, level: level)
  }

  /// A check, or the row that says why there is none.
  func attempt(
    _ check: String, _ measure: String, _ body: () throws(EffectError) -> EffectCheck
  ) -> EffectCheck {
    do throws(EffectError) {
      return try body()
    } catch {
      return EffectCheck(check, measure, refused: error.reason)
    }
  }
}
