import Evaluation
import Indicators
import Scheduler

/// Checks of the fit itself: how well, from whom, and from how far away.
extension HeadlineChecks {
  /// How well the periods before the start are met, beside a flat line.
  func fitBefore() -> EffectCheck {
    guard answer.fit.counterfactual.count == design.periods,
      let fit = FitBeforeStart(answer.fit, prePeriods: design.prePeriods)
    else { return EffectCheck("fit-before", "ratio", refused: .notApplicable) }
    var check = EffectCheck("fit-before", "ratio", value: fit.ratio, isDoubtful: fit.isPoor)
    check.reference = 1
    check.count = design.prePeriods
    check.diagnostics = fit.diagnostics
    return check
  }

  /// How many zones the comparison rests on.
  func concentration() -> EffectCheck {
    let weights = answer.fit.donorWeights
    guard weights.count == study.donors.count, let found = DonorConcentration(weights) else {
      return EffectCheck("donor-concentration", "donors", refused: .noWeights)
    }
    var check = EffectCheck(
      "donor-concentration", "donors", value: found.effectiveDonors, isDoubtful: !found.diagnostics.isEmpty)
    check.high = found.largestWeight
    check.reference = 2
    check.count = weights.count { abs($0) > 1e-8 }
    check.concerns = study.donors[found.largestDonor].label
    check.diagnostics = found.diagnostics
    return check
  }

  /// How far the treated is from a mixture of donors: in level for a method that matches levels, else in movements. In doubt
  /// where it lies above or below all donors half of the time, or more than twice as far away as the middle donor does from the
  /// others: every zone swings, and none is a mixture to the last digit.
  func hull() -> EffectCheck {
    attempt("convex-hull", "distance") { () throws(EffectError) in
      let matching: ConvexHullDistance.Matching = method.method == .syntheticControl ? .level : .shape
      let found = try ConvexHullDistance(design, matching: matching)
      let design = self.design
      let others = inParallel(design.donors, threads: context.options.threads) { donor in
        (try? design.treating([donor])).flatMap { try? ConvexHullDistance($0, matching: matching) }?.distance
      }.compactMap(\.self).sorted()
      let middle = others.isEmpty ? nil : others[others.count / 2]
      let isFar = middle.map { found.distance > 2 * $0 && !found.isInside } ?? false
      var check = EffectCheck(
        "convex-hull", "distance", value: found.distance, isDoubtful: !found.diagnostics.isEmpty || isFar)
      check.reference = middle
      check.count = max(found.periodsAbove, found.periodsBelow)
      check.concerns = matching.rawValue
      check.diagnostics = found.diagnostics
      return check
    }
  }

  /// Whether synthetic control on levels and on movements tell the same story.
  func levelsOrMovements() -> EffectCheck {
    attempt("levels-or-movements", "difference") { () throws(EffectError) in
      let threads = context.options.threads
      let limit = context.question.placeboLimit
      let plain = try PlaceboDistribution(SyntheticControl(), design, limit: limit, threads: threads)
      let demeaned = try PlaceboDistribution(
        DemeanedSyntheticControl(), design, limit: limit, threads: threads)
      // A difference below what is uncertain anyway is no other story.
      let bound = max(demeaned.fit.preError(design), (margin ?? 0) / 2)
      let found = try EstimatorDisagreement(
        plain: plain.fit, demeaned: demeaned.fit, prePeriods: design.prePeriods, margin: bound)
      var check = EffectCheck(
        "levels-or-movements", "difference", value: found.difference, isDoubtful: found.isMarked)
      check.low = plain.fit.effect
      check.high = demeaned.fit.effect
      check.reference = bound
      check.pValue = try? EstimatorDisagreement.pValue(plain: plain, demeaned: demeaned)
      check.floor = plain.floor
      return check
    }
  }

  /// How much of a change is the numerator's and how much the denominator's: the treated's less the donors'.
  ///
  /// Sums over the periods before and after the start, a mean year each; in the figures' unit. It is in doubt where the
  /// denominators alone make a large difference.
  func numeratorOrDenominator() -> EffectCheck {
    attempt("numerator-or-denominator", "effect") { () throws(EffectError) in
      let panel = study.panel
      guard study.scale == .natural, panel.hasParts, let events = panel.numerators,
        let persons = panel.denominators
      else {
        return EffectCheck("numerator-or-denominator", "effect", refused: .needsDenominators)
      }
      let pre = design.prePeriods
      func group(_ zones: [Int], _ periods: ArraySlice<Int>) -> RateDecomposition.Group {
        var (over, under) = (0.0, 0.0)
        for zone in zones {
          for period in periods {
            let cell = panel.index(zone: zone, period: period)
            over += events[cell]
            under += persons[cell]
          }
        }
        let count = Double(periods.count)
        return RateDecomposition.Group(events: over / count, persons: under / count)
      }
      func split(_ zones: [Int]) throws(EffectError) -> NumeratorDenominatorSplit {
        try NumeratorDenominatorSplit(
          before: group(zones, study.periodPositions[..<pre]),
          after: group(zones, study.periodPositions[pre...]))
      }
      let own = try split(study.treatedPositions)
      let others = try split(study.donorPositions)
      let unit = panel.multiplier
      let denominator = unit * (own.denominatorEffect - others.denominatorEffect)
      var check = EffectCheck(
        "numerator-or-denominator", "effect", value: denominator, isDoubtful: isLarge(denominator))
      check.mean = unit * (own.numeratorEffect - others.numeratorEffect)
      check.reference = unit * (own.change - others.change)
      return check
    }
  }
}
