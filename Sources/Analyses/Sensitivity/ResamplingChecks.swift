import Evaluation
import Indicators

/// Checks that run the headline's estimator again: on starts that never were, without a zone, without a period.
extension HeadlineChecks {
  /// The most starts that never were.
  static let falseStarts = 3

  /// The start moved back. In doubt where, k starts tried, the interval of one at level 1 − α/k leaves out zero, or where one is
  /// as large as a headline whose interval does.
  func inTime() -> EffectCheck {
    attempt("placebo-in-time", "effect") { () throws(EffectError) in
      let found = try PlacebosInTime(
        estimator, design, years: Self.falseStarts, placebos: true, threads: context.options.threads)
      guard let largest = found.largest, let fit = largest.fit else {
        throw found.starts.first?.error ?? .noPrePeriods
      }
      let effects = found.starts.compactMap { $0.fit?.effect }
      let stands = found.starts.contains { start in
        start.placebos.flatMap { interval($0, tests: found.starts.count) }.map {
          $0.lower > 0 || $0.upper < 0
        }
          ?? false
      }
      var check = EffectCheck(
        "placebo-in-time", "effect", value: fit.effect,
        isDoubtful: stands || (leavesOutZero && abs(fit.effect) >= abs(effect)))
      check.low = effects.min()
      check.high = effects.max()
      check.reference = effect
      check.pValue = largest.placebos?.pValue()
      check.floor = largest.placebos?.floor
      check.count = effects.count
      check.concerns = "\(study.periods[design.prePeriods - largest.years])"
      return check
    }
  }

  /// One donor left out at a time.
  func withoutDonor() -> EffectCheck {
    attempt("leave-one-donor-out", "effect") { () throws(EffectError) in
      let found = try LeaveOneOut.donors(estimator, design, threads: context.options.threads)
      return leaveOneOut("leave-one-donor-out", found) { study.donors[$0].label }
    }
  }

  /// One period before the start left out at a time.
  func withoutPeriod() -> EffectCheck {
    attempt("leave-one-period-out", "effect") { () throws(EffectError) in
      let found = try LeaveOneOut.prePeriods(estimator, design, threads: context.options.threads)
      return leaveOneOut("leave-one-period-out", found) { "\(study.periods[$0])" }
    }
  }

  private func leaveOneOut(_ id: String, _ found: LeaveOneOut, name: (Int) -> String) -> EffectCheck {
    guard let most = found.mostInfluential, let fit = most.fit else {
      return EffectCheck(id, "effect", refused: found.cases.first?.error?.reason ?? .noDonors)
    }
    let effects = found.cases.compactMap { $0.fit?.effect }
    var check = EffectCheck(
      id, "effect", value: fit.effect, isDoubtful: effects.contains(where: tellsOtherwise))
    check.low = effects.min()
    check.high = effects.max()
    check.mean = found.mean
    check.reference = effect
    check.count = effects.count
    check.concerns = name(most.position)
    check.breakdown = found.breakdown.map { name($0.position) }
    return check
  }

  /// Whether the zone was chosen when it looked its worst: the headline without the years of the choice, what became of zones as
  /// extreme, and what the variances alone lead one to expect. In doubt where it tells another story, halves what the headline
  /// found, or where what came by itself is large.
  func selection(_ question: SensitivityQuestion, better: Direction?) -> [EffectCheck] {
    let ids = ["without-selection", "equally-extreme", "expected-return"]
    guard let years = question.selectionYears(study) else {
      return ids.map { EffectCheck($0, "effect", refused: .noSelectionYears) }
    }
    let found: RegressionToTheMean
    do throws(EffectError) {
      found = try RegressionToTheMean(
        estimator, design, selection: years, worst: worst(years, better),
        limit: min(context.question.placeboLimit, 2000), threads: context.options.threads)
    } catch {
      return ids.map { EffectCheck($0, "effect", refused: error.reason) }
    }
    let span = "\(study.periods[years.lowerBound])..\(study.periods[years.upperBound - 1])"
    var donut: EffectCheck
    if let without = found.withoutSelection?.effect {
      let halves = leavesOutZero && abs(without) < abs(effect) / 2
      donut = EffectCheck(
        ids[0], "effect", value: without, isDoubtful: tellsOtherwise(without) || halves)
      donut.reference = effect
    } else {
      donut = EffectCheck(ids[0], "effect", refused: found.donutError?.reason ?? .notApplicable)
    }
    var extreme: EffectCheck
    if let mean = found.conditionalMean {
      extreme = EffectCheck(ids[1], "effect", value: mean, isDoubtful: isLarge(mean))
      extreme.reference = effect
      extreme.pValue = found.pValue()
      extreme.floor = found.placebos.floor
      extreme.count = found.placebos.placebos.count
      extreme.diagnostics = found.diagnostics
    } else {
      extreme = EffectCheck(ids[1], "effect", refused: .noPlacebos)
    }
    var expected: EffectCheck
    if let shrinkage = found.shrinkage {
      expected = EffectCheck(
        ids[2], "effect", value: shrinkage.expectedEffect, isDoubtful: isLarge(shrinkage.expectedEffect))
      expected.reference = effect
      expected.mean = shrinkage.reliability
    } else {
      expected = EffectCheck(ids[2], "effect", refused: .notApplicable)
    }
    return [donut, extreme, expected].map { check in
      var check = check
      check.concerns = span
      return check
    }
  }

  /// Which end is bad; where nobody says, the one the treated was at in the years of the choice.
  private func worst(_ years: Range<Int>, _ better: Direction?) -> SelectionEnd {
    switch better {
    case .lowerIsBetter: return .highest
    case .higherIsBetter: return .lowest
    default:
      let (own, others) = (design.treatedMean, design.donorMean)
      return years.reduce(0.0) { $0 + own[$1] - others[$1] } >= 0 ? .highest : .lowest
    }
  }
}

extension Reason {
  /// None of the years of the choice lies before the start.
  public static let noSelectionYears = Reason("no-selection-years")
}
