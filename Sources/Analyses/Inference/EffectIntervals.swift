import Estimates
import Evaluation
import Foundation
import Indicators

/// One interval of an effect, or why there is none.
struct EffectInterval {
  var method: Method
  var statistic: PlaceboScore?
  var estimate: Double?
  var error: Double?
  var lower: Double?
  var upper: Double?
  var pValue: Double?
  var floor: Double?
  var highest: Double?
  var n: Double?
  var scale: OutcomeScale?
  var diagnostics: [Diagnostic] = []
  var reason: Reason?

  init(_ method: Method, estimate: Double? = nil, reason: Reason? = nil) {
    self.method = method
    self.estimate = estimate
    self.reason = reason
  }

  /// An estimate with its interval.
  init(_ estimate: Estimate) {
    self.init(estimate.method, estimate: estimate.value, reason: estimate.intervalReason)
    error = estimate.standardError
    n = estimate.n
    diagnostics = estimate.diagnostics
    take(estimate.interval)
  }

  /// An interval by inversion of a test.
  init(_ method: Method, estimate: Double, _ found: InvertedInterval) {
    self.init(method, estimate: estimate, reason: found.reason)
    highest = found.highestLevel
    floor = 1 - found.highestLevel
    diagnostics = found.diagnostics
    take(found.interval)
  }

  mutating func take(_ interval: ConfidenceInterval?) {
    lower = interval.flatMap { $0.lower.isFinite ? $0.lower : nil }
    upper = interval.flatMap { $0.upper.isFinite ? $0.upper : nil }
  }
}

/// Every interval that applies to an answer, those that do not exist here with the reason.
struct EffectIntervals {
  let answer: EffectAnswer
  let context: EffectContext
  let method: EffectMethod

  private var level: ConfidenceInterval.Level { context.options.level }
  private var design: EffectDesign { context.study.design }

  func all() -> [EffectInterval] {
    guard let placebos = answer.placebos else { return [] }
    var found = fromPlacebos(placebos)
    if context.question.intervals == .all {
      do throws(EffectError) {
        if let estimator = try method.estimator?(context) { found += refitting(estimator, placebos) }
      } catch {
        found.append(EffectInterval(.conformal, estimate: answer.fit.effect, reason: error.reason))
      }
    }
    if method.method == .differenceInDifferences, EffectCounts.canCount(context.study.panel) {
      found += counts()
    }
    return found
  }

  /// Those that need no fit beyond the placebos'.
  private func fromPlacebos(_ placebos: PlaceboDistribution) -> [EffectInterval] {
    let effect = placebos.fit.effect
    let count = Double(placebos.placebos.count)
    var student = EffectInterval(.placeboT, estimate: effect, reason: .tooFewPlacebos)
    student.n = count
    if let spread = PlaceboSpread(placebos), let ends = spread.interval(around: effect, level: level) {
      student.error = spread.deviation
      (student.lower, student.upper) = (ends.lower, ends.upper)
      student.reason = nil
    }
    var found = [student]
    do throws(EffectError) {
      found.append(ranked(try ConleyTaber(placebos), .conleyTaber))
    } catch {
      found.append(EffectInterval(.conleyTaber, estimate: effect, reason: error.reason))
    }
    do throws(EffectError) {
      let carried = try FermanPinto(
        placebos, sizes: context.study.design.sizes, scale: context.study.noise)
      var ranks = ranked(carried.rescaled, .fermanPinto)
      ranks.error = carried.treatedError
      ranks.diagnostics = carried.diagnostics
      found.append(ranks)
      for reference in [FermanPinto.Reference.student, .normal] {
        var row = EffectInterval(carried.estimate(level: level, reference: reference))
        row.pValue = carried.pValue(reference: reference)
        found.append(row)
      }
    } catch {
      found += [Method.fermanPinto, .fermanPintoStudent].map {
        EffectInterval($0, estimate: effect, reason: error.reason)
      }
    }
    for score in [PlaceboScore.effect, .scaledEffect, .errorRatio] {
      var row = EffectInterval(
        .randomisationInterval, estimate: effect,
        RandomisationInterval(placebos, statistic: score, level: level).found)
      row.statistic = score
      row.n = count
      if score == .effect { row.pValue = placebos.pValue() }
      if score == .errorRatio { row.pValue = placebos.ratioPValue }
      found.append(row)
    }
    return found
  }

  /// Placebos by rank.
  private func ranked(_ ranks: ConleyTaber, _ method: Method) -> EffectInterval {
    var row = EffectInterval(ranks.estimate(level: level))
    row.method = method
    row.pValue = ranks.pValue()
    row.floor = ranks.floor
    row.highest = 1 - ranks.floor
    return row
  }

  /// Those that fit the estimator anew, many times.
  private func refitting(_ estimator: any EffectEstimator, _ placebos: PlaceboDistribution)
    -> [EffectInterval]
  {
    let effect = placebos.fit.effect
    func attempt(_ method: Method, _ make: () throws(EffectError) -> EffectInterval) -> EffectInterval {
      do throws(EffectError) {
        return try make()
      } catch {
        // Conformal inference asks for weights that do not see what comes after the start.
        let reason: Reason = if case .numerical = error { .estimatorNotAccepted } else { error.reason }
        return EffectInterval(method, estimate: effect, reason: reason)
      }
    }
    let conformal = attempt(.conformal) { () throws(EffectError) in
      let test = try ConformalInference(estimator, design)
      var row = EffectInterval(.conformal, estimate: effect, try test.interval(level: level))
      row.pValue = try test.pValue()
      row.n = Double(design.periods)
      return row
    }
    let folded =
      conformal.reason == .estimatorNotAccepted
      ? EffectInterval(.crossFitTTest, estimate: effect, reason: .estimatorNotAccepted)
      : attempt(.crossFitTTest) { () throws(EffectError) in
        let test = try CrossFitTTest(estimator, design)
        var row = EffectInterval(test.estimate(level: level))
        row.n = Double(test.effects.count)
        row.pValue = test.pValue
        return row
      }
    let pairs = attempt(.leaveTwoOut) { () throws(EffectError) in
      let test = try LeaveTwoOut(estimator, try design.oneTreated(), threads: context.options.threads)
      var row = EffectInterval(.leaveTwoOut, estimate: effect, reason: .testWithoutInterval)
      row.statistic = .errorRatio
      row.pValue = test.pValue
      row.floor = 1 / Double(test.donors + 1)
      row.n = Double(test.pairs)
      return row
    }
    return [conformal, folded, pairs]
  }

  /// Differences in differences of the counts themselves, as logarithms of rate ratios.
  private func counts() -> [EffectInterval] {
    let counts: EffectCounts
    do throws(EffectError) { counts = try EffectCounts(context.study) } catch {
      return [Method.poissonDifferences, .exactRateRatioChange].map {
        var row = EffectInterval($0, reason: error.reason)
        row.scale = .log
        return row
      }
    }
    var found: [EffectInterval] = []
    do throws(EffectError) {
      let poisson = PoissonDifferences()
      found.append(EffectInterval(try poisson.fit(counts.design).estimate(level: level)))
      let placebos = try poisson.placebos(
        counts.design, limit: context.question.placeboLimit, seed: context.options.seed,
        threads: context.options.threads)
      let carried = try FermanPinto(placebos, sizes: try counts.design.expectedCounts())
      var row = EffectInterval(carried.estimate(level: level))
      row.pValue = carried.pValue()
      found.append(row)
    } catch {
      found.append(EffectInterval(.poissonDifferences, reason: error.reason))
    }
    for kind in [ExactRateRatioChange.Interval.exact, .midP] {
      var row = EffectInterval(
        .exactRateRatioChange, estimate: counts.change.logRatio,
        reason: counts.change.logRatio == nil ? EffectError.noEvents.reason : nil)
      row.error = counts.change.standardError()
      row.take(counts.change.interval(kind, level: level))
      row.pValue = counts.change.pValue(isMid: kind == .midP)
      row.diagnostics = kind == .midP ? [.midProbability, .samplingErrorOnly] : [.samplingErrorOnly]
      found.append(row)
    }
    return found.map {
      var row = $0
      row.scale = .log
      return row
    }
  }
}

extension EffectDesign {
  /// The design with the mean of the treated as the one treated.
  fileprivate func oneTreated() throws(EffectError) -> EffectDesign {
    guard treated > 1 else { return self }
    return try EffectDesign(
      outcomes: Array(outcomes[..<(donors * periods)]) + treatedMean, donors: donors, prePeriods: prePeriods)
  }
}

extension Reason {
  /// The estimator chooses weights by what comes after the start, which the method does not allow.
  public static let estimatorNotAccepted = Reason("estimator-not-accepted")
  /// The method gives a p-value and no interval.
  public static let testWithoutInterval = Reason("test-without-interval")
}

extension Diagnostic {
  /// Half of the probability of what was seen counts: the interval covers about, not at least, its level.
  public static let midProbability = Diagnostic("mid-probability")
}
